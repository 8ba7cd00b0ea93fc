using System.Numerics;
using System.Runtime.InteropServices;

namespace CommunityOfPractice.Core.Assignment;

/// <summary>A table of values, of which the greatest (sign 1) or the least (sign -1) total is asked for.</summary>
internal readonly ref struct ValueTable
{
    private readonly int sign;
    private readonly long least;
    private readonly bool full;

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
        (least, Most, full) = (0, 0, true);
        if (!values.IsEmpty)
        {
            (long low, long high, full) = RangeOf(values);
            (least, Most) = sign > 0 ? (low, high) : (-high, -low);
        }
    }

    public ReadOnlySpan<long> Values { get; }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>Gets the greatest value that is not forbidden, after the sign; 0 when there is none.</summary>
    public long Most { get; }

    /// <summary>What each pair is worth more so that more pairs come first; 0 when they do not.</summary>
    public long BonusFor(bool mostPairs)
    {
        int pairs = Math.Min(Rows, Columns);
        Int128 lift = Int128.Max(0, 1 - (Int128)least); // where all pairs are allowed, it is enough that each is worth something
        Int128 bonus = !mostPairs ? 0 : full ? lift : (((Int128)Math.Max(Most, 0) - Math.Min(least, 0)) * pairs) + 1;
        if (Int128.Abs(least) > BipartiteAssignment.LargestRange || Int128.Abs(Most) > BipartiteAssignment.LargestRange || Most + bonus > BipartiteAssignment.LargestRange)
        {
            throw new ArgumentOutOfRangeException(nameof(mostPairs), $"The values go from {least} to {Most}: too far apart for {pairs} pairs.");
        }

        return (long)bonus;
    }

    /// <summary>The worth of a pair with its bonus: zero for a forbidden one and for one that lowers the total.</summary>
    public long Worth(int row, int column, long bonus) => WorthOf(Values[(row * Columns) + column], bonus);

    /// <summary>Writes the table as costs below a top, rows filled up; turned so that the columns become rows where asked for.</summary>
    /// <param name="costs">Takes the costs: rows times stride, or turned columns times stride.</param>
    /// <param name="stride">How long a row of costs is.</param>
    /// <param name="top">What a worth of zero costs.</param>
    /// <param name="bonus">What each pair is worth more.</param>
    /// <param name="turned">Whether columns become rows.</param>
    public void WriteCosts<T>(Span<T> costs, int stride, long top, long bonus, bool turned)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>, ISignedNumber<T>
    {
        int used = turned ? Rows : Columns;
        for (int at = 0; at < costs.Length; at += stride)
        {
            costs.Slice(at + used, stride - used).Fill(DenseAssignment<T>.Far);
        }

        long[] line = new long[Columns];
        for (int row = 0; row < Rows; row++)
        {
            CostsBelow(top, Values.Slice(row * Columns, Columns), bonus, line);
            if (!turned)
            {
                Narrow(line, costs.Slice(row * stride, used));
                continue;
            }

            for (int column = 0; column < line.Length; column++)
            {
                costs[(column * stride) + row] = T.CreateTruncating(line[column]);
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
