using System.Numerics;
using System.Runtime.InteropServices;

namespace CommunityOfPractice.Core.Assignment;

/// <summary>The Jonker-Volgenant method on a full table: every row gets a column of its own at the least total cost.</summary>
/// <remarks>
/// Column reduction, augmenting row reduction, then shortest augmenting paths (Dijkstra), each step a pass of vector instructions over one row. Equal costs go to a
/// column that is still free, or ties would cost long chains. Duals: <c>u_i + v_j ≤ cost</c>, equal for what is assigned, and with fewer rows than columns <c>v_j = 0</c>
/// for a free column. While a column is free no dual leaves the range of the largest cost, so nothing overflows where a cost is below an eighth of the type's range.
/// </remarks>
internal sealed class DenseAssignment<T>
    where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>, ISignedNumber<T>
{
    private readonly int rows;
    private readonly int columns;
    private readonly T[] costs;
    private readonly T[] prices;
    private readonly T[] shut;
    private readonly T[] open;
    private readonly T[] distance;
    private readonly T[] came;
    private readonly int[] rowOf;
    private readonly int[] columnOf;
    private readonly List<int> scanned = [];

    /// <summary>Takes a problem with no more rows than columns.</summary>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="columns">How many columns there are.</param>
    /// <param name="costs">Row after row, each <see cref="Stride"/> long and filled up with <see cref="Far"/>.</param>
    public DenseAssignment(int rows, int columns, T[] costs)
    {
        this.rows = rows;
        this.columns = columns;
        this.costs = costs;
        Stride = StrideOf(columns);
        prices = new T[Stride];
        shut = new T[Stride];
        open = new T[Stride];
        distance = new T[Stride];
        came = new T[Stride];
        rowOf = new int[Stride];
        columnOf = new int[rows];
        Array.Fill(rowOf, -1);
        Array.Fill(columnOf, -1);
    }

    /// <summary>Gets what stands for no column at all.</summary>
    public static T Far => T.MaxValue >> 1;

    /// <summary>More than any distance, and less than what is computed for a column that is shut.</summary>
    private static T Bound => T.MaxValue >> 2;

    /// <summary>Gets how long a row is with its filling.</summary>
    public int Stride { get; }

    /// <summary>Gets for each row its column.</summary>
    public ReadOnlySpan<int> ColumnOf => columnOf;

    /// <summary>Gets the dual of each column; behind the last one there is filling.</summary>
    public ReadOnlySpan<T> Prices => prices;

    public static int StrideOf(int columns) => (columns + Vector<T>.Count - 1) / Vector<T>.Count * Vector<T>.Count;

    public void Solve()
    {
        if (rows == columns)
        {
            ReduceColumns();
        }

        List<int> free = [.. Enumerable.Range(0, rows).Where(row => columnOf[row] < 0)];
        for (int round = 0; round < 2; round++)
        {
            free = ReduceRows(free);
        }

        foreach (int row in free)
        {
            Augment(row);
        }
    }

    /// <summary>The dual of a row: the least of what it would cost anywhere.</summary>
    public T DualOf(int row) => costs[(row * Stride) + columnOf[row]] - prices[columnOf[row]];

    /// <summary>Gives each column the least of its costs as its dual, and to the row with that cost when that is still free.</summary>
    private void ReduceColumns()
    {
        RowAt(0).CopyTo(prices);
        ref T price = ref MemoryMarshal.GetArrayDataReference(prices);
        ref T cheapest = ref MemoryMarshal.GetArrayDataReference(came);
        for (int row = 1; row < rows; row++)
        {
            ref T cost = ref costs[row * Stride];
            Vector<T> here = new(T.CreateTruncating(row));
            for (nuint at = 0; at < (nuint)Stride; at += (nuint)Vector<T>.Count)
            {
                Vector<T> found = Vector.LoadUnsafe(ref cost, at);
                Vector<T> before = Vector.LoadUnsafe(ref price, at);
                Vector.ConditionalSelect(Vector.LessThan(found, before), here, Vector.LoadUnsafe(ref cheapest, at)).StoreUnsafe(ref cheapest, at);
                Vector.Min(found, before).StoreUnsafe(ref price, at);
            }
        }

        Array.Clear(prices, columns, Stride - columns);
        for (int column = columns - 1; column >= 0; column--)
        {
            int row = int.CreateTruncating(came[column]);
            if (columnOf[row] < 0)
            {
                Match(row, column);
            }
        }
    }

    /// <summary>Lets each free row bid for its cheapest column, up to what the next cheapest costs; a row that loses its column bids again.</summary>
    /// <returns>The rows that are still free.</returns>
    private List<int> ReduceRows(List<int> free)
    {
        List<int> left = [];
        int bids = 4 * rows;
        foreach (int first in free)
        {
            int row = first;
            while (row >= 0)
            {
                (T least, T second) = VectorScan.TwoLeast(RowAt(row), prices);
                int column = CheapestColumn(row, least);
                int displaced = rowOf[column];
                if (displaced >= 0 && (least == second || bids-- <= 0))
                {
                    left.Add(row);
                    break;
                }

                prices[column] -= second - least;
                Match(row, column);
                if (displaced >= 0)
                {
                    columnOf[displaced] = -1;
                }

                row = displaced;
            }
        }

        return left;
    }

    private void Match(int row, int column) => (rowOf[column], columnOf[row]) = (row, column);

    private ReadOnlySpan<T> RowAt(int row) => costs.AsSpan(row * Stride, Stride);

    /// <summary>The first free column of that reduced cost, or else the first.</summary>
    private int CheapestColumn(int row, T least)
    {
        ref T cost = ref costs[row * Stride];
        ref T price = ref MemoryMarshal.GetArrayDataReference(prices);
        Vector<T> wanted = new(least);
        int first = -1;
        for (int at = 0; at < Stride; at += Vector<T>.Count)
        {
            Vector<T> reduced = Vector.LoadUnsafe(ref cost, (nuint)at) - Vector.LoadUnsafe(ref price, (nuint)at);
            if (Vector.EqualsAny(reduced, wanted))
            {
                for (int column = at; column < at + Vector<T>.Count; column++)
                {
                    if (reduced[column - at] == least)
                    {
                        if (rowOf[column] < 0)
                        {
                            return column;
                        }

                        first = first < 0 ? column : first;
                    }
                }
            }
        }

        return first;
    }

    /// <summary>Finds a shortest path from a free row to a free column and turns the assignment round along it.</summary>
    private void Augment(int row)
    {
        Array.Fill(open, Bound);
        prices.CopyTo(shut, 0);
        scanned.Clear();
        T least = Relax(row, T.Zero);
        T reached = least;
        int end = Collect(reached);
        for (int next = 0; end < 0; next++)
        {
            if (next == scanned.Count)
            {
                reached = least;
                end = Collect(reached);
                next--;
                continue;
            }

            int column = scanned[next];
            int owner = rowOf[column];
            least = Relax(owner, reached - DualOf(owner));
            end = least == reached ? Collect(reached) : -1;
        }

        foreach (int column in scanned)
        {
            prices[column] += distance[column] - reached;
        }

        int taker;
        do
        {
            taker = int.CreateTruncating(came[end]);
            int left = columnOf[taker];
            Match(taker, end);
            end = left;
        }
        while (taker != row);
    }

    /// <summary>Shortens the distances of columns not scanned yet by way of a row.</summary>
    /// <returns>The shortest of them.</returns>
    private T Relax(int row, T offset) => VectorScan.Shorten(RowAt(row), shut, offset, T.CreateTruncating(row), open, came);

    /// <summary>Puts all columns at a distance on the list to be scanned, and shuts them against shortening.</summary>
    /// <returns>A free column among them; or -1.</returns>
    private int Collect(T reached)
    {
        ref T known = ref MemoryMarshal.GetArrayDataReference(open);
        Vector<T> wanted = new(reached);
        int before = scanned.Count;
        for (int at = 0; at < Stride; at += Vector<T>.Count)
        {
            if (!Vector.EqualsAny(Vector.LoadUnsafe(ref known, (nuint)at), wanted))
            {
                continue;
            }

            for (int column = at; column < at + Vector<T>.Count; column++)
            {
                if (open[column] == reached && rowOf[column] < 0)
                {
                    scanned.RemoveRange(before, scanned.Count - before);
                    return column;
                }

                if (open[column] == reached)
                {
                    scanned.Add(column);
                }
            }
        }

        for (int at = before; at < scanned.Count; at++)
        {
            int column = scanned[at];
            distance[column] = reached;
            open[column] = Bound;
            shut[column] = -Far;
        }

        return -1;
    }
}
