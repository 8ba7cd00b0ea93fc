namespace CommunityOfPractice.Core.Assignment;

/// <summary>Successive shortest paths: each row asks for its places one after the other, and a path of exchanges finds the cheapest way to give it one.</summary>
/// <remarks>
/// Kept all along: <c>row dual + column dual ≥ weight</c> for a pair that is not made, and <c>≤</c> for one that is. A row with a place left has a dual of zero when its turn is over,
/// a column with a place left always.
/// </remarks>
internal sealed class CapacitySearch
{
    private const long Never = long.MaxValue;

    private readonly CapacityProblem problem;
    private readonly long bonus;
    private readonly int rows;
    private readonly int[] arcRow;
    private readonly bool[] made;
    private readonly int[] rowLeft;
    private readonly int[] columnLeft;
    private readonly long[] rowDuals;
    private readonly long[] columnDuals;
    private readonly List<int>[] takers;
    private readonly long[] distance;
    private readonly int[] cameBy;
    private readonly bool[] settled;
    private readonly List<int> touched = [];
    private readonly EventHeap heap = new();
    private SearchEvent end;

    private CapacitySearch(CapacityProblem problem, long bonus)
    {
        this.problem = problem;
        this.bonus = bonus;
        rows = problem.RowCapacities.Length;
        arcRow = new int[problem.PairCount];
        made = new bool[problem.PairCount];
        rowLeft = problem.RowCapacities.ToArray();
        columnLeft = problem.ColumnCapacities.ToArray();
        takers = [.. columnLeft.Select(_ => new List<int>())];
        rowDuals = new long[rows];
        columnDuals = new long[columnLeft.Length];
        distance = new long[rows + columnLeft.Length];
        Array.Fill(distance, Never);
        cameBy = new int[distance.Length];
        settled = new bool[distance.Length];
        for (int row = 0; row < rows; row++)
        {
            Array.Fill(arcRow, row, problem.Starts[row], problem.Starts[row + 1] - problem.Starts[row]);
        }
    }

    public static CapacityOutcome Solve(CapacityProblem problem, long bonus)
    {
        CapacitySearch search = new(problem, bonus);
        search.Run();
        return search.Outcome();
    }

    private void Run()
    {
        for (int row = 0; row < rows; row++)
        {
            for (int arc = problem.Starts[row]; arc < problem.Starts[row + 1]; arc++)
            {
                // A column without places takes nobody: its price is as high as it needs to be.
                int column = problem.AllColumns[arc];
                columnDuals[column] = problem.ColumnCapacities[column] == 0 ? Math.Max(columnDuals[column], WeightOf(arc)) : 0;
            }
        }

        CapacityStart.Run(problem, bonus, columnDuals, Take);
        for (int row = 0; row < rows; row++)
        {
            rowDuals[row] = rowLeft[row] < problem.RowCapacities[row] ? rowDuals[row] : BestOffer(row);
            while (rowLeft[row] > 0 && rowDuals[row] > 0)
            {
                Search(row);
            }
        }
    }

    private CapacityOutcome Outcome()
    {
        int[] arcs = [.. Enumerable.Range(0, made.Length).Where(arc => made[arc])];
        return new([.. arcs.Select(arc => arcRow[arc])], [.. arcs.Select(arc => problem.AllColumns[arc])], arcs.Sum(arc => problem.AllWeights[arc]), rowDuals, columnDuals);
    }

    /// <summary>Makes a pair that is tight.</summary>
    private void Take(int row, int arc)
    {
        int column = problem.AllColumns[arc];
        made[arc] = true;
        takers[column].Add(arc);
        rowLeft[row]--;
        columnLeft[column]--;
        rowDuals[row] = WeightOf(arc) - columnDuals[column];
    }

    private long WeightOf(int arc) => problem.AllWeights[arc] + bonus;

    private long BestOffer(int row)
    {
        long best = 0;
        for (int arc = problem.Starts[row]; arc < problem.Starts[row + 1]; arc++)
        {
            best = Math.Max(best, WeightOf(arc) - columnDuals[problem.AllColumns[arc]]);
        }

        return best;
    }

    /// <summary>Finds the cheapest way to give a row one more place or to leave a row with one less, and takes it.</summary>
    private void Search(int start)
    {
        end = new(Never, -1, -1);
        Shorten(start, 0, -1);
        while (heap.Count > 0 && heap.Earliest < end.Time)
        {
            SearchEvent next = heap.Pop();
            if (settled[next.To] || next.Time != distance[next.To])
            {
                continue;
            }

            settled[next.To] = true;
            if (next.To < rows)
            {
                LeaveRow(next.To, next.Time);
            }
            else
            {
                LeaveColumn(next.To - rows, next.Time);
            }
        }

        Settle();
        Exchange(start, end.To);
    }

    private void LeaveRow(int row, long time)
    {
        for (int arc = problem.Starts[row]; arc < problem.Starts[row + 1]; arc++)
        {
            if (!made[arc])
            {
                int column = problem.AllColumns[arc];
                Shorten(rows + column, time + rowDuals[row] + columnDuals[column] - WeightOf(arc), arc);
            }
        }
    }

    private void LeaveColumn(int column, long time)
    {
        foreach (int arc in takers[column])
        {
            Shorten(arcRow[arc], time + WeightOf(arc) - rowDuals[arcRow[arc]] - columnDuals[column], arc);
        }
    }

    /// <summary>Notes a shorter way to a node. A path may end where a place is left, and where a row gives one up, at the price of its dual.</summary>
    private void Shorten(int node, long time, int arc)
    {
        if (time >= distance[node] || time >= end.Time)
        {
            return;
        }

        if (distance[node] == Never)
        {
            touched.Add(node);
        }

        (distance[node], cameBy[node]) = (time, arc);
        bool stops = node < rows || columnLeft[node - rows] > 0;
        long last = stops ? time + (node < rows ? rowDuals[node] : 0) : Never;
        if (last < end.Time)
        {
            end = new(last, -1, node);
        }

        if (node < rows || columnLeft[node - rows] == 0)
        {
            heap.Push(time, -1, node);
        }
    }

    private void Settle()
    {
        foreach (int node in touched)
        {
            long change = Math.Max(0, end.Time - distance[node]);
            if (node < rows)
            {
                rowDuals[node] -= change;
            }
            else
            {
                columnDuals[node - rows] += change;
            }

            distance[node] = Never;
            settled[node] = false;
        }

        touched.Clear();
        heap.Clear();
    }

    /// <summary>Turns the pairs round along the path that led to a node.</summary>
    private void Exchange(int start, int node)
    {
        if (node == start)
        {
            return; // goes without one more place, at a dual of zero
        }

        rowLeft[start]--;
        if (node < rows)
        {
            rowLeft[node]++;
        }
        else
        {
            columnLeft[node - rows]--;
        }

        while (node != start)
        {
            int arc = cameBy[node];
            int column = problem.AllColumns[arc];
            made[arc] = !made[arc];
            if (made[arc])
            {
                takers[column].Add(arc);
                node = arcRow[arc];
            }
            else
            {
                takers[column].Remove(arc);
                node = rows + column;
            }
        }
    }
}
