using CommunityOfPractice.Core.Networks;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>Ties within and between groups of people, each by the groups in which its two ends stood when they last turned to each other.</summary>
/// <remarks>Somebody who had ties in several groups stands for one person in each; who has no tie, in the group of the last moment. So all numbers are those of one graph.</remarks>
internal sealed class GroupedTies
{
    private const double MinimumCoverage = 0.7;

    /// <summary>How many steps a permutation test may take: vertices and ties, times permutations.</summary>
    private const long MostSteps = 4_000_000;

    private const int FewestPermutations = 99;

    private readonly GroupAttribute attribute;
    private readonly UndirectedGraph graph;
    private readonly int[] people; // the person behind each vertex
    private readonly int[] groups; // the group of each vertex; -1 when it is unknown

    private GroupedTies(GroupAttribute attribute, UndirectedGraph graph, int[] people, int[] groups)
    {
        this.attribute = attribute;
        this.graph = graph;
        this.people = people;
        this.groups = groups;
        Ties = GroupTies.Of(graph, groups);
    }

    public GroupTies Ties { get; }

    public static GroupedTies Of(HealthEvidence evidence, GroupAttribute attribute)
    {
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        Interactions interactions = evidence.Interactions;
        int[] own = new int[evidence.Population.Count];
        bool[] moved = new bool[own.Length];
        for (int i = 0; i < own.Length; i++)
        {
            own[i] = GroupAt(i, interactions.LastTie[i]);
            moved[i] = evidence.HasMoved(evidence.Population[i]);
        }

        if (!moved.Contains(true))
        {
            return new(attribute, interactions.Undirected, [.. Enumerable.Range(0, own.Length)], own);
        }

        Stints stints = new(own);
        List<int> from = [], to = [];
        foreach ((int first, int second, long at) in interactions.LastTurns(moved))
        {
            from.Add(stints.Of(first, moved[first] ? GroupAt(first, at) : own[first]));
            to.Add(stints.Of(second, moved[second] ? GroupAt(second, at) : own[second]));
        }

        int[] vertices = stints.People;
        return new(attribute, UndirectedGraph.FromEdges(vertices.Length, [.. from], [.. to]), vertices, stints.Groups);

        int GroupAt(int person, long ticks)
        {
            DateTimeOffset at = ticks > 0 ? new(ticks, TimeSpan.Zero) : evidence.LastMoment;
            return evidence.AttributesOf(evidence.Population[person], at) is { } known && attribute.Of(known) is { } group
                ? numbers.TryGetValue(group, out int number) ? number : numbers[group] = numbers.Count
                : -1;
        }
    }

    /// <summary>How many pairs of people of different groups, as of the last tie of each, have no tie.</summary>
    public long PairsLeft(HealthEvidence evidence)
    {
        GroupTies now = GroupTies.Of(evidence.Interactions.Undirected, groups.AsSpan(0, evidence.Population.Count));
        return now.ExternalPairs - now.External;
    }

    /// <summary>How many people have ties to people of at least so many groups.</summary>
    public int Bridging(int atLeast)
    {
        HashSet<(int Person, int Group)> met = [];
        for (int vertex = 0; vertex < people.Length; vertex++)
        {
            foreach (int neighbour in graph.Neighbours(vertex))
            {
                if (groups[neighbour] >= 0)
                {
                    met.Add((people[vertex], groups[neighbour]));
                }
            }
        }

        return met.CountBy(m => m.Person).Count(p => p.Value >= atLeast);
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

        int affordable = (int)Math.Min(permutations, MostSteps / ((long)graph.VertexCount + graph.EdgeCount));
        if (affordable >= Math.Min(permutations, FewestPermutations) && permutations > 0
            && EiPermutation.Of(graph, groups, evidence.RandomFor(indicator), affordable) is { } test)
        {
            details.AddRange([new("pFewer", test.PAtMost), new("pMore", test.PAtLeast), new("permutations", test.Permutations)]);
        }

        return new(new Measurement.Value(ei - expected, Ties.External + Ties.Internal)) { Details = details.ToValueList() };
    }
}
