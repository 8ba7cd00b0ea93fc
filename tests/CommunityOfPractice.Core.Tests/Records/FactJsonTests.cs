using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Constitution;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Records;

public sealed class FactJsonTests
{
    /// <summary>
    /// Golden lines: what was once stored is read for ever. Set COP_WRITE_GOLDEN_FACTS=1 and run this class to add a line for each type that has none,
    /// then look at the lines and commit them. A line is never changed; a new schema gets new lines.
    /// </summary>
    private const string WriteMissing = "COP_WRITE_GOLDEN_FACTS";

    private static readonly string Golden = Path.Combine(Repository.Root, "tests", "CommunityOfPractice.Core.Tests", "Data", "facts");

    [Property(MaxTest = 300)]
    public void Entry_RoundTrips(int seed)
    {
        JournalEntry entry = new FactSamples(seed).Journal(1)[0];
        string line = FactJson.Write(entry);

        Assert.Equal(entry, FactJson.Read(line));
        Assert.Equal(line, FactJson.Write(FactJson.Read(line)));
        Assert.DoesNotContain('\n', line);
        Assert.All(line, c => Assert.True(char.IsAscii(c)));
    }

    /// <summary>Facts read back with the reflection of default options as well: hosts log them that way.</summary>
    [Property(MaxTest = 200)]
    public void Fact_RoundTrips_ByReflection(int seed)
    {
        Fact fact = new FactSamples(seed).Any();

        Assert.Equal(fact, JsonSerializer.Deserialize(JsonSerializer.Serialize(fact, fact.GetType()), fact.GetType()));
    }

    [Fact]
    public void GoldenLines_LoadAndWriteTheSameBytes()
    {
        string[] lines = [.. GoldenLines()];

        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Equal(line, FactJson.Write(FactJson.Read(line))));
        Assert.All(lines, line => Assert.Empty(Journals.Verify([FactJson.Read(line)])));
    }

    [Fact]
    public void GoldenLines_ThereIsOneForEachType()
    {
        HashSet<Type> there = [.. GoldenLines().Select(line => FactJson.Read(line).Change.Fact.GetType())];
        Type[] missing = [.. FactSamples.Types.Where(t => !there.Contains(t))];
        if (Environment.GetEnvironmentVariable(WriteMissing) is { Length: > 0 })
        {
            foreach (Type type in missing)
            {
                JournalEntry entry = Sample(type);
                File.AppendAllText(Path.Combine(Golden, FactJson.NameOf(entry.Change.Fact).Split('.')[0] + ".jsonl"), FactJson.Write(entry) + "\n");
            }

            return;
        }

        Assert.True(missing.Length == 0, $"No golden line for {string.Join(", ", missing.Select(t => t.Name))}: run with {WriteMissing}=1 and commit Data/facts.");
    }

    [Fact]
    public void Read_AnUnknownType_NamesIt() => AssertRefused(o => o["type"] = "member.levitated", "member.levitated");

    [Fact]
    public void Read_ANewerSchema_NamesIt() => AssertRefused(o => o["schema"] = 2, "schema 2");

    [Theory]
    [InlineData("schema")]
    [InlineData("community")]
    [InlineData("version")]
    [InlineData("type")]
    [InlineData("occurredAt")]
    [InlineData("recordedAt")]
    [InlineData("by")]
    [InlineData("fact")]
    [InlineData("seal")]
    public void Read_AMissingOrWrongMember_NamesIt(string member)
    {
        AssertRefused(o => o.Remove(member), member);
        AssertRefused(o => o[member] = new JsonArray(), member is "fact" or "seal" ? "JSON" : member);
    }

    [Fact]
    public void Read_AnUnknownMember_NamesIt()
    {
        AssertRefused(o => o["colour"] = "red", "colour");
        AssertRefused(o => o["fact"]!["colour"] = "red", "colour");
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"schema\":1,\"schema\":1}")]
    public void Read_WhatIsNoEntry_IsAJsonException(string line) => Assert.ThrowsAny<JsonException>(() => FactJson.Read(line));

    [Property(MaxTest = 300)]
    public void Read_AnyDamage_IsReadOrAJsonException(int seed, int place, byte value)
    {
        byte[] line = Encoding.UTF8.GetBytes(FactJson.Write(new FactSamples(seed).Journal(1)[0]));
        line[(place & int.MaxValue) % line.Length] = value;
        Exception? problem = Record.Exception(() => FactJson.Read(line));

        Assert.True(problem is null or JsonException, problem?.ToString());
    }

    /// <summary>A schema of the future, to show the hook: what was called launched in schema 1 is read by schema 3 through both steps.</summary>
    [Fact]
    public void Read_AnOlderSchema_IsLiftedStepByStep()
    {
        JournalEntry entry = Sample(typeof(CommunityLaunched));
        JsonObject old = JsonNode.Parse(FactJson.Write(entry))!.AsObject();
        old["type"] = "launched";
        old["fact"] = new JsonObject { ["wrapped"] = old["fact"]!.DeepClone() };
        byte[] line = Encoding.UTF8.GetBytes(old.ToJsonString());
        Func<JsonObject, JsonObject>[] upcasters =
        [
            o => With(o, "fact", o["fact"]!["wrapped"]!.DeepClone()),
            o => With(o, "type", "community.launched"),
        ];

        Assert.Equal(entry, FactJson.Read(line, 3, upcasters));
        Assert.Contains("launched", Assert.ThrowsAny<JsonException>(() => FactJson.Read(line, 2, upcasters)).Message, StringComparison.Ordinal);

        static JsonObject With(JsonObject o, string name, JsonNode value)
        {
            o[name] = value;
            return o;
        }
    }

    private static IEnumerable<string> GoldenLines() => Directory.GetFiles(Golden, "*.jsonl").Order(StringComparer.Ordinal).SelectMany(File.ReadLines);

    /// <summary>The fullest of some samples, the same in each run.</summary>
    private static JournalEntry Sample(Type type) => Enumerable.Range(0, 40).Select(seed => Sample(type, new FactSamples(seed))).MaxBy(e => FactJson.Write(e).Length)!;

    private static JournalEntry Sample(Type type, FactSamples samples)
    {
        Change change = samples.Change(0, samples.Of(type));
        return Sealing.Seal(FactSamples.Community, 1, null, change.OccurredAt.AddSeconds(1), change, SeededSalts.For("golden", type.Name));
    }

    private static void AssertRefused(Action<JsonObject> change, string named)
    {
        JsonObject entry = JsonNode.Parse(FactJson.Write(Sample(typeof(CommunityLaunched))))!.AsObject();
        change(entry);
        Assert.Contains(named, Assert.ThrowsAny<JsonException>(() => FactJson.Read(entry.ToJsonString())).Message, StringComparison.Ordinal);
    }
}
