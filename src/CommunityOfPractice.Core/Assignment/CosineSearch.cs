using System.Numerics;
using System.Runtime.InteropServices;

namespace CommunityOfPractice.Core.Assignment;

/// <summary>A place to search a <see cref="CosineIndex"/> in; one query after the other, without allocating.</summary>
/// <remarks>Not safe for concurrent use: one for each thread.</remarks>
public sealed class CosineSearch
{
    private readonly CosineIndex index;
    private readonly float[] sums;

    internal CosineSearch(CosineIndex index)
    {
        this.index = index;
        sums = new float[(index.RowCount + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count];
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

        foreach (double weight in weights)
        {
            if (!(weight >= 0 && double.IsFinite(weight)))
            {
                throw new ArgumentOutOfRangeException(nameof(weights), weight, "A weight is finite and not negative.");
            }
        }

        double length = CosineIndex.Length(weights);
        if (length == 0 || rows.IsEmpty)
        {
            return 0;
        }

        for (int i = 0; i < columns.Length; i++)
        {
            index.Add(columns[i], (float)(weights[i] / length), sums);
        }

        return Collect(rows, cosines);
    }

    /// <summary>Takes the greatest sums and sets all back to zero.</summary>
    private int Collect(Span<int> rows, Span<float> cosines)
    {
        int found = 0;
        ref float sum = ref MemoryMarshal.GetArrayDataReference(sums);
        Vector<float> least = Vector<float>.Zero;
        for (nuint at = 0; at < (nuint)sums.Length; at += (nuint)Vector<float>.Count)
        {
            Vector<float> block = Vector.LoadUnsafe(ref sum, at);
            if (Vector.GreaterThanAny(block, least))
            {
                for (int lane = 0; lane < Vector<float>.Count; lane++)
                {
                    if (Math.Min(block[lane], 1) > (found < rows.Length ? 0 : cosines[^1]))
                    {
                        found = Insert((int)at + lane, Math.Min(block[lane], 1), found, rows, cosines);
                    }
                }

                least = new(found < rows.Length ? 0 : cosines[^1]);
            }

            Vector<float>.Zero.StoreUnsafe(ref sum, at);
        }

        return found;
    }

    private static int Insert(int row, float cosine, int found, Span<int> rows, Span<float> cosines)
    {
        int place = Math.Min(found, rows.Length - 1);
        for (; place > 0 && cosines[place - 1] < cosine; place--)
        {
            (rows[place], cosines[place]) = (rows[place - 1], cosines[place - 1]);
        }

        (rows[place], cosines[place]) = (row, cosine);
        return Math.Min(found + 1, rows.Length);
    }
}
