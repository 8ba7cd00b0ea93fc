using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;

namespace CommunityOfPractice.Core.Tests.Constitution;

/// <summary>Every exported record and value goes through System.Text.Json and comes back equal, by reflection and by generated code.</summary>
public sealed class JsonRoundTripTests
{
    private const string Samples = "tests/CommunityOfPractice.Core.Tests/Constitution/JsonSamples.cs";

    /// <summary>What is no data of its own, and why.</summary>
    private static readonly Dictionary<Type, string> Excluded = new()
    {
        [typeof(ActivityWindow)] = "a view of a log; nothing is copied, and nothing is kept",
        [typeof(ActivityTable)] = "columns as a host holds them in memory: read once into a log, and not kept",
        [typeof(Fact)] = "written under its name by FactJsonConverter, as part of what carries it",
        [typeof(CommunityFact)] = "as Fact",
        [typeof(MembershipFact)] = "as Fact",
        [typeof(PracticeFact)] = "as Fact",
        [typeof(CalendarFact)] = "as Fact",
        [typeof(QuestionFact)] = "as Fact",
        [typeof(ArtifactFact)] = "as Fact",
        [typeof(StoryFact)] = "as Fact",
        [typeof(ArtifactTransition)] = "names .NET types: a row of a table for tests and documents",
        [typeof(StoryTransition)] = "names .NET types: a row of a table for tests and documents",
        [typeof(CommunityTransition)] = "names .NET types: a row of a table for tests and documents",
        [typeof(HandlerFailure)] = "holds an exception",
        [typeof(DiagnosticEvent)] = "holds an exception",
        [typeof(Committed)] = "tells of handlers that failed; its entries come back",
        [typeof(CandidateCommunity)] = "what a search looks at: a view of members, nothing is kept",
        [typeof(PolicyStep)] = "what a rule tells the engine, which makes a PolicyRun of it at once",
        [typeof(LastFacilitatorChoice)] = "part of commands only",
        [typeof(PolicyOutcome)] = "tells of handlers that failed; its entries come back",
        [typeof(ErasureRequest)] = "what a service is asked for, as a command: nothing is kept of it",
        [typeof(ActivityTable)] = "columns that are read once and not kept",
        [typeof(CommunityHistory)] = "what an import is given; it travels in the interchange format",
    };

    /// <summary>Rooms whose records the library itself reads, strictly (FactJson, RecordJson, PolicyJson): damage is tried on them in the strict ways only.</summary>
    private static readonly string[] ReadStrictly = ["Domains", "Communities", "Memberships", "Practices", "Records", "Hosting"];

    /// <summary>What hosts themselves read and write, in whichever way.</summary>
    private static readonly Type[] ReadByHosts = [typeof(Activity), typeof(ActivityId), typeof(BrokenReply), typeof(ThreadId)];

    private static readonly Type[] Exported = typeof(Core.Vocabulary.Score).Assembly.GetExportedTypes();

    /// <summary>Generated: what a host's context would know, and facts, whose names the library's own context lists.</summary>
    private static readonly IJsonTypeInfoResolver Generated = JsonTypeInfoResolver.Combine(JsonSamplesContext.Default, FactJsonContext.Default);

