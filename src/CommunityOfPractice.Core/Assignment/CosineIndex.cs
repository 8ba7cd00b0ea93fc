using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CommunityOfPractice.Core.Assignment;

/// <summary>Finds the rows of a sparse table that point most nearly the way a query does: the greatest cosines.</summary>
/// <remarks>
/// An inverted list for each column holds the rows with a weight there, each divided by its row's length. A query runs through the lists of its columns and adds up in
/// single precision; what is above the k-th best so far is found by a vector scan. Exact but for rounding (about 1e-6). Immutable; safe for any number of readers, each with a
/// <see cref="CosineSearch"/> of its own. Space O(weights).
/// </remarks>
public sealed class CosineIndex
{
    private readonly int[] starts;
    private readonly int[] rows;
    private readonly float[] weights;

    private CosineIndex(int rowCount, int[] starts, int[] rows, float[] weights)
    {
        RowCount = rowCount;
        this.starts = starts;
        this.rows = rows;
        this.weights = weights;
    }

    /// <summary>Gets how many rows there are.</summary>
    /// <value>Zero or more.</value>
    public int RowCount { get; }

    /// <summary>Gets how many columns there are.</summary>
    /// <value>Zero or more.</value>
    public int ColumnCount => starts.Length - 1;

    /// <summary>Makes an index of a sparse table.</summary>
    /// <remarks>Time and space O(rows + columns + weights).</remarks>
    /// <param name="columnCount">How many columns there are; zero or more.</param>
    /// <param name="rowStarts">Where each row begins in <paramref name="columns"/>, and where the last one ends; not descending, from 0 on.</param>
    /// <param name="columns">The columns of each row, each at most once in a row.</param>
    /// <param name="weights">The weight at each of them; finite and zero or more.</param>
    /// <returns>The index. A row without a positive weight is never found.</returns>
    /// <exception cref="ArgumentException">The starts do not fit the columns, or there is not one weight a column.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A column is outside the table, or a weight is negative or not finite.</exception>
    public static CosineIndex Of(int columnCount, ReadOnlySpan<int> rowStarts, ReadOnlySpan<int> columns, ReadOnlySpan<double> weights)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(columnCount);
        Check(columnCount, rowStarts, columns, weights);
        int[] starts = new int[columnCount + 1];
        foreach (int column in columns)
        {
            starts[column + 1]++;
        }

        for (int column = 0; column < columnCount; column++)
        {
            starts[column + 1] += starts[column];
        }

        int[] rows = new int[columns.Length], next = starts[..^1];
        float[] scaled = new float[columns.Length];
        for (int row = 0; row < rowStarts.Length - 1; row++)
        {
            double length = Length(weights[rowStarts[row]..rowStarts[row + 1]]);
            for (int at = rowStarts[row]; at < rowStarts[row + 1]; at++)
            {
                int place = next[columns[at]]++;
                rows[place] = row;
                scaled[place] = length > 0 ? (float)(weights[at] / length) : 0;
            }
        }

        return new(rowStarts.Length - 1, starts, rows, scaled);
    }

    /// <summary>Makes a place to search in, for one thread at a time.</summary>
    /// <returns>Space O(rows), used again and again.</returns>
    public CosineSearch NewSearch() => new(this);

    internal static double Length(ReadOnlySpan<double> weights)
    {
        double greatest = 0, sum = 0;
        foreach (double weight in weights)
        {
            greatest = Math.Max(greatest, weight);
        }

        foreach (double weight in weights)
        {
            sum += weight / greatest * (weight / greatest);
        }

        return greatest > 0 ? greatest * Math.Sqrt(sum) : 0;
    }

    /// <summary>Adds a column's list, times a factor, to a sum for each row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(int column, float factor, Span<float> sums)
    {
        int from = starts[column], count = starts[column + 1] - from;
        ref int row = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(rows), from);
        ref float weight = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(weights), from);
        ref float sum = ref MemoryMarshal.GetReference(sums);
        for (nint i = 0; i < count; i++)
        {
            Unsafe.Add(ref sum, Unsafe.Add(ref row, i)) += factor * Unsafe.Add(ref weight, i);
        }
    }

    private static void Check(int columnCount, ReadOnlySpan<int> rowStarts, ReadOnlySpan<int> columns, ReadOnlySpan<double> weights)
    {
        if (rowStarts.IsEmpty || rowStarts[0] != 0 || rowStarts[^1] != columns.Length)
        {
            throw new ArgumentException("The rows begin at 0 and end where the columns do.", nameof(rowStarts));
        }

        if (weights.Length != columns.Length)
        {
            throw new ArgumentException("There is one weight for each column of a row.", nameof(weights));
        }

        for (int row = 1; row < rowStarts.Length; row++)
        {
            if (rowStarts[row] < rowStarts[row - 1])
            {
                throw new ArgumentException("A row ends after it begins.", nameof(rowStarts));
            }
        }

        foreach (int column in columns)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)column, (uint)columnCount, nameof(columns));
        }

        foreach (double weight in weights)
        {
            if (!(weight >= 0 && double.IsFinite(weight)))
            {
                throw new ArgumentOutOfRangeException(nameof(weights), weight, "A weight is finite and not negative.");
            }
        }
    }
}
