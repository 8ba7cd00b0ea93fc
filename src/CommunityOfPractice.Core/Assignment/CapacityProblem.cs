namespace CommunityOfPractice.Core.Assignment;

/// <summary>Rows and columns that each take several partners, and the weights of the pairs that are allowed.</summary>
/// <remarks>Each pair once. Immutable; compared by reference. 12 bytes a pair.</remarks>
public sealed class CapacityProblem
{
    private readonly int[] rowCapacities;
    private readonly int[] columnCapacities;
    private readonly int[] starts;
    private readonly int[] columns;
    private readonly long[] weights;

    private CapacityProblem(int[] rowCapacities, int[] columnCapacities, int[] starts, int[] columns, long[] weights)
    {
        this.rowCapacities = rowCapacities;
        this.columnCapacities = columnCapacities;
        this.starts = starts;
        this.columns = columns;
        this.weights = weights;
    }

    /// <summary>Gets how many partners each row may get.</summary>
    /// <value>Zero or more each.</value>
    public ReadOnlySpan<int> RowCapacities => rowCapacities;

    /// <summary>Gets how many partners each column may get.</summary>
    /// <value>Zero or more each.</value>
    public ReadOnlySpan<int> ColumnCapacities => columnCapacities;

    /// <summary>Gets the number of pairs that are allowed.</summary>
    /// <value>Zero or more.</value>
    public int PairCount => columns.Length;

    /// <summary>Gets where the pairs of each row begin, and after the last row their number.</summary>
    internal int[] Starts => starts;

    /// <summary>Gets the columns of all pairs, row after row.</summary>
    internal int[] AllColumns => columns;

    /// <summary>Gets the weights of all pairs.</summary>
    internal long[] AllWeights => weights;

    /// <summary>Makes a problem of a list of pairs; of the same pair the heaviest is kept.</summary>
    /// <param name="rowCapacities">How many partners each row may get.</param>
    /// <param name="columnCapacities">How many partners each column may get.</param>
    /// <param name="row">The row of each pair.</param>
    /// <param name="column">The column of each pair; as long as <paramref name="row"/>.</param>
    /// <param name="weight">What each pair is worth, of either sign; as long as <paramref name="row"/>.</param>
    /// <returns>The problem; the same for any order of the pairs.</returns>
    /// <remarks>Time O(pairs log pairs).</remarks>
    /// <exception cref="ArgumentException">The three lists differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A capacity is negative, or a pair names what does not exist.</exception>
    public static CapacityProblem FromPairs(
        ReadOnlySpan<int> rowCapacities, ReadOnlySpan<int> columnCapacities, ReadOnlySpan<int> row, ReadOnlySpan<int> column, ReadOnlySpan<long> weight)
    {
        if (row.Length != column.Length || row.Length != weight.Length)
        {
            throw new ArgumentException($"{row.Length} rows, {column.Length} columns and {weight.Length} weights make no pairs.", nameof(row));
        }

        RefuseNegative(rowCapacities, nameof(rowCapacities));
        RefuseNegative(columnCapacities, nameof(columnCapacities));
        (int Row, int Column, long Weight)[] pairs = new (int, int, long)[row.Length];
        for (int pair = 0; pair < pairs.Length; pair++)
        {
            if ((uint)row[pair] >= (uint)rowCapacities.Length || (uint)column[pair] >= (uint)columnCapacities.Length)
            {
                throw new ArgumentOutOfRangeException(nameof(row), $"Pair {pair} is of row {row[pair]} and column {column[pair]}, out of {rowCapacities.Length} and {columnCapacities.Length}.");
            }

            pairs[pair] = (row[pair], column[pair], weight[pair]);
        }

        Array.Sort(pairs);
        return Of(rowCapacities.ToArray(), columnCapacities.ToArray(), pairs);
    }

    /// <summary>Returns the columns that a row may get, ascending.</summary>
    /// <param name="row">The row.</param>
    /// <returns>A view of the problem, without copying.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such row.</exception>
    public ReadOnlySpan<int> Columns(int row) => columns.AsSpan(starts[row], starts[row + 1] - starts[row]);

    /// <summary>Returns the weights of a row's pairs, in the order of <see cref="Columns"/>.</summary>
    /// <param name="row">The row.</param>
    /// <returns>A view of the problem, without copying.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such row.</exception>
    public ReadOnlySpan<long> Weights(int row) => weights.AsSpan(starts[row], starts[row + 1] - starts[row]);

    private static void RefuseNegative(ReadOnlySpan<int> capacities, string name)
    {
        foreach (int capacity in capacities)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(capacity, name);
        }
    }

    private static CapacityProblem Of(int[] rowCapacities, int[] columnCapacities, (int Row, int Column, long Weight)[] pairs)
    {
        int[] starts = new int[rowCapacities.Length + 1];
        List<int> columns = new(pairs.Length);
        List<long> weights = new(pairs.Length);
        for (int pair = 0; pair < pairs.Length; pair++)
        {
            (int row, int column, long weight) = pairs[pair];
            if (pair + 1 == pairs.Length || (row, column) != (pairs[pair + 1].Row, pairs[pair + 1].Column))
            {
                columns.Add(column);
                weights.Add(weight);
                starts[row + 1] = columns.Count;
            }
        }

        for (int row = 0; row < rowCapacities.Length; row++)
        {
            starts[row + 1] = Math.Max(starts[row + 1], starts[row]);
        }

        return new(rowCapacities, columnCapacities, starts, [.. columns], [.. weights]);
    }
}
