using System.Runtime.InteropServices;

namespace CommunityOfPractice.Core.Assignment;

/// <summary>A place to search a <see cref="CosineIndex"/> in; one query after the other, without allocating.</summary>
/// <remarks>Not safe for concurrent use: one for each thread.</remarks>
public sealed class CosineSearch
{
    private readonly CosineIndex index;
    private readonly float[] room; // the sums begin at a cache line, so that no vector lies across two
    private readonly int first;
    private readonly int count;

    internal CosineSearch(CosineIndex index)
    {
        this.index = index;
        int padded = (Math.Min(index.RowCount, PostingBlock.MostRows) + 4 + TopScan.Step - 1) / TopScan.Step * TopScan.Step; // four for what fills up the lists
        room = GC.AllocateArray<float>(padded + (Cache.Line / sizeof(float)), pinned: true);
        (first, count) = (Cache.StepsToLine(ref room[0]), padded);
    }

    /// <summary>Finds the rows with the greatest cosines.</summary>
    /// <remarks>Time O(lists of the query's columns + rows / vector width + k · found above the k-th best so far).</remarks>
    /// <param name="columns">The columns of the query, each at most once.</param>
    /// <param name="weights">The weight at each of them; finite and zero or more.</param>
    /// <param name="rows">Takes the rows found: the greatest cosine first, of equal ones the lower row. Its length is the number asked for.</param>
    /// <param name="cosines">Takes their cosines, from above 0 to 1; as long as <paramref name="rows"/>.</param>
    /// <returns>How many were found; a row that shares no column is never among them.</returns>
    /// <exception cref="ArgumentException">Two spans that belong together are not equally long.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A column is outside the table, or a weight is negative or not finite.</exception>
    public int Top(ReadOnlySpan<int> columns, ReadOnlySpan<double> weights, Span<int> rows, Span<float> cosines)
    {
        if (columns.Length != weights.Length || rows.Length != cosines.Length)
        {
            throw new ArgumentException("Spans that belong together are equally long.", nameof(weights));
        }

        foreach (int column in columns)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)column, (uint)index.ColumnCount, nameof(columns));
        }

        CosineIndex.CheckWeights(weights);
        VectorLength length = VectorLength.Of(weights);
        if (length.Units == 0 || rows.IsEmpty)
        {
            return 0;
        }

        return Collect(columns, weights, length, rows, cosines);
    }

    private int Collect(ReadOnlySpan<int> columns, ReadOnlySpan<double> weights, VectorLength length, Span<int> rows, Span<float> cosines)
    {
        int found = 0;
        float limit = 0;
        Span<float> sums = room.AsSpan(first, count);
        foreach (PostingBlock block in index.Blocks)
        {
            AddUp(block, columns, weights, length, sums);
            if (block.FirstRow == 0 && rows.Length <= TopScan.Step)
            {
                float reached = Math.Min(TopScan.Reached(sums, rows.Length), 1);
                limit = reached > 0 ? MathF.BitDecrement(reached) : 0;
            }

            found = TopScan.Take(sums, block.FirstRow, ref limit, found, rows, cosines);
        }

        return found;
    }

    private static void AddUp(PostingBlock block, ReadOnlySpan<int> columns, ReadOnlySpan<double> weights, VectorLength length, Span<float> sums)
    {
        foreach (int column in columns)
        {
            block.Expect(column);
        }

        ref float sum = ref MemoryMarshal.GetReference(sums);
        for (int i = 0; i < columns.Length; i++)
        {
            block.AddTo(columns[i], length.Share(weights[i]), ref sum);
        }
    }
}
