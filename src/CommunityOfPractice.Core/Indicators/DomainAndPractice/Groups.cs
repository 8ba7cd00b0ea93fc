using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>How the population falls into departments or places, as of the as-of instant.</summary>
internal sealed class Groups
{
    /// <summary>Below this share of people with a known group nothing is said.</summary>
    public const double MinimumCoverage = 0.7;

    private const int MinimumPeople = 5;

    private readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);

    private Groups(HealthEvidence evidence, string what, Func<PersonAttributes, string?> of)
    {
        What = what;
        Population = evidence.Population.Count;
        foreach (PersonId person in evidence.Population)
        {
            if (evidence.AttributesOf(person, evidence.LastMoment) is { } attributes && of(attributes) is { } group)
            {
                counts[group] = counts.GetValueOrDefault(group) + 1;
                Known++;
            }
        }
    }

    public string What { get; }

    public int Population { get; }

    /// <summary>Of how many people the group is known.</summary>
    public int Known { get; }

    public double Coverage => Population == 0 ? 0 : (double)Known / Population;

    public int[] Counts => [.. counts.Values];

    public static Groups Departments(HealthEvidence evidence) => new(evidence, "departments", a => a.Department);

    public static Groups Locations(HealthEvidence evidence) => new(evidence, "locations", a => a.Location);

    /// <summary>A reading of groups that are unknown or of too few people, or null when they can be measured.</summary>
    public Reading? Short() =>
        Known == 0 ? Reading.NotApplicable($"{What}.unknown", $"The data do not say to which {What} people belong.")
        : Known < MinimumPeople ? Reading.Insufficient($"people with known {What}", Known, MinimumPeople)
        : Coverage < MinimumCoverage ? Reading.Insufficient($"per cent of people with known {What}", Math.Floor(Coverage * 100), MinimumCoverage * 100)
        : null;

    /// <summary>How mixed the groups are.</summary>
    public Reading Diversity()
    {
        if (Short() is { } shortage)
        {
            return shortage;
        }

        int[] each = Counts;
        return new(new Measurement.Value(Blau.Of<int>(each)!.Value, Known))
        {
            Details =
            [
                new("groups", each.Length),
                new("unbiased", Blau.Unbiased<int>(each)!.Value),
                new("effectiveNumber", Entropy.EffectiveNumber<int>(each)!.Value),
                .. each.Length > 1 ? (Detail[])[new("normalised", Blau.Normalised<int>(each)!.Value), new("evenness", Entropy.Evenness<int>(each)!.Value)] : [],
                new("coverage", Coverage),
            ],
        };
    }

    /// <summary>How closely the groups follow those of the organisation; people in groups that it does not list count as missed.</summary>
    public Reading Representativeness(ValueList<GroupCount>? organisation)
    {
        if (organisation is not { Count: > 0 } eligible || eligible.All(g => g.People <= 0))
        {
            return Reading.NotApplicable("organisation.unknown", $"The data do not say how many people the organisation has in its {What}.");
        }

        if (Short() is { } shortage)
        {
            return shortage;
        }

        SortedDictionary<string, int> outside = new(StringComparer.Ordinal);
        foreach (GroupCount group in eligible)
        {
            outside[group.Group] = outside.GetValueOrDefault(group.Group) + Math.Max(0, group.People);
        }

        string[] all = [.. counts.Keys.Union(outside.Keys, StringComparer.Ordinal)];
        int[] inside = [.. all.Select(g => counts.GetValueOrDefault(g))], whole = [.. all.Select(g => outside.GetValueOrDefault(g))];
        return new(new Measurement.Value(Statistics.Representativeness.Of<int>(inside, whole)!.Value, Known))
        {
            Details = [new("groups", counts.Count), new("groupsOfTheOrganisation", outside.Count(g => g.Value > 0)), new("coverage", Coverage)],
        };
    }
}
