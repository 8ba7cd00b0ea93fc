using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CommunityOfPractice.Core.Assignment;

/// <summary>Shortest augmenting paths on a full table (Dijkstra), over lists of candidates: what is not listed of a row is looked at only when no distance is shorter than it could be.</summary>
internal sealed class DenseSearch<T>(CostTable<T> table, CandidateLists<T> lists)
    where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>, ISignedNumber<T>
{
    private const byte Futile = 2, TryAgain = 64;

    private readonly T[] shut = new T[table.Stride];
    private readonly T[] open = new T[table.Stride];
    private readonly T[] distance = new T[table.Stride];
    private readonly T[] came = new T[table.Stride];
    private readonly int[] scanned = new int[table.Columns];
    private int scannedCount;
    private T least; // of the open distances, where it is known

    // Rows that were reached, of which only candidates were looked at, and from what distance on there may be more.
    private readonly int[] rows = new int[table.Rows];
    private readonly T[] offsets = new T[table.Rows];
    private readonly T[] hidden = new T[CostTable<T>.StrideOf(table.Rows)];
    private readonly int[] listedIn = new int[table.Rows];
    private readonly byte[] inVain = new byte[table.Rows]; // how often running a list did not do
    private int rowCount;
    private int search;
    private T leastHidden;

    /// <summary>Finds a shortest path from a free row to a free column and turns the assignment round along it.</summary>
    public void Augment(int row)
    {
        Begin();
        Reach(row, T.Zero);
        T reached = NextDistance();
        int end;
        for (int next = 0; (end = Collect(reached)) < 0; reached = NextDistance())
        {
            for (; next < scannedCount; next++)
            {
                int owner = table.RowOf[scanned[next]];
                Reach(owner, reached - table.DualOf(owner));
            }
        }

        foreach (int column in scanned.AsSpan(0, scannedCount))
        {
            table.Prices[column] += distance[column] - reached;
        }

        for (int at = 0; at < rowCount; at++)
        {
            inVain[rows[at]] = hidden[at] == CostTable<T>.Bound ? inVain[rows[at]] : (byte)0;
        }

        Turn(row, end);
    }

    private void Turn(int row, int end)
    {
        int taker;
        do
        {
            taker = int.CreateTruncating(came[end]);
            int left = table.ColumnOf[taker];
            table.Match(taker, end, table.CostOf(taker, end));
            end = left;
        }
        while (taker != row);
    }

    private void Begin()
    {
        Array.Fill(open, CostTable<T>.Bound);
        Array.Fill(hidden, CostTable<T>.Bound);
        table.Prices.CopyTo(shut);
        (scannedCount, rowCount, least, leastHidden) = (0, 0, T.MinValue, CostTable<T>.Bound);
        search++;
    }

    /// <summary>Shortens the distances of a row's candidates that are not scanned yet; of all columns where candidates were not enough again and again.</summary>
    private void Reach(int row, T offset)
    {
        if (inVain[row] >= Futile)
        {
            inVain[row] = inVain[row] == TryAgain ? (byte)(Futile - 1) : (byte)(inVain[row] + 1);
            ShortenAll(row, offset);
            return;
        }

        ShortenList(row, offset);
        least = T.MinValue;
        T beyond = HiddenBeyond(row, offset);
        (rows[rowCount], offsets[rowCount], hidden[rowCount]) = (row, offset, beyond);
        rowCount++;
        leastHidden = T.Min(leastHidden, beyond);
    }

    private T HiddenBeyond(int row, T offset) => lists.Beyond(row) == T.MinValue ? T.MinValue : lists.Beyond(row) + offset;

    private void ShortenAll(int row, T offset) =>
        least = VectorScan.Shorten<T>(table.RowAt(row), shut, offset, T.CreateTruncating(row), open, came);

    /// <returns>The shortest distance that got shorter.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private T ShortenList(int row, T offset)
    {
        T here = T.CreateTruncating(row);
        T shortest = CostTable<T>.Bound;
        ReadOnlySpan<T> prices = shut;
        Span<T> distances = open;
        foreach (ref readonly Candidate<T> candidate in lists.Of(row))
        {
            T found = candidate.Cost - prices[candidate.Column] + offset;
            if (found < distances[candidate.Column])
            {
                distances[candidate.Column] = found;
                came[candidate.Column] = here;
                shortest = T.Min(shortest, found);
            }
        }

        return shortest;
    }

    /// <summary>The shortest distance of all columns not scanned yet, candidates or not.</summary>
    private T NextDistance()
    {
        least = least == T.MinValue ? VectorScan.Least<T>(open) : least;
        while (leastHidden < least)
        {
            Reveal(Array.IndexOf(hidden, leastHidden, 0, rowCount));
            leastHidden = VectorScan.Least<T>(hidden.AsSpan(0, CostTable<T>.StrideOf(rowCount)));
        }

        return least;
    }

    /// <summary>Looks at what is hidden of a row: lists it anew, and if that was done in this search, at all of it.</summary>
    private void Reveal(int at)
    {
        (int row, T offset) = (rows[at], offsets[at]);
        if (listedIn[row] < search)
        {
            listedIn[row] = search;
            lists.Make(row);
            least = T.Min(least, ShortenList(row, offset));
            hidden[at] = HiddenBeyond(row, offset);
        }
        else
        {
            ShortenAll(row, offset);
            hidden[at] = CostTable<T>.Bound;
            inVain[row]++;
        }
    }

    /// <summary>Puts all columns at a distance on the list to be scanned, and shuts them against shortening.</summary>
    /// <returns>A free column among them; or -1.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Collect(T reached)
    {
        ref T known = ref MemoryMarshal.GetArrayDataReference(open);
        Vector256<T> wanted = Vector256.Create(reached);
        int before = scannedCount;
        for (int at = 0; at < table.Stride; at += Vector256<T>.Count)
        {
            for (uint equal = Vector256.Equals(Vector256.LoadUnsafe(ref known, (nuint)at), wanted).ExtractMostSignificantBits(); equal != 0; equal &= equal - 1)
            {
                int column = at + BitOperations.TrailingZeroCount(equal);
                if (table.RowOf[column] < 0)
                {
                    scannedCount = before;
                    return column;
                }

                scanned[scannedCount++] = column;
            }
        }

        foreach (int column in scanned.AsSpan(before, scannedCount - before))
        {
            (distance[column], open[column], shut[column]) = (reached, CostTable<T>.Bound, -CostTable<T>.Far);
        }

        return -1;
    }
}
