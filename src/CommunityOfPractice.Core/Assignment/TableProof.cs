namespace CommunityOfPractice.Core.Assignment;

/// <summary>Checks the certificate of an assignment on a table; shares nothing with the solver.</summary>
internal static class TableProof
{
    public static IEnumerable<string> FaultsOf(ReadOnlySpan<long> values, TableAssignment assignment, int sign, bool mostPairs)
    {
        List<string> faults = [];
        try
        {
            if (CheckShape(values, assignment, faults))
            {
                CheckBonus(values, assignment, mostPairs, faults);
                CheckPrices(values, assignment, sign, faults);
                CheckTotals(values, assignment, sign, faults);
            }
        }
        catch (OverflowException)
        {
            faults.Add("The numbers are too large to be checked.");
        }

        return faults.Take(Verification.MostFaults);
    }

    private static bool CheckShape(ReadOnlySpan<long> values, TableAssignment assignment, List<string> faults)
    {
        int rows = assignment.Partners.Length;
        int columns = assignment.ColumnCount;
        if (columns < 0 || values.Length != (long)rows * columns || assignment.RowDuals.Length != rows || assignment.ColumnDuals.Length != columns)
        {
            faults.Add($"{values.Length} values, {rows} rows and {columns} columns with {assignment.RowDuals.Length} and {assignment.ColumnDuals.Length} prices do not go together.");
            return false;
        }

        HashSet<int> taken = [];
        for (int row = 0; row < rows; row++)
        {
            int column = assignment.Partners[row];
            if (column != -1 && ((uint)column >= (uint)columns || !taken.Add(column) || values[(row * columns) + column] == BipartiteAssignment.Forbidden))
            {
                faults.Add($"Row {row} has column {column}, which does not exist, is forbidden or has another row.");
            }
        }

        return faults.Count == 0;
    }

    /// <summary>More pairs come first when the smaller side is used up, or when the bonus is more than all values can differ by.</summary>
    private static void CheckBonus(ReadOnlySpan<long> values, TableAssignment assignment, bool mostPairs, List<string> faults)
    {
        int pairs = Math.Min(assignment.Partners.Length, assignment.ColumnCount);
        if (!mostPairs && assignment.PairBonus != 0)
        {
            faults.Add("A bonus for each pair proves another total.");
        }

        if (mostPairs && assignment.PairCount < pairs)
        {
            long largest = 0;
            long least = 0;
            foreach (long value in values)
            {
                largest = Math.Max(largest, value);
                least = Math.Min(least, value == BipartiteAssignment.Forbidden ? 0 : value);
            }

            // Values of either sign: one side of the range may be the negated one.
            if (assignment.PairBonus <= ((Int128)largest - least) * pairs)
            {
                faults.Add($"The bonus of {assignment.PairBonus} for each pair is too small to put the number of pairs first.");
            }
        }
    }

    private static void CheckPrices(ReadOnlySpan<long> values, TableAssignment assignment, int sign, List<string> faults)
    {
        ReadOnlySpan<long> columnDuals = assignment.ColumnDuals;
        foreach (long dual in columnDuals)
        {
            if (dual < 0)
            {
                faults.Add($"A column has a price of {dual}.");
            }
        }

        for (int row = 0; row < assignment.Partners.Length && faults.Count < Verification.MostFaults; row++)
        {
            long dual = assignment.RowDuals[row];
            if (dual < 0)
            {
                faults.Add($"Row {row} has a price of {dual}.");
            }

            ReadOnlySpan<long> worths = values.Slice(row * columnDuals.Length, columnDuals.Length);
            for (int column = 0; column < worths.Length; column++)
            {
                if (worths[column] != BipartiteAssignment.Forbidden && checked(dual + columnDuals[column] < (sign * worths[column]) + assignment.PairBonus))
                {
                    faults.Add($"Row {row} and column {column} are worth more than their prices.");
                }
            }
        }
    }

    /// <summary>The pairs, bonuses included, are worth as much as all prices together.</summary>
    private static void CheckTotals(ReadOnlySpan<long> values, TableAssignment assignment, int sign, List<string> faults)
    {
        Int128 total = 0;
        Int128 bound = 0;
        for (int row = 0; row < assignment.Partners.Length; row++)
        {
            int column = assignment.Partners[row];
            total += column < 0 ? 0 : values[(row * assignment.ColumnCount) + column];
            bound += assignment.RowDuals[row];
        }

        foreach (long dual in assignment.ColumnDuals)
        {
            bound += dual;
        }

        Int128 worth = (sign * total) + ((Int128)assignment.PairBonus * assignment.PairCount);
        if (total != assignment.Total || worth != bound)
        {
            faults.Add($"The pairs come to {total}, said to be {assignment.Total}; {worth} with bonuses, while the prices allow {bound}.");
        }
    }
}
