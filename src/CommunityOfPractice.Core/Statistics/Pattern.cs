namespace CommunityOfPractice.Core.Statistics;

/// <summary>The hidden cells of a table while it is being protected.</summary>
internal sealed class Pattern(long[] populations, IReadOnlyList<CellSum> sums, int k, bool[] hidden)
{
    private readonly HashSet<int> totals = [.. sums.Select(s => s.Total)];

    /// <summary>Hides more cells until the table is safe, then shows again what was hidden needlessly.</summary>
    public void Protect()
    {
        List<int> complements = [];
        while (Exposed() is { } sum)
        {
            int next = Cheapest(sum);
            hidden[next] = true;
            complements.Add(next);
        }

        foreach (int cell in complements.OrderByDescending(c => populations[c]).ThenBy(c => c))
        {
            hidden[cell] = false;
            hidden[cell] = Exposed() is not null;
        }
    }

    /// <summary>A set of cells of which one more must be hidden; null when the table is safe.</summary>
    private HashSet<int>? Exposed()
    {
        foreach (CellSum sum in sums)
        {
            int[] parts = [.. sum.Parts.Where(p => hidden[p])];
            if (!hidden[sum.Total] && parts.Length > 0 && parts.Sum(p => populations[p]) < k)
            {
                return [.. sum.Cells.Where(c => !hidden[c])];
            }
        }

        return Elimination.UnitRows(hidden, sums) is [int first, ..] ? Neighbours(first) : null;
    }

    /// <summary>The published cells in one sum with a hidden cell or, where there is none, with those hidden beside it.</summary>
    private HashSet<int> Neighbours(int cell)
    {
        HashSet<int> reached = [cell], shown = [];
        while (shown.Count == 0)
        {
            CellSum[] around = [.. sums.Where(s => s.Cells.Any(reached.Contains))];
            shown.UnionWith(around.SelectMany(s => s.Cells).Where(c => !hidden[c]));
            reached.UnionWith(around.SelectMany(s => s.Cells));
        }

        return shown;
    }

    /// <summary>Parts before totals, then what stands for anybody before what stands for nobody, then the smallest.</summary>
    private int Cheapest(HashSet<int> cells) => cells
        .OrderBy(c => totals.Contains(c)).ThenBy(c => populations[c] == 0).ThenBy(c => populations[c]).ThenBy(c => c).First();
}
