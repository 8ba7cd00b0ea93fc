using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Networks;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>Draws silo maps.</summary>
public static class SiloMaps
{
    private const double MinimumCoverage = 0.7;
    private const double Level = 0.05;

    /// <summary>Draws the map of one community, or of several taken together.</summary>
    /// <param name="communities">What is known about each; all with one window. People who meet in several communities count once, and so do their ties.</param>
    /// <param name="attribute">What the groups are.</param>
    /// <param name="policy">How small a group may be; null for the defaults.</param>
    /// <param name="previous">The map that was published before, for the differencing guard; null for none.</param>
    /// <param name="seed">The seed of the permutations. The default value is 1.</param>
    /// <param name="permutations">How many permutations; one or more. The default value is 999.</param>
    /// <returns>The map; one without groups and cells when it cannot be drawn, <see cref="SiloMap.Crossing"/> says why.</returns>
    /// <remarks>Deterministic. At most 20 groups are told apart; the smaller ones beyond, and groups that are too small, are taken together, with the next larger ones until there are enough people. Time O(B (V + E)) for B permutations.</remarks>
    /// <exception cref="ArgumentException">There is no community, their windows differ, or something is wrong with the policy.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="permutations"/> is below one, or the attribute is not defined.</exception>
    public static SiloMap Of(
        IReadOnlyCollection<HealthEvidence> communities, SiloBorder attribute, SuppressionPolicy? policy = null, SiloMap? previous = null, ulong seed = 1, int permutations = 999)
    {
        ArgumentNullException.ThrowIfNull(communities);
        ArgumentOutOfRangeException.ThrowIfLessThan(permutations, 1);
        Defined.Check(attribute);
        SuppressionPolicy rules = SuppressionPolicy.Checked(policy, nameof(policy));
        if (communities.Count == 0 || communities.Any(c => c.Window != communities.First().Window))
        {
            throw new ArgumentException("A map is of one community or more, all in one window.", nameof(communities));
        }

        SiloTies ties = SiloTies.Of(communities, attribute, rules.SmallestGroup);
        GroupTieTable table = GroupTieTable.Of(ties.Graph, ties.Groups);
        SiloMap empty = new()
        {
            Attribute = attribute,
            Window = communities.First().Window,
            Policy = rules.Version,
            SmallestGroup = rules.SmallestGroup,
            Seed = seed,
            Permutations = permutations,
            Crossing = rules.Withheld(),
            Groups = [],
            Cells = [],
        };
        if (WhyNot(ties, table, rules) is { } why)
        {
            return empty with { Crossing = why };
        }

        SiloTable shown = new(ties, table, rules, previous);
        return shown.Hides(shown.Total) ? empty : Drawn(empty, ties, table, shown, table.PValues(ties.Graph, ties.Groups, new SplitMix64(seed), permutations));
    }

    private static Measurement? WhyNot(SiloTies ties, GroupTieTable table, SuppressionPolicy policy)
    {
        int people = ties.Groups.Zip(ties.People).Where(v => v.First >= 0).Select(v => v.Second).Distinct().Count();
        return people == 0 ? new Measurement.NotApplicable(new("groups.unknown", "The data do not say who belongs to which group."))
            : policy.IsSmall(people) || ties.Names is [SiloTies.Others] ? policy.Withheld()
            : table.Coverage is not { } coverage ? new Measurement.InsufficientData("ties", 0, 1)
            : coverage < MinimumCoverage ? new Measurement.InsufficientData("per cent of ties with known groups", Math.Floor(coverage * 100), MinimumCoverage * 100)
            : ties.Names.Length < 2 ? new Measurement.NotApplicable(new("groups.one", "Everybody belongs to the same group."))
            : null;
    }

    private static SiloMap Drawn(SiloMap map, SiloTies ties, GroupTieTable table, SiloTable shown, double[,] p)
    {
        int groups = ties.Names.Length;
        List<(int First, int Second)> cells = [.. Enumerable.Range(0, groups).SelectMany(i => Enumerable.Range(i, groups - i).Select(j => (i, j)))];
        (int First, int Second)[] open = [.. cells.Where(c => !shown.Hides(shown.Cell(c.First, c.Second)))];
        Dictionary<(int First, int Second), double> adjusted = open.Zip(Holm.Adjust([.. open.Select(c => p[c.First, c.Second])])).ToDictionary(c => c.First, c => c.Second);
        int within = Enumerable.Range(0, groups).Sum(g => table.Observed(g, g));
        bool told = !shown.Hides(shown.Within) && !shown.Hides(shown.Across);
        GroupTies summary = GroupTies.Of(ties.Graph, ties.Groups);
        return map with
        {
            Crossing = told && summary.EiIndex is { } ei && summary.EiExpected is { } chance && Enumerable.Range(0, groups).All(g => !shown.HidesSize(g))
                ? new Measurement.Value(ei - chance, table.Edges)
                : map.Crossing,
            Coverage = table.Coverage,
            Ties = table.Edges,
            Within = shown.Hides(shown.Within) ? null : within,
            Across = shown.Hides(shown.Across) ? null : table.Edges - within,
            Groups = ties.Names.Select((name, g) => GroupOf(name, g, groups, table, shown)).ToValueList(),
            Cells = cells.Select(c => CellOf(ties.Names, c, table, shown, adjusted)).ToValueList(),
        };
    }

    private static SiloGroup GroupOf(string name, int group, int groups, GroupTieTable table, SiloTable shown)
    {
        int row = shown.RowTotal(group);
        return new(name)
        {
            People = shown.HidesSize(group) ? null : table.Sizes[group],
            Ties = shown.Hides(row) ? null : Enumerable.Range(0, groups).Sum(other => table.Observed(group, other)),
            PeopleWithTies = shown.Hides(row) ? null : (int)shown.Populations[row],
        };
    }

    private static SiloCell CellOf(string[] names, (int First, int Second) cell, GroupTieTable table, SiloTable shown, Dictionary<(int First, int Second), double> adjusted)
    {
        if (!adjusted.TryGetValue(cell, out double p))
        {
            return new(names[cell.First], names[cell.Second], SiloFinding.Withheld);
        }

        int ties = table.Observed(cell.First, cell.Second);
        double? expected = table.Expected(cell.First, cell.Second);
        return new(names[cell.First], names[cell.Second], p >= Level ? SiloFinding.NoDetectableDifference : ties > expected ? SiloFinding.More : SiloFinding.Fewer)
        {
            Ties = ties,
            Expected = expected,
            P = p,
            People = (int)shown.Populations[shown.Cell(cell.First, cell.Second)],
        };
    }
}
