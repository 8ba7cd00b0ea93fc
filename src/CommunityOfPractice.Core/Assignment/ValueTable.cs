using System.Numerics;

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

    /// <summary>The table as costs below a top, rows filled up; turned so that the columns become rows where asked for.</summary>
    public T[] CostsOf<T>(long top, long bonus, bool turned)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>, ISignedNumber<T>
    {
        int stride = DenseAssignment<T>.StrideOf(turned ? Rows : Columns);
        T[] costs = new T[(turned ? Columns : Rows) * stride];
        costs.AsSpan().Fill(DenseAssignment<T>.Far);
        for (int row = 0; row < Rows; row++)
        {
            ReadOnlySpan<long> values = Values.Slice(row * Columns, Columns);
            for (int column = 0; column < values.Length; column++)
            {
                costs[turned ? (column * stride) + row : (row * stride) + column] = T.CreateTruncating(top - WorthOf(values[column], bonus));
            }
        }

        return costs;
    }

    private static (long Low, long High, bool Full) RangeOf(ReadOnlySpan<long> values)
    {
        long low = long.MaxValue;
        long high = long.MinValue;
        bool full = true;
        foreach (long value in values)
        {
            full &= value != BipartiteAssignment.Forbidden;
            low = value == BipartiteAssignment.Forbidden ? low : Math.Min(low, value);
            high = Math.Max(high, value);
        }

        return high == long.MinValue ? (0, 0, full) : (low, high, full);
    }

    private long WorthOf(long value, long bonus) => value == BipartiteAssignment.Forbidden ? 0 : Math.Max(0, (sign * value) + bonus);
}
