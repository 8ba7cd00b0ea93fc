using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CommunityOfPractice.Core.Assignment;

/// <summary>A table of values, of which the greatest (sign 1) or the least (sign -1) total is asked for.</summary>
internal readonly ref struct ValueTable
{
    /// <summary>Costs of at most this size can be computed with in 32 bits: they differ by less than an eighth of what fits.</summary>
    public const int LargestPlain = (1 << 27) - 1;

    private readonly int sign;

    public ValueTable(ReadOnlySpan<long> values, int rows, int columns, int sign)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        if (values.Length != (long)rows * columns)
        {
            throw new ArgumentException($"{values.Length} values make no table of {rows} by {columns}.", nameof(values));
        }

        Values = values;
        (Rows, Columns, this.sign) = (rows, columns, sign);
    }

    public ReadOnlySpan<long> Values { get; }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>What each pair is worth more so that more pairs come first, 0 when they do not; and the greatest value that is not forbidden, after the sign, 0 when there is none.</summary>
    public (long Bonus, long Most) BonusFor(bool mostPairs)
    {
        (long low, long high, bool full) = RangeOf(Values);
        (long least, long most) = sign > 0 ? (low, high) : (-high, -low);
        int pairs = Math.Min(Rows, Columns);
        Int128 lift = Int128.Max(0, 1 - (Int128)least); // where all pairs are allowed, it is enough that each is worth something
        Int128 bonus = !mostPairs ? 0 : full ? lift : (((Int128)Math.Max(most, 0) - Math.Min(least, 0)) * pairs) + 1;
        if (Int128.Abs(least) > BipartiteAssignment.LargestRange || Int128.Abs(most) > BipartiteAssignment.LargestRange || most + bonus > BipartiteAssignment.LargestRange)
        {
            throw new ArgumentOutOfRangeException(nameof(mostPairs), $"The values go from {least} to {most}: too far apart for {pairs} pairs.");
        }

        return ((long)bonus, most);
    }

    /// <summary>The worth of a pair with its bonus: zero for a forbidden one and for one that lowers the total.</summary>
    public long Worth(int row, int column, long bonus) => WorthOf(Values[(row * Columns) + column], bonus);

    /// <summary>Writes a row as it is, as costs in 32 bits, where each pair is allowed and no value too large.</summary>
    /// <param name="row">Which row.</param>
    /// <param name="costs">Takes the costs; may be longer.</param>
    /// <param name="dearest">Becomes the greatest cost, where it is less.</param>
    /// <returns>Whether each value fits; if not, some of the row is written or none.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryWritePlain(int row, Span<int> costs, ref int dearest)
    {
        ReadOnlySpan<long> values = Values.Slice(row * Columns, Columns);
        ref long value = ref MemoryMarshal.GetReference(values);
        ref int cost = ref MemoryMarshal.GetReference(costs);
        Vector256<long> shift = Vector256.Create(LargestPlain + 1L);
        Vector256<long> bits = Vector256<long>.Zero; // after the shift, what fits is from 1 to twice the largest
        Vector256<int> most = Vector256.Create(dearest);
        Vector256<int> turn = Vector256.Create(sign > 0 ? -1 : 0);
        int at = 0;
        for (; at <= values.Length - Vector256<int>.Count; at += Vector256<int>.Count)
        {
            Vector256<long> first = Vector256.LoadUnsafe(ref value, (nuint)at);
            Vector256<long> second = Vector256.LoadUnsafe(ref value, (nuint)(at + Vector256<long>.Count));
            bits |= (first + shift) | (second + shift);
            Vector256<int> narrow = (Vector256.Narrow(first, second) ^ turn) - turn;
            most = Vector256.Max(most, narrow);
            narrow.StoreUnsafe(ref cost, (nuint)at);
        }

        long rest = 0;
        for (; at < values.Length; at++)
        {
            rest |= values[at] + LargestPlain + 1;
            costs[at] = (int)(-sign * values[at]);
            dearest = Math.Max(dearest, costs[at]);
        }

        for (int lane = 0; lane < Vector256<int>.Count; lane++)
        {
            dearest = Math.Max(dearest, most[lane]);
        }

        return Vector256.LessThanAll((bits | Vector256.Create(rest)).AsUInt64(), Vector256.Create(2UL * (LargestPlain + 1)));
    }

    /// <summary>Writes the table as costs below a top; turned so that the columns become rows where there are more rows.</summary>
    /// <param name="costs">Takes the costs.</param>
    /// <param name="top">What a worth of zero costs.</param>
    /// <param name="bonus">What each pair is worth more.</param>
    public void WriteCosts<T>(CostTable<T> costs, long top, long bonus)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>, ISignedNumber<T>
    {
        long[] line = new long[Columns];
        for (int row = 0; row < Rows; row++)
        {
            CostsBelow(top, Values.Slice(row * Columns, Columns), bonus, line);
            if (Rows <= Columns)
            {
                Narrow(line, costs.RowAt(row)[..Columns]);
                continue;
            }

            for (int column = 0; column < line.Length; column++)
            {
                costs.Put(column, row, T.CreateTruncating(line[column]));
            }
        }
    }

    private static void Narrow<T>(ReadOnlySpan<long> wide, Span<T> narrow)
        where T : unmanaged, IBinaryInteger<T>
    {
        int at = 0;
        if (typeof(T) == typeof(int))
        {
            Span<int> numbers = MemoryMarshal.Cast<T, int>(narrow);
            for (; at <= wide.Length - Vector<int>.Count; at += Vector<int>.Count)
            {
                Vector.Narrow(new Vector<long>(wide[at..]), new Vector<long>(wide[(at + Vector<long>.Count)..])).CopyTo(numbers[at..]);
            }
        }

        for (; at < wide.Length; at++)
        {
            narrow[at] = T.CreateTruncating(wide[at]);
        }
    }

    private void CostsBelow(long top, ReadOnlySpan<long> values, long bonus, Span<long> costs)
    {
        Vector<long> forbidden = new(BipartiteAssignment.Forbidden);
        Vector<long> added = new(bonus);
        Vector<long> from = new(top);
        int at = 0;
        for (; at <= values.Length - Vector<long>.Count; at += Vector<long>.Count)
        {
            Vector<long> value = new(values[at..]);
            Vector<long> worth = sign > 0 ? value + added : added - value;
            worth = Vector.Max(Vector<long>.Zero, Vector.AndNot(worth, Vector.Equals(value, forbidden)));
            (from - worth).CopyTo(costs[at..]);
        }

        for (; at < values.Length; at++)
        {
            costs[at] = top - WorthOf(values[at], bonus);
        }
    }

    private static (long Low, long High, bool Full) RangeOf(ReadOnlySpan<long> values)
    {
        Vector<long> forbidden = new(BipartiteAssignment.Forbidden);
        Vector<long> lows = new(long.MaxValue);
        Vector<long> highs = forbidden;
        Vector<long> holes = Vector<long>.Zero;
        int at = 0;
        for (; at <= values.Length - Vector<long>.Count; at += Vector<long>.Count)
        {
            Vector<long> value = new(values[at..]);
            Vector<long> hole = Vector.Equals(value, forbidden);
            holes |= hole;
            lows = Vector.ConditionalSelect(hole, lows, Vector.Min(lows, value));
            highs = Vector.Max(highs, value);
        }

        long low = long.MaxValue;
        long high = long.MinValue;
        for (int lane = 0; lane < Vector<long>.Count; lane++)
        {
            (low, high) = (Math.Min(low, lows[lane]), Math.Max(high, highs[lane]));
        }

        bool full = holes == Vector<long>.Zero;
        foreach (long value in values[at..])
        {
            full &= value != BipartiteAssignment.Forbidden;
            low = value == BipartiteAssignment.Forbidden ? low : Math.Min(low, value);
            high = Math.Max(high, value);
        }

        return high == long.MinValue ? (0, 0, full) : (low, high, full);
    }

    private long WorthOf(long value, long bonus) => value == BipartiteAssignment.Forbidden ? 0 : Math.Max(0, (sign * value) + bonus);
}
