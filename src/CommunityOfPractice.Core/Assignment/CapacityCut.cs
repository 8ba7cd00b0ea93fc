namespace CommunityOfPractice.Core.Assignment;

/// <summary>The cut that proves that there are no more pairs: what exchanges reach from the rows with a place left.</summary>
internal static class CapacityCut
{
    /// <summary>Finds the rows and columns of the cut, ascending.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="outcome">As many pairs as possible.</param>
    /// <returns>The rows from which, and the columns to which exchanges lead from a row with a place left.</returns>
    public static (int[] Rows, int[] Columns) Of(CapacityProblem problem, CapacityOutcome outcome)
    {
        HashSet<(int Row, int Column)> made = [.. outcome.Rows.Zip(outcome.Columns)];
        ILookup<int, int> takers = made.ToLookup(pair => pair.Column, pair => pair.Row);
        int[] left = problem.RowCapacities.ToArray();
        foreach (int row in outcome.Rows)
        {
            left[row]--;
        }

        Stack<int> next = new(Enumerable.Range(0, left.Length).Where(row => left[row] > 0));
        SortedSet<int> rows = [.. next];
        SortedSet<int> columns = [];
        while (next.TryPop(out int row))
        {
            foreach (int column in problem.Columns(row))
            {
                if (!made.Contains((row, column)) && columns.Add(column))
                {
                    foreach (int taker in takers[column].Where(rows.Add))
                    {
                        next.Push(taker);
                    }
                }
            }
        }

        return ([.. rows], [.. columns]);
    }
}
