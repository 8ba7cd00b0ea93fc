using System.Buffers;
using System.Numerics;

namespace CommunityOfPractice.Core.Assignment;

/// <summary>The assignment problem on a full table: each row gets at most one column and each column at most one row, for the greatest or the least total.</summary>
/// <remarks>
/// <para>Exact for whole values of either sign and any numbers of rows and columns. As many pairs as possible come first, unless <c>mostPairs</c> is false: then a pair is
/// made only where it improves the total. <see cref="Forbidden"/> marks pairs that must not be made. Deterministic.</para>
/// <para>The shortest augmenting paths of Jonker and Volgenant (1987), A shortest augmenting path algorithm for dense and sparse linear assignment problems, Computing
/// 38, 325-340: time O(k²·l) for k the smaller and l the larger side, space O(kl). For sparse tables use <see cref="CapacitatedAssignment"/>.</para>
/// </remarks>
/// <example>
/// <code>
/// long[] costs = [4, 1, 3, 2, 0, 5, 3, 2, 2];                      // three rows of three
/// TableAssignment best = BipartiteAssignment.Minimum(costs, 3, 3);  // columns 1, 0, 2; total 5
/// BipartiteAssignment.VerifyMinimum(costs, best).IsProven;          // true
/// </code>
/// </example>
public static class BipartiteAssignment
{
    /// <summary>The value of a pair that must not be made.</summary>
    public const long Forbidden = long.MinValue;

    /// <summary>The largest distance of values, times the pairs where pairs are forbidden, that is computed with: 2^59.</summary>
    public const long LargestRange = 1L << 59;

    /// <summary>Finds the assignment of greatest total.</summary>
    /// <param name="values">What each pair is worth, row after row.</param>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="columns">How many columns there are.</param>
    /// <param name="mostPairs">Whether as many pairs as possible come first.</param>
    /// <returns>The assignment with its certificate.</returns>
    /// <exception cref="ArgumentException">There are not <paramref name="rows"/> times <paramref name="columns"/> values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or the values are too far apart: see <see cref="LargestRange"/>.</exception>
    public static TableAssignment Maximum(ReadOnlySpan<long> values, int rows, int columns, bool mostPairs = true) =>
        Solve(new(values, rows, columns, 1), mostPairs);

    /// <summary>Finds the assignment of least total.</summary>
    /// <param name="costs">What each pair costs, row after row.</param>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="columns">How many columns there are.</param>
    /// <param name="mostPairs">Whether as many pairs as possible come first; if not, only pairs of negative cost are of use.</param>
    /// <returns>The assignment with its certificate.</returns>
    /// <exception cref="ArgumentException">There are not <paramref name="rows"/> times <paramref name="columns"/> costs.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or the costs are too far apart: see <see cref="LargestRange"/>.</exception>
    public static TableAssignment Minimum(ReadOnlySpan<long> costs, int rows, int columns, bool mostPairs = true) =>
        Solve(new(costs, rows, columns, -1), mostPairs);

    /// <summary>Checks that an assignment is one of greatest total, from the table, the assignment and its certificate alone.</summary>
    /// <param name="values">What each pair is worth, row after row.</param>
    /// <param name="assignment">The assignment, from anywhere.</param>
    /// <param name="mostPairs">Whether it must also have as many pairs as possible.</param>
    /// <returns>Whether it is proven, and if not, why.</returns>
    /// <remarks>Time O(rows · columns).</remarks>
    public static Verification VerifyMaximum(ReadOnlySpan<long> values, TableAssignment assignment, bool mostPairs = true)
    {
        ArgumentNullException.ThrowIfNull(assignment);
        return new(TableProof.FaultsOf(values, assignment, 1, mostPairs));
    }

    /// <summary>Checks that an assignment is one of least total, from the table, the assignment and its certificate alone.</summary>
    /// <param name="costs">What each pair costs, row after row.</param>
    /// <param name="assignment">The assignment, from anywhere.</param>
    /// <param name="mostPairs">Whether it must also have as many pairs as possible.</param>
    /// <returns>Whether it is proven, and if not, why.</returns>
    /// <remarks>Time O(rows · columns).</remarks>
    public static Verification VerifyMinimum(ReadOnlySpan<long> costs, TableAssignment assignment, bool mostPairs = true)
    {
        ArgumentNullException.ThrowIfNull(assignment);
        return new(TableProof.FaultsOf(costs, assignment, -1, mostPairs));
    }

