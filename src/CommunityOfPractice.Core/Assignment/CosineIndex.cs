namespace CommunityOfPractice.Core.Assignment;

/// <summary>Finds the rows of a sparse table that point most nearly the way a query does: the greatest cosines.</summary>
/// <remarks>
/// An inverted list for each column holds the rows with a weight there, each divided by its row's length. A query runs through the lists of its columns and adds up in
/// single precision; what is above the k-th best so far is found by a vector scan. Exact but for rounding (about 1e-6). Immutable; safe for any number of readers, each with a
/// <see cref="CosineSearch"/> of its own. Rows are kept in blocks of 32,768: space O(weights + columns · blocks).
/// </remarks>
public sealed class CosineIndex
{
    private readonly PostingBlock[] blocks;

    private CosineIndex(int rowCount, int columnCount, PostingBlock[] blocks)
    {
        RowCount = rowCount;
        ColumnCount = columnCount;
        this.blocks = blocks;
    }

    /// <summary>Gets how many rows there are.</summary>
    /// <value>Zero or more.</value>
    public int RowCount { get; }

    /// <summary>Gets how many columns there are.</summary>
    /// <value>Zero or more.</value>
    public int ColumnCount { get; }

    /// <summary>Gets the inverted lists, block after block of rows.</summary>
    internal ReadOnlySpan<PostingBlock> Blocks => blocks;

    /// <summary>Makes an index of a sparse table.</summary>
    /// <remarks>Time O(rows + weights + columns · blocks).</remarks>
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
        int rows = rowStarts.Length - 1;
        PostingBlock[] blocks = new PostingBlock[(rows + PostingBlock.MostRows - 1) / PostingBlock.MostRows];
        for (int block = 0; block < blocks.Length; block++)
        {
            blocks[block] = PostingBlock.Of(columnCount, block * PostingBlock.MostRows, rowStarts, columns, weights);
        }

        return new(rows, columnCount, blocks);
    }

    /// <summary>Makes a place to search in, for one thread at a time.</summary>
    /// <returns>Space O(rows), at most 128 KiB, used again and again.</returns>
    public CosineSearch NewSearch() => new(this);

    internal static void CheckWeights(ReadOnlySpan<double> weights)
    {
        foreach (double weight in weights)
        {
            if (!(weight is >= 0 and <= double.MaxValue))
            {
                throw new ArgumentOutOfRangeException(nameof(weights), weight, "A weight is finite and not negative.");
            }
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

        CheckWeights(weights);
    }
}