    private static readonly Dictionary<string, JsonSerializerOptions> PlainWays = new()
    {
        ["reflection"] = JsonSerializerOptions.Default,
        ["reflection, Web"] = JsonSerializerOptions.Web,
        ["generated"] = new() { TypeInfoResolver = Generated },
        ["generated, Web"] = new(JsonSerializerDefaults.Web) { TypeInfoResolver = Generated },
        ["reflection, strict"] = new(Strict()) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() },
        ["generated, strict"] = new(Strict()) { TypeInfoResolver = Generated },
    };

    /// <summary>The same for what carries any fact.</summary>
    private static readonly Dictionary<string, JsonSerializerOptions> WaysWithFacts =
        PlainWays.ToDictionary(way => way.Key, way => new JsonSerializerOptions(way.Value) { Converters = { new FactJsonConverter() } });

    /// <summary>Everything that is asked to come back equal.</summary>
    internal static IEnumerable<Type> Types => Exported.Where(t => !t.IsEnum && (t.IsValueType || IsRecord(t)) && !IsWish(t) && !Excluded.ContainsKey(t));

    public static TheoryData<Type> Values => [.. Types];

    public static TheoryData<Type> Sampled => [.. JsonSamples.All.Select(s => s.Type).Distinct()];

    public static TheoryData<Type> Enums => [.. Exported.Where(t => t.IsEnum)];

    [Theory]
    [MemberData(nameof(Values))]
    public void Value_HasASample(Type type) =>
        Assert.True(JsonSamples.All.Any(s => s.Definition == type), $"No sample of {NameOf(type)} could be made up: add Of(new {type.Name}(…)) to {RoomOf(type)}() in {Samples}.");

    [Theory]
    [MemberData(nameof(Sampled))]
    public void Sample_ComesBackEqual(Type type)
    {
        Assert.True(
            Generated.GetTypeInfo(type, PlainWays["generated"]) is not null,
            $"The generated serializer does not know {NameOf(type)}: add [JsonSerializable(typeof({type.Name}))] to JsonSamplesContext.cs beside {Samples}.");
        foreach (JsonSample sample in SamplesOf(type))
        {
            foreach ((string way, JsonSerializerOptions options) in WaysOf(type))
            {
                (string? json, object? back, Exception? problem) = Through(sample, options);
                Assert.True(
                    problem is null && sample.Value.Equals(back) && sample.Write(options) == json,
                    $"""
                    {NameOf(type)} does not come back equal ({way}): {json} {problem}
                    Put [JsonConverter(typeof(ValueListJsonConverter<T>))] on a property that is a ValueList<T>, [JsonConverter(typeof(JsonStringEnumConverter<T>))] on
                    an enumeration, [JsonIgnore] on what follows from other members, and [JsonConstructor] on the constructor where there are several or the type is a struct.
                    A closed union has a converter of its own, see MeasurementJsonConverter.
                    """);
            }
        }
    }

    /// <summary>So that no member can get lost unnoticed.</summary>
    [Theory]
    [MemberData(nameof(Sampled))]
    public void Samples_FillEveryMember(Type type)
    {
        IEnumerable<string> never =
            from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            where !property.IsDefined(typeof(JsonIgnoreAttribute)) && !type.IsAbstract
            where SamplesOf(type).All(s => property.GetValue(s.Value) is var value
                && (value is null or string { Length: 0 } || (value is ICollection or IEnumerable and not string && !((IEnumerable)value).GetEnumerator().MoveNext())
                    || (property.PropertyType.IsValueType && value.Equals(Activator.CreateInstance(property.PropertyType)))))
            select property.Name;

        Assert.True(!never.Any(), $"No sample of {NameOf(type)} in {Samples} fills {string.Join(", ", never)}.");
    }

    /// <summary>
    /// Takes each member out, or puts null or something else in its place: either nobody minds, or it is a JsonException. What is well-formed and breaks
    /// a rule (no person at a meeting, an infinite weight) may also be refused by the constructor itself; so may what is left out, unless the options
    /// ask for it.
    /// </summary>
    [Theory]
    [MemberData(nameof(Sampled))]
    public void Damage_IsAJsonException(Type type)
    {
        bool strictly = ReadStrictly.Contains(RoomOf(type)) && !ReadByHosts.Contains(type);
        foreach (JsonSample sample in SamplesOf(type).Take(strictly ? 1 : int.MaxValue))
        {
            foreach ((string way, JsonSerializerOptions options) in WaysOf(type).Where(w => !strictly || w.Value.RespectNullableAnnotations))
            {
                foreach ((string what, string json, bool complete, bool rule) in Damaged(JsonNode.Parse(sample.Write(options))!))
                {
                    object? back = null;
                    Exception? problem = Record.Exception(() => back = sample.Read(json, options));
                    string? hollow = problem is null && back is not null ? NullIn(back) : null;
                    Assert.True(
                        (problem is null && hollow is null) || problem is JsonException || (problem is ArgumentException && (rule || (!complete && !options.RespectRequiredConstructorParameters))),
                        $"""
                        {NameOf(type)}, {what} ({way}): {problem?.ToString() ?? $"{hollow} is null"}
                        Put [JsonRequired] on an init member without a default, [JsonConverter(typeof(NeededJsonConverter<T>))] on a reference that is never null; for a
                        positional record as [property: …]. A list with a default takes null from generated code for a member that is not there: init => field = value ?? [].
                        """);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Enums))]
    public void Enum_IsWrittenByName(Type type)
    {
        foreach (object value in Enum.GetValues(type))
        {
            string json = JsonSerializer.Serialize(value, type);
            Assert.True(json == $"\"{value}\"", $"{NameOf(type)} is written as {json}: put [JsonConverter(typeof(JsonStringEnumConverter<{type.Name}>))] on it.");
            Assert.Equal(value, JsonSerializer.Deserialize(json, type));
        }
    }

    /// <summary>Where no type can be made while running, the converter on the property or in the options does it.</summary>
    [Fact]
    public void Decision_ThroughItsOwnConverter_ComesBackEqual()
    {
        JsonSerializerOptions options = new(JsonSamplesContext.Default.Options) { Converters = { new Core.Vocabulary.DecisionJsonConverter<int>() } };

        foreach (JsonSample sample in SamplesOf(typeof(Core.Vocabulary.Decision<int>)))
        {
            Assert.IsType<Core.Vocabulary.DecisionJsonConverter<int>>(options.GetTypeInfo(sample.Type).Converter);
            Assert.Equal(sample.Value, sample.Read(sample.Write(options), options));
        }
    }

    [Theory]
    [InlineData("{\"status\":\"value\",\"value\":1,\"n\":2,\"interval\":[0,1]}", true)]
    [InlineData("{\"status\":\"value\",\"value\":1,\"n\":2,\"interval\":[0]}", false)]
    [InlineData("{\"status\":\"value\",\"value\":1,\"n\":2,\"interval\":[0,1,2]}", false)]
    [InlineData("{\"status\":\"value\",\"value\":1,\"n\":2,\"interval\":[1,0]}", false)]
    [InlineData("{\"status\":\"value\",\"value\":1,\"n\":-2,\"interval\":null}", false)]
    [InlineData("{\"status\":\"insufficientData\",\"what\":\"x\",\"have\":3,\"need\":3}", false)]
    [InlineData("{\"status\":\"suppressed\",\"reason\":{\"code\":\" \",\"text\":\"x\"}}", false)]
    [InlineData("{\"status\":\"unheard\"}", false)]
    [InlineData("[]", false)]
    public void Measurement_AgainstItsRules_IsAJsonException(string json, bool legal)
    {
        Exception? problem = Record.Exception(() => JsonSerializer.Deserialize<Core.Vocabulary.Measurement>(json));

        Assert.True(legal ? problem is null : problem is JsonException, $"{problem}");
    }

    /// <summary>Names are part of the contract: what is kept today is read tomorrow.</summary>
    [Fact]
    public void Json_LooksLikeThis()
    {
        Assert.Equal("""{"status":"value","value":0.5,"n":3,"interval":[0,1]}""", Written(new Core.Vocabulary.Measurement.Value(0.5, 3, new(0, 1))));
        Assert.Equal("""{"status":"insufficientData","what":"x","have":1,"need":2}""", Written(new Core.Vocabulary.Measurement.InsufficientData("x", 1, 2)));
        Assert.Equal("""{"status":"suppressed","reason":{"code":"a","text":"b"}}""", Written(new Core.Vocabulary.Measurement.Suppressed(new("a", "b"))));
        Assert.Equal("""{"status":"accepted","value":3}""", JsonSerializer.Serialize(Core.Vocabulary.Decision<int>.Accept(3)));
        Assert.Equal("""{"status":"refused","reasons":[{"code":"a","text":"b"}]}""", JsonSerializer.Serialize(Core.Vocabulary.Decision<int>.Refuse(new Core.Vocabulary.Reason("a", "b"))));
        Activity activity = new(new("c"), new("p"), new(2024, 2, 29, 0, 0, 0, TimeSpan.Zero), Act.Ask) { Topics = [new("t")] };
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"at":"2024-02-29T00:00:00+00:00","id":null,"inReplyTo":null,"to":[],"thread":null,"topics":["t"],"accepted":null,"formality":"Unstated","actor":"Human","community":"c","person":"p","act":"Ask"}"""),
            JsonSerializer.SerializeToNode(activity, JsonSerializerOptions.Web)));
        Assert.Equal(activity with { Topics = [] }, JsonSerializer.Deserialize<Activity>("""{"Community":"c","Person":"p","At":"2024-02-29T00:00:00Z","Act":"Ask"}""", JsonSamplesContext.Default.Options));

        static string Written(Core.Vocabulary.Measurement measurement) => JsonSerializer.Serialize(measurement);
    }

    /// <summary>What a host sets that wants every mistake in JSON as a JsonException.</summary>
    private static JsonSerializerOptions Strict() => new() { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    private static (string? Json, object? Back, Exception? Problem) Through(JsonSample sample, JsonSerializerOptions options)
    {
        string? json = null;
        object? back = null;
        Exception? problem = Record.Exception(() => back = sample.Read(json = sample.Write(options), options));
        return (json, back, problem);
    }

    /// <summary>Whether all members are there, and whether the damage can be a matter of the type's own rules.</summary>
    private static IEnumerable<(string What, string Json, bool Complete, bool Rule)> Damaged(JsonNode whole)
    {
        if (whole is not JsonObject members)
        {
            yield return ("a number", "12.5", true, false);
            yield return ("an object", "{}", true, false);
            yield break;
        }

        yield return ("an array", "[]", true, false);
        yield return ("a text", "\"?\"", true, false);
        foreach (string member in members.Select(m => m.Key))
        {
            JsonObject without = (JsonObject)whole.DeepClone();
            without.Remove(member);
            yield return ($"without {member}", without.ToJsonString(), false, false);
            foreach (string wrong in (string[])["null", "\"?\"", "[]", "[null]", "{}", "1e999", "true"])
            {
                JsonObject changed = (JsonObject)whole.DeepClone();
                changed[member] = "here";
                yield return ($"{member}: {wrong}", changed.ToJsonString().Replace("\"here\"", wrong, StringComparison.Ordinal), wrong != "{}", wrong is "\"?\"" or "[]" or "1e999");
            }
        }
    }

    /// <summary>The first property that is null although its type says that it never is.</summary>
    private static string? NullIn(object value) => value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => !p.PropertyType.IsValueType && p.GetIndexParameters().Length == 0)
        .FirstOrDefault(p => new NullabilityInfoContext().Create(p).ReadState == NullabilityState.NotNull && p.GetValue(value) is null)?.Name;

    private static IEnumerable<JsonSample> SamplesOf(Type type) => JsonSamples.All.Where(s => s.Type == type);

    private static Dictionary<string, JsonSerializerOptions> WaysOf(Type type) => CarriesFacts(type, []) ? WaysWithFacts : PlainWays;

    private static bool CarriesFacts(Type type, HashSet<Type> seen) => type == typeof(Fact)
        || (type.IsGenericType && type.GetGenericArguments().Any(a => CarriesFacts(a, seen)))
        || (type.Assembly == typeof(Fact).Assembly && type != typeof(JournalEntry) && seen.Add(type) && type.GetProperties().Any(p => CarriesFacts(p.PropertyType, seen)));

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    /// <summary>Commands are wishes of a moment: the host makes them from its own forms, and what is kept of them are facts.</summary>
    private static bool IsWish(Type type) => type.IsAssignableTo(typeof(Command)) || type.GetProperties().Any(p => p.PropertyType == typeof(Command));

    private static string RoomOf(Type type) => type.Namespace!.Split('.')[2];

    private static string NameOf(Type type) => type.ToString()["CommunityOfPractice.Core.".Length..];
}