    private static TableAssignment Solve(ValueTable table, bool mostPairs)
    {
        if (mostPairs && table.Rows <= table.Columns && SolvePlain(table) is { } plain)
        {
            return plain;
        }

        (long bonus, long most) = table.BonusFor(mostPairs);
        return most + bonus < int.MaxValue / 8 ? SolveBelow<int>(table, most, bonus) : SolveBelow<long>(table, most, bonus);
    }

    /// <summary>Takes the values as costs as they are: one pass, no matter how large the table is. Null where they do not fit.</summary>
    private static TableAssignment? SolvePlain(ValueTable table)
    {
        int[] room = ArrayPool<int>.Shared.Rent(checked(table.Rows * CostTable<int>.StrideOf(table.Columns)));
        CostTable<int> costs = new(table.Rows, table.Columns, room);
        ColumnReduction<int> reduction = new(costs);
        bool fits = true;
        int dearest = -ValueTable.LargestPlain;
        for (int row = 0; fits && row < table.Rows; row++)
        {
            fits = table.TryWritePlain(row, costs.RowAt(row), ref dearest);
            reduction.Add(row);
        }

        TableAssignment? result = null;
        if (fits)
        {
            long bonus = table.Rows == 0 ? 0 : Math.Max(0, 1L + dearest);
            result = Solve(table, costs, reduction, bonus, bonus);
        }

        ArrayPool<int>.Shared.Return(room);
        return result;
    }

    private static TableAssignment SolveBelow<T>(ValueTable table, long most, long bonus)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>, ISignedNumber<T>
    {
        int rows = Math.Min(table.Rows, table.Columns);
        int columns = Math.Max(table.Rows, table.Columns);
        long top = Math.Max(0, most + bonus);
        T[] room = ArrayPool<T>.Shared.Rent(checked(rows * CostTable<T>.StrideOf(columns)));
        CostTable<T> costs = new(rows, columns, room);
        ColumnReduction<T> reduction = new(costs);
        table.WriteCosts(costs, top, bonus);
        for (int row = 0; row < rows; row++)
        {
            reduction.Add(row);
        }

        TableAssignment result = Solve(table, costs, reduction, top, bonus);
        ArrayPool<T>.Shared.Return(room);
        return result;
    }

    private static TableAssignment Solve<T>(ValueTable table, CostTable<T> costs, ColumnReduction<T> reduction, long top, long bonus)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>, ISignedNumber<T>
    {
        reduction.Assign();
        new DenseAssignment<T>(costs).Solve();
        return ResultOf(table, costs, top, bonus);
    }

    private static TableAssignment ResultOf<T>(ValueTable table, CostTable<T> costs, long top, long bonus)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>, ISignedNumber<T>
    {
        (int rows, int columns, bool turned) = (costs.Rows, costs.Columns, table.Rows > table.Columns);
        long lift = columns == 0 ? 0 : long.MinValue; // brings all duals of columns to zero or above
        foreach (T price in costs.Prices[..columns])
        {
            lift = Math.Max(lift, long.CreateTruncating(price));
        }

        long[] rowDuals = new long[rows];
        long[] columnDuals = new long[columns];
        int[] partners = new int[table.Rows];
        Array.Fill(partners, -1);
        for (int column = 0; column < columns; column++)
        {
            columnDuals[column] = lift - long.CreateTruncating(costs.Prices[column]);
        }

        long total = 0;
        for (int row = 0; row < rows; row++)
        {
            int column = costs.ColumnOf[row];
            (int own, int other) = turned ? (column, row) : (row, column);
            rowDuals[row] = top - long.CreateTruncating(costs.DualOf(row)) - lift;
            if (table.Worth(own, other, bonus) > 0)
            {
                partners[own] = other;
                total += table.Values[(own * table.Columns) + other];
            }
        }

        return new(partners, table.Columns, total, bonus, turned ? columnDuals : rowDuals, turned ? rowDuals : columnDuals);
    }
}
