using CommunityOfPractice.Core.Networks;
using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Core.Health;

/// <summary>Every number of a silo map that readers can add up, in one row of cells, and which of them are withheld.</summary>
internal sealed class SiloTable
{
    private readonly int groups;
    private readonly bool[] hiddenSizes;
    private readonly bool[] hidden;

    public SiloTable(SiloTies ties, GroupTieTable table, SuppressionPolicy policy, SiloMap? previous)
    {
        groups = ties.Names.Length;
        Populations = PopulationsOf(ties, table, policy);
        int k = policy.SmallestGroup;
        long[] sizes = [.. table.Sizes, table.Sizes.Sum()];
        bool[] heldSizes = [.. ties.Names.Select((name, g) => IsHeld(previous?.Groups.FirstOrDefault(p => p.Name == name)?.People, sizes[g], k)), false];
        hiddenSizes = CellSuppression.Hide(sizes, [new(groups, [.. Enumerable.Range(0, groups)])], k, heldSizes);
        bool[] withheld = new bool[Populations.Length];
        for (int i = 0; i < groups; i++)
        {
            SiloGroup? before = previous?.Groups.FirstOrDefault(p => p.Name == ties.Names[i]);
            withheld[RowTotal(i)] = hiddenSizes[i] || IsHeld(before?.PeopleWithTies, Populations[RowTotal(i)], k);
            for (int j = i; j < groups; j++)
            {
                int? shown = previous?.Cells.FirstOrDefault(c => c.First == ties.Names[i] && c.Second == ties.Names[j])?.People;
                withheld[Cell(i, j)] = hiddenSizes[i] || hiddenSizes[j] || IsHeld(shown, Populations[Cell(i, j)], k);
            }
        }

        hidden = CellSuppression.Hide(Populations, [.. Sums()], k, withheld);
    }

    /// <summary>How many people each cell stands for.</summary>
    public long[] Populations { get; }

    public int Total => RowTotal(groups);

    public int Within => Total + 1;

    public int Across => Total + 2;

    public bool HidesSize(int group) => hiddenSizes[group];

    public bool Hides(int cell) => hidden[cell];

    /// <summary>The place of two groups, the first not after the second.</summary>
    public int Cell(int first, int second) => (first * groups) - (first * (first - 1) / 2) + second - first;

    public int RowTotal(int group) => (groups * (groups + 1) / 2) + group;

    /// <summary>What readers of the map can add up.</summary>
    public IEnumerable<CellSum> Sums()
    {
        List<int> inside = [], between = [];
        for (int i = 0; i < groups; i++)
        {
            yield return new(RowTotal(i), [.. Enumerable.Range(0, groups).Select(j => Cell(Math.Min(i, j), Math.Max(i, j)))]);
            inside.Add(Cell(i, i));
            between.AddRange(Enumerable.Range(i + 1, groups - i - 1).Select(j => Cell(i, j)));
        }

        yield return new(Within, [.. inside]);
        yield return new(Total, [Within, Across]);
        if (between.Count > 0)
        {
            yield return new(Across, [.. between]);
        }
    }

    private static bool IsHeld(int? published, long now, int k) => published is { } before && CellSuppression.IsHeld(before, now, k);

    /// <summary>A cell of a small group stands for the people of that group, any other for those who have its ties.</summary>
    private long[] PopulationsOf(SiloTies ties, GroupTieTable table, SuppressionPolicy policy)
    {
        long[] populations = new long[Across + 1];
        int[,] people = ties.PeopleOfCells();
        for (int i = 0; i < groups; i++)
        {
            int row = i;
            populations[RowTotal(i)] = policy.IsSmall(table.Sizes[i]) ? table.Sizes[i] : ties.PeopleWith((a, b) => a == row || b == row);
            for (int j = i; j < groups; j++)
            {
                int smaller = Math.Min(table.Sizes[i], table.Sizes[j]);
                populations[Cell(i, j)] = policy.IsSmall(smaller) ? smaller : people[i, j];
            }
        }

        populations[Within] = ties.PeopleWith((a, b) => a == b);
        populations[Across] = ties.PeopleWith((a, b) => a != b);
        populations[Total] = ties.PeopleWith((_, _) => true);
        return populations;
    }
}
