using CommunityOfPractice.Core.Networks;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>Ties within and between groups of people, by what was known of each person as of their last tie in the window.</summary>
internal sealed class GroupedTies
{
    private const double MinimumCoverage = 0.7;

    /// <summary>How many steps a permutation test may take: vertices and ties, times permutations.</summary>
    private const long MostSteps = 4_000_000;

    private const int FewestPermutations = 99;

    private readonly GroupAttribute attribute;

    private GroupedTies(GroupAttribute attribute, int[] labels, GroupTies ties)
    {
        this.attribute = attribute;
        Labels = labels;
        Ties = ties;
    }

    /// <summary>The group of each vertex; -1 when it is unknown.</summary>
    public int[] Labels { get; }

    public GroupTies Ties { get; }

    public static GroupedTies Of(HealthEvidence evidence, GroupAttribute attribute)
    {
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        int[] labels = new int[evidence.Population.Count];
        for (int i = 0; i < labels.Length; i++)
        {
            long last = evidence.Interactions.LastTie[i];
            DateTimeOffset at = last > 0 ? new(last, TimeSpan.Zero) : evidence.LastMoment;
            labels[i] = evidence.AttributesOf(evidence.Population[i], at) is { } known && attribute.Of(known) is { } group
                ? numbers.TryGetValue(group, out int number) ? number : numbers[group] = numbers.Count
                : -1;
        }

        return new(attribute, labels, GroupTies.Of(evidence.Interactions.Undirected, labels));
    }

    /// <summary>A reading of why the ties between groups cannot be told, or null when they can.</summary>
    public Reading? Without(HealthEvidence evidence)
    {
        if (!evidence.PeopleKnown || (attribute == GroupAttribute.Location && Ties.Groups == 0))
        {
            return attribute.NothingKnown;
        }

        if (Interactions.Unknown(evidence) is { } unknown)
        {
            return unknown;
        }

        return Ties.Coverage is not { } coverage ? Reading.Insufficient("ties", 0, 1)
            : coverage < MinimumCoverage ? Reading.Insufficient($"per cent of ties with known {attribute.Code}", Math.Floor(coverage * 100), MinimumCoverage * 100)
            : Ties.Groups < 2 ? Reading.NotApplicable(attribute.Code + ".one", attribute.One)
            : null;
    }

    /// <summary>The E-I index minus its expectation when groups do not matter.</summary>
    public Reading BeyondChance(HealthEvidence evidence, string indicator, int permutations)
    {
        if (Without(evidence) is { } without)
        {
            return without;
        }

        double ei = Ties.EiIndex!.Value, expected = Ties.EiExpected!.Value;
        List<Detail> details =
        [
            new("ei", ei),
            new("expected", expected),
            new("coverage", Ties.Coverage!.Value),
            new(attribute.Code, Ties.Groups),
            new("expectedByDegrees", Ties.EiExpectedByDegrees!.Value),
        ];
        if (Ties.EiRescaled is { } rescaled)
        {
            details.Add(new("rescaled", rescaled));
        }

        UndirectedGraph graph = evidence.Interactions.Undirected;
        int affordable = (int)Math.Min(permutations, MostSteps / ((long)graph.VertexCount + graph.EdgeCount));
        if (affordable >= Math.Min(permutations, FewestPermutations) && permutations > 0
            && EiPermutation.Of(graph, Labels, evidence.RandomFor(indicator), affordable) is { } test)
        {
            details.AddRange([new("pFewer", test.PAtMost), new("pMore", test.PAtLeast), new("permutations", test.Permutations)]);
        }

        return new(new Measurement.Value(ei - expected, Ties.External + Ties.Internal)) { Details = details.ToValueList() };
    }
}
