using System.Numerics;

namespace CommunityOfPractice.Core.Statistics;

/// <summary>Gauss-Jordan elimination in whole numbers, without rounding.</summary>
internal static class Elimination
{
    /// <summary>The hidden cells that the sums determine: those whose unit vector is a row of the reduced form.</summary>
    public static IReadOnlyList<int> UnitRows(ReadOnlySpan<bool> hidden, IReadOnlyList<CellSum> sums)
    {
        List<int> unknown = [];
        int[] column = new int[hidden.Length];
        for (int cell = 0; cell < hidden.Length; cell++)
        {
            column[cell] = hidden[cell] ? unknown.Count : -1;
            if (hidden[cell])
            {
                unknown.Add(cell);
            }
        }

        List<BigInteger[]> rows = [];
        foreach (CellSum sum in sums)
        {
            BigInteger[] row = new BigInteger[unknown.Count];
            bool any = false;
            foreach (int cell in sum.Cells.Where(c => column[c] >= 0))
            {
                row[column[cell]] = cell == sum.Total ? BigInteger.MinusOne : BigInteger.One;
                any = true;
            }

            if (any)
            {
                rows.Add(row);
            }
        }

        Reduce(rows, unknown.Count);
        return [.. rows.Where(r => r.Count(v => !v.IsZero) == 1).Select(r => unknown[Array.FindIndex(r, v => !v.IsZero)]).Order()];
    }

    private static void Reduce(List<BigInteger[]> rows, int columns)
    {
        int rank = 0;
        for (int column = 0; column < columns && rank < rows.Count; column++)
        {
            int pivot = rows.FindIndex(rank, r => !r[column].IsZero);
            if (pivot < 0)
            {
                continue;
            }

            (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
            for (int other = 0; other < rows.Count; other++)
            {
                if (other != rank && !rows[other][column].IsZero)
                {
                    Subtract(rows[other], rows[rank], column);
                }
            }

            rank++;
        }
    }

    /// <summary>Clears one column of a row, and divides the row by what its entries have in common.</summary>
    private static void Subtract(BigInteger[] row, BigInteger[] pivot, int column)
    {
        BigInteger own = row[column], other = pivot[column], common = BigInteger.Zero;
        for (int i = 0; i < row.Length; i++)
        {
            row[i] = (row[i] * other) - (pivot[i] * own);
            common = BigInteger.GreatestCommonDivisor(common, row[i]);
        }

        for (int i = 0; i < row.Length && common > 1; i++)
        {
            row[i] /= common;
        }
    }
}
