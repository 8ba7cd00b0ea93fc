using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Constitution;

/// <summary>Every fact can be stored, sealed and erased; what is missing is said as the line to add.</summary>
public sealed class FactTests
{
    public static TheoryData<Type> Types => [.. FactSamples.Types];

    [Fact]
    public void Facts_AreNamedInTheRegistry()
    {
        HashSet<Type> named = [.. Named().Select(n => n.Fact)];
        string[] missing = [.. FactSamples.Types.Where(t => !named.Contains(t))
            .Select(t => $"Add to Records/FactTypes.cs: [JsonSerializable(typeof({t.Name})), FactName(\"…\", typeof({t.Name}))]")];

        Assert.Empty(missing);
    }

    [Fact]
    public void Names_AreUsedOnce_AndDottedLowerCase()
    {
        FactNameAttribute[] names = [.. Named()];

        Assert.Empty(names.GroupBy(n => n.Name).Where(g => g.Count() > 1).Select(g => $"'{g.Key}' names {string.Join(" and ", g.Select(n => n.Fact.Name))}"));
        Assert.Empty(names.GroupBy(n => n.Fact).Where(g => g.Count() > 1).Select(g => $"{g.Key.Name} has {g.Count()} names"));
        Assert.All(names, n => Assert.Matches(@"^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)+$", n.Name));
    }

    [Fact]
    public void Serializer_KnowsWhatStandsInLists()
    {
        string[] missing = [.. FactSamples.Types.Append(typeof(Cause)).Append(typeof(CommunitySnapshot)).SelectMany(t => ListItems(t, [])).Distinct()
            .Where(item => FactJsonContext.Default.GetTypeInfo(item) is null)
            .Select(item => $"Add to Records/FactTypes.cs: [JsonSerializable(typeof({item.Name}))]")];

        Assert.Empty(missing);
    }

    /// <summary>Only texts, lists and what may be null can be taken out; only records, ValueLists and single values can be looked into.</summary>
    [Theory]
    [MemberData(nameof(Types))]
    public void Fact_CanBeLookedInto_AndBlanked(Type type)
    {
        FactSamples samples = new(type.Name.Length);
        for (int i = 0; i < 30; i++)
        {
            Change change = samples.Change(0, samples.Of(type));
            Change blank = PersonalEntry.Redact(change, FactSamples.Anna, FactSamples.Tombstone);

            Assert.DoesNotContain(JsonEncodedText.Encode(FactSamples.Canary).Value, FactJson.Write(Sealing.Seal(FactSamples.Community, 1, null, blank.OccurredAt, blank, "s")), StringComparison.Ordinal);
            Assert.Equal(blank, PersonalEntry.Redact(blank, FactSamples.Anna, FactSamples.Tombstone));
        }
    }

    /// <summary>The marks that the generated metadata shows are those in the sources.</summary>
    [Theory]
    [MemberData(nameof(Types))]
    public void Marks_AreSeenByTheGeneratedMetadata(Type type)
    {
        string[] written = [.. type.GetProperties().Where(p => p.IsDefined(typeof(PersonalDataAttribute))).Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name)).Order()];
        string[] seen = [.. FactJsonContext.Default.GetTypeInfo(type)!.Properties.Where(p => p.AttributeProvider?.IsDefined(typeof(PersonalDataAttribute), true) == true).Select(p => p.Name).Order()];

        Assert.Equal(written, seen);
    }

    private static IEnumerable<FactNameAttribute> Named() => typeof(FactJsonContext).GetCustomAttributes<FactNameAttribute>();

    private static IEnumerable<Type> ListItems(Type type, HashSet<Type> seen)
    {
        if (type.IsGenericType)
        {
            bool list = type.GetGenericTypeDefinition() == typeof(ValueList<>);
            return type.GetGenericArguments().SelectMany(a => ListItems(a, seen).Concat(list ? [a] : []));
        }

        return type.Namespace?.StartsWith("CommunityOfPractice", StringComparison.Ordinal) == true && type.IsClass && seen.Add(type)
            ? type.GetProperties().Where(p => !p.IsDefined(typeof(JsonIgnoreAttribute))).SelectMany(p => ListItems(p.PropertyType, seen))
            : [];
    }
}
