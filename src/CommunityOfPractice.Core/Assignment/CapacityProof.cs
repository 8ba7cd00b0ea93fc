namespace CommunityOfPractice.Core.Assignment;

/// <summary>Checks the certificate of an assignment with capacities; shares nothing with the solver.</summary>
internal static class CapacityProof
{
    public static IEnumerable<string> FaultsOf(CapacityProblem problem, CapacityAssignment assignment, bool mostPairs)
    {
        List<string> faults = [];
        try
        {
            HashSet<(int Row, int Column)> pairs = [];
            if (CheckShape(problem, assignment, pairs, faults))
            {
                CheckCut(problem, assignment, mostPairs, faults);
                CheckPrices(problem, assignment, pairs, faults);
            }
        }
        catch (OverflowException)
        {
            faults.Add("The numbers are too large to be checked.");
        }

        return faults.Take(Verification.MostFaults);
    }

    private static bool CheckShape(CapacityProblem problem, CapacityAssignment assignment, HashSet<(int Row, int Column)> pairs, List<string> faults)
    {
        int[] rowLeft = problem.RowCapacities.ToArray();
        int[] columnLeft = problem.ColumnCapacities.ToArray();
        if (assignment.Rows.Length != assignment.Columns.Length || assignment.RowDuals.Length != rowLeft.Length || assignment.ColumnDuals.Length != columnLeft.Length)
        {
            faults.Add($"{assignment.Rows.Length} rows and {assignment.Columns.Length} columns, {assignment.RowDuals.Length} and {assignment.ColumnDuals.Length} prices do not go together.");
            return false;
        }

        for (int pair = 0; pair < assignment.Rows.Length && faults.Count < Verification.MostFaults; pair++)
        {
            (int row, int column) = (assignment.Rows[pair], assignment.Columns[pair]);
            if ((uint)row >= (uint)rowLeft.Length || (uint)column >= (uint)columnLeft.Length || problem.Columns(row).BinarySearch(column) < 0
                || !pairs.Add((row, column)) || --rowLeft[row] < 0 || --columnLeft[column] < 0)
            {
                faults.Add($"The pair of row {row} and column {column} is not allowed, made twice or beyond a capacity.");
            }
        }

        return faults.Count == 0;
    }

    /// <summary>The bonus is the same for all pairs, so all that it must do is put their number first: the cut says that there are no more.</summary>
    private static void CheckCut(CapacityProblem problem, CapacityAssignment assignment, bool mostPairs, List<string> faults)
    {
        if (!mostPairs)
        {
            if (assignment.PairBonus != 0)
            {
                faults.Add("A bonus for each pair proves another total.");
            }

            return;
        }

        HashSet<int> rows = [.. assignment.CutRows];
        HashSet<int> columns = [.. assignment.CutColumns];
        long capacity = 0;
        for (int column = 0; column < problem.ColumnCapacities.Length; column++)
        {
            capacity += columns.Contains(column) ? problem.ColumnCapacities[column] : 0;
        }

        for (int row = 0; row < problem.RowCapacities.Length; row++)
        {
            capacity += rows.Contains(row) ? 0 : problem.RowCapacities[row];
            foreach (int column in problem.Columns(row))
            {
                capacity += rows.Contains(row) && !columns.Contains(column) ? 1 : 0;
            }
        }

        if (capacity != assignment.Rows.Length)
        {
            faults.Add($"There are {assignment.Rows.Length} pairs, but the cut has a capacity of {capacity}.");
        }
    }

    /// <summary>No pair that was left out beats its prices, and the pairs are worth as much as all places and margins together.</summary>
    private static void CheckPrices(CapacityProblem problem, CapacityAssignment assignment, HashSet<(int Row, int Column)> pairs, List<string> faults)
    {
        Int128 total = 0;
        Int128 bound = SumOfPlaces(problem.RowCapacities, assignment.RowDuals, faults) + SumOfPlaces(problem.ColumnCapacities, assignment.ColumnDuals, faults);
        for (int row = 0; row < problem.RowCapacities.Length && faults.Count < Verification.MostFaults; row++)
        {
            for (int place = 0; place < problem.Columns(row).Length; place++)
            {
                int column = problem.Columns(row)[place];
                long margin = checked(problem.Weights(row)[place] + assignment.PairBonus - assignment.RowDuals[row] - assignment.ColumnDuals[column]);
                bool made = pairs.Contains((row, column));
                total += made ? problem.Weights(row)[place] : 0;
                bound += made ? Math.Max(0, margin) : 0;
                if (margin > 0 && !made)
                {
                    faults.Add($"Row {row} and column {column} are worth {margin} more than their prices and no pair.");
                }
            }
        }

        Int128 worth = total + ((Int128)assignment.PairBonus * assignment.Rows.Length);
        if (total != assignment.TotalWeight || worth != bound)
        {
            faults.Add($"The pairs weigh {total}, said to be {assignment.TotalWeight}; {worth} with bonuses, while the prices allow {bound}.");
        }
    }

    private static Int128 SumOfPlaces(ReadOnlySpan<int> capacities, ReadOnlySpan<long> prices, List<string> faults)
    {
        Int128 sum = 0;
        for (int place = 0; place < prices.Length; place++)
        {
            sum += (Int128)capacities[place] * prices[place];
            if (prices[place] < 0)
            {
                faults.Add($"A place has a price of {prices[place]}.");
            }
        }

        return sum;
    }
}
