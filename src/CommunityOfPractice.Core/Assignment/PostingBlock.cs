using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CommunityOfPractice.Core.Assignment;

/// <summary>Four entries of an inverted list: the numbers of the rows, 16 bits each, and their weights.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal struct FourPostings
{
    public ulong Rows;
    public float First;
    public float Second;
    public float Third;
    public float Fourth;

    public void Set(int entry, int row, float weight)
    {
        Rows = (Rows & ~(0xFFFFUL << (16 * entry))) | ((ulong)row << (16 * entry));
        Unsafe.Add(ref First, entry) = weight;
    }
}

/// <summary>The inverted lists of up to 32,768 rows: few enough that their numbers are short and their sums stay in the cache.</summary>
/// <remarks>Each list is filled up to whole fours with entries of no weight at rows that do not exist, so that it is read without a remainder.</remarks>
internal sealed class PostingBlock
{
    public const int MostRows = 1 << 15;

    private const int Fetched = 5; // fours at the head of a list that are fetched ahead: two cache lines

    private readonly int[] starts;
    private readonly FourPostings[] fours;

    private PostingBlock(int firstRow, int rows, int[] starts)
    {
        FirstRow = firstRow;
        Rows = rows;
        this.starts = starts;
        fours = new FourPostings[starts[^1]];
    }

    public int FirstRow { get; }

    public int Rows { get; }

    /// <summary>Makes the lists of the rows from one on, at most <see cref="MostRows"/> of them.</summary>
    public static PostingBlock Of(int columnCount, int firstRow, ReadOnlySpan<int> rowStarts, ReadOnlySpan<int> columns, ReadOnlySpan<double> weights)
    {
        int rows = Math.Min(MostRows, rowStarts.Length - 1 - firstRow);
        int[] starts = new int[columnCount + 1];
        foreach (int column in columns[rowStarts[firstRow]..rowStarts[firstRow + rows]])
        {
            starts[column + 1]++;
        }

        int[] next = new int[columnCount];
        for (int column = 0; column < columnCount; column++)
        {
            next[column] = 4 * starts[column];
            starts[column + 1] = starts[column] + ((starts[column + 1] + 3) / 4);
        }

        PostingBlock block = new(firstRow, rows, starts);
        for (int row = 0; row < rows; row++)
        {
            Range own = rowStarts[firstRow + row]..rowStarts[firstRow + row + 1];
            block.Add(row, columns[own], weights[own], next);
        }

        block.FillUp(next);
        return block;
    }

    /// <summary>Fetches the head of a column's list.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Expect(int column)
    {
        int head = starts[column];
        if (head + Fetched < fours.Length)
        {
            Cache.Expect(ref fours[head]);
            Cache.Expect(ref fours[head + Fetched]);
        }
    }

    /// <summary>Adds a column's list, times a factor, to a sum for each row.</summary>
    /// <param name="column">The column.</param>
    /// <param name="factor">The factor.</param>
    /// <param name="sums">The sums; four more than there are rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddTo(int column, float factor, ref float sums)
    {
        ref FourPostings four = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(fours), starts[column]);
        ref FourPostings end = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(fours), starts[column + 1]);
        for (; Unsafe.IsAddressLessThan(ref four, ref end); four = ref Unsafe.Add(ref four, 1))
        {
            ulong rows = four.Rows;
            Vector128<float> added = Vector128.LoadUnsafe(ref four.First) * factor;
            Unsafe.Add(ref sums, (nint)(ushort)rows) += added.GetElement(0);
            Unsafe.Add(ref sums, (nint)(ushort)(rows >> 16)) += added.GetElement(1);
            Unsafe.Add(ref sums, (nint)(ushort)(rows >> 32)) += added.GetElement(2);
            Unsafe.Add(ref sums, (nint)(rows >> 48)) += added.GetElement(3);
        }
    }

    private void Add(int row, ReadOnlySpan<int> columns, ReadOnlySpan<double> weights, int[] next)
    {
        VectorLength length = VectorLength.Of(weights);
        for (int i = 0; i < columns.Length; i++)
        {
            int place = next[columns[i]]++;
            fours[place / 4].Set(place % 4, row, length.Share(weights[i]));
        }
    }

    private void FillUp(int[] next)
    {
        for (int column = 0; column < next.Length; column++)
        {
            for (int place = next[column]; place < 4 * starts[column + 1]; place++)
            {
                fours[place / 4].Set(place % 4, Rows + (place % 4), 0);
            }
        }
    }
}
