using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CommunityOfPractice.Core.Assignment;

/// <summary>The Jonker-Volgenant method on a full table: every row gets a column of its own at the least total cost.</summary>
/// <remarks>
/// Column reduction comes before (<see cref="ColumnReduction{T}"/>); here augmenting row reduction, then shortest augmenting paths (<see cref="DenseSearch{T}"/>), both on
/// short lists of candidates. Equal costs go to a column that is still free, or ties would cost long chains. Duals: <c>u_i + v_j ≤ cost</c>, equal for what is assigned, and
/// with fewer rows than columns <c>v_j = 0</c> for a free column. While a column is free no dual leaves the range of the costs, so nothing overflows where costs differ by less
/// than an eighth of the type's range.
/// </remarks>
internal sealed class DenseAssignment<T>(CostTable<T> table)
    where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>, ISignedNumber<T>
{
    private const int Rounds = 2, BidsEach = 16;

    public void Solve()
    {
        using CandidateLists<T> lists = new(table);
        List<int> free = [.. Enumerable.Range(0, table.Rows).Where(row => table.ColumnOf[row] < 0)];
        for (int round = 0; round < Rounds; round++)
        {
            free = ReduceRows(free, lists);
        }

        DenseSearch<T> search = new(table, lists);
        foreach (int row in free)
        {
            search.Augment(row);
        }
    }

    /// <summary>Lets each free row bid for its cheapest column, up to what the next cheapest costs; a row that loses its column bids again.</summary>
    /// <returns>The rows that are still free.</returns>
    private List<int> ReduceRows(List<int> free, CandidateLists<T> lists)
    {
        List<int> left = [];
        int bids = BidsEach * table.Rows;
        foreach (int first in free)
        {
            int row = first;
            while (row >= 0)
            {
                (int column, T least, T second) = Look(row, lists);
                int displaced = table.RowOf[column];
                if (displaced >= 0 && (least == second || bids-- <= 0))
                {
                    left.Add(row);
                    break;
                }

                table.Match(row, column, least + table.Prices[column]);
                table.Prices[column] -= second - least;
                if (displaced >= 0)
                {
                    table.Displace(displaced);
                }

                row = displaced;
            }
        }

        return left;
    }

    /// <summary>The cheapest column of a row, a free one if there is, with its reduced cost and that of the next: from the list where that is sure, else from the whole row.</summary>
    private (int Column, T Least, T Second) Look(int row, CandidateLists<T> lists)
    {
        (int Column, T Least, T Second) found = LookAtList(lists.Of(row));
        if (found.Second > lists.Beyond(row))
        {
            lists.Make(row);
            found = LookAtList(lists.Of(row));
        }

        if (found.Second > lists.Beyond(row))
        {
            (T least, T second) = VectorScan.TwoLeast<T>(table.RowAt(row), table.Prices);
            found = (CheapestColumn(row, least), least, second);
        }

        return found;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (int Column, T Least, T Second) LookAtList(ReadOnlySpan<Candidate<T>> list)
    {
        Span<T> prices = table.Prices;
        int column = -1;
        T least = T.MaxValue;
        T second = T.MaxValue;
        foreach (ref readonly Candidate<T> candidate in list)
        {
            T reduced = candidate.Cost - prices[candidate.Column];
            if (reduced < least)
            {
                (column, least, second) = (candidate.Column, reduced, least);
            }
            else if (reduced < second)
            {
                second = reduced;
            }

            if (reduced == least && table.RowOf[column] >= 0)
            {
                column = candidate.Column;
            }
        }

        return (column, least, second);
    }

    /// <summary>The first free column of that reduced cost, or else the first.</summary>
    private int CheapestColumn(int row, T least)
    {
        ref T cost = ref MemoryMarshal.GetReference(table.RowAt(row));
        ref T price = ref MemoryMarshal.GetReference(table.Prices);
        Vector256<T> wanted = Vector256.Create(least);
        int first = -1;
        for (int at = 0; at < table.Stride; at += Vector256<T>.Count)
        {
            Vector256<T> reduced = Vector256.LoadUnsafe(ref cost, (nuint)at) - Vector256.LoadUnsafe(ref price, (nuint)at);
            for (uint equal = Vector256.Equals(reduced, wanted).ExtractMostSignificantBits(); equal != 0; equal &= equal - 1)
            {
                int column = at + BitOperations.TrailingZeroCount(equal);
                if (table.RowOf[column] < 0)
                {
                    return column;
                }

                first = first < 0 ? column : first;
            }
        }

        return first;
    }
}
