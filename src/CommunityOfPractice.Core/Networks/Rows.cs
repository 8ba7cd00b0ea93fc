using System.Buffers;
using System.Runtime.InteropServices;

namespace CommunityOfPractice.Core.Networks;

/// <summary>One list of vertices (a row) for each vertex, all kept one after another in a single array.</summary>
/// <remarks>Row <c>v</c> is <c>items[starts[v] .. starts[v + 1]]</c>. Transposing rows leaves them in ascending order, so sorting
/// takes two transpositions and no comparison.</remarks>
internal readonly struct Rows(int[] starts, int[] items)
{
    public int Count => starts.Length - 1;

    public int Total => starts[^1];

    private (int[] Starts, int[] Items) Parts => (starts, items);

    public ReadOnlySpan<int> this[int row]
    {
        get
        {
            int start = starts[row];
            return items.AsSpan(start, starts[row + 1] - start);
        }
    }

    /// <summary>Turns the count of each row, in place, into the end of the row, and returns the total.</summary>
    public static int CountsToEnds(Span<int> counts)
    {
        int end = 0;
        foreach (ref int count in counts)
        {
            end += count;
            count = end;
        }

        return end;
    }

    /// <summary>Merges each row of one with the same row of the other, all ascending, and keeps what is in both once.</summary>
    public static Rows Union(Rows first, Rows second)
    {
        int[] starts = new int[first.Count + 1];
        int[] pool = ArrayPool<int>.Shared.Rent(checked(first.Total + second.Total));
        int end = 0;
        for (int row = 0; row < first.Count; row++)
        {
            end += Merge(first[row], second[row], pool.AsSpan(end));
            starts[row + 1] = end;
        }

        int[] items = pool.AsSpan(0, end).ToArray();
        ArrayPool<int>.Shared.Return(pool);
        return new(starts, items);
    }

    /// <summary>Returns the length of each row.</summary>
    public int[] Lengths()
    {
        int[] lengths = new int[Count];
        for (int row = 0; row < lengths.Length; row++)
        {
            lengths[row] = starts[row + 1] - starts[row];
        }

        return lengths;
    }

    /// <summary>Returns the length of the longest row; zero when there is none.</summary>
    public int LongestLength()
    {
        int longest = 0;
        for (int row = 0; row < Count; row++)
        {
            longest = Math.Max(longest, starts[row + 1] - starts[row]);
        }

        return longest;
    }

    /// <summary>Returns the rows from the longest to the shortest, of equal lengths the lower row first.</summary>
    public int[] ByFallingLength()
    {
        int longest = LongestLength();
        int[] next = new int[longest + 2];
        for (int row = 0; row < Count; row++)
        {
            next[longest - this[row].Length + 1]++;
        }

        for (int i = 1; i < next.Length; i++)
        {
            next[i] += next[i - 1];
        }

        int[] order = new int[Count];
        for (int row = 0; row < Count; row++)
        {
            order[next[longest - this[row].Length]++] = row;
        }

        return order;
    }

    /// <summary>Puts <c>v</c> into row <c>w</c> for each <c>w</c> in row <c>v</c>; the new rows ascend.</summary>
    public Rows Transpose()
    {
        int[] ends = new int[starts.Length];
        foreach (int item in items)
        {
            ends[item]++;
        }

        return Transpose(ends, GC.AllocateUninitializedArray<int>(CountsToEnds(ends)));
    }

    /// <summary>Transposes where it is known how long the new rows are.</summary>
    /// <param name="ends">Where each new row ends; where it starts, afterwards.</param>
    /// <param name="turned">Room for the new rows.</param>
    public Rows Transpose(int[] ends, int[] turned)
    {
        for (int row = Count - 1; row >= 0; row--)
        {
            ReadOnlySpan<int> members = this[row];
            for (int i = members.Length - 1; i >= 0; i--)
            {
                turned[--ends[members[i]]] = row;
            }
        }

        return new(ends, turned);
    }

    /// <summary>Transposes into the memory of rows that have the new lengths; what they held is lost.</summary>
    public Rows TransposeInto(Rows old)
    {
        (int[] ends, int[] turned) = old.Parts;
        Array.Copy(ends, 1, ends, 0, Count); // a row ends where the next one starts
        return Transpose(ends, turned);
    }

    /// <summary>Keeps one of each run of equal items in a row; works in place.</summary>
    public Rows WithoutRepeats()
    {
        int kept = 0;
        int begin = 0;
        for (int row = 0; row < Count; row++)
        {
            int end = starts[row + 1];
            starts[row] = kept;
            int last = -1;
            foreach (int item in items.AsSpan(begin..end))
            {
                items[kept] = item;
                kept += item != last ? 1 : 0;
                last = item;
            }

            begin = end;
        }

        starts[^1] = kept;
        return kept == items.Length ? this : new(starts, items[..kept]);
    }

    /// <summary>Asks the processor to load the beginning of a row that will be read soon, where it can; changes nothing else.</summary>
    public void Prefetch(int row) => Cache.Load(in MemoryMarshal.GetReference(this[row]));

    /// <summary>Merges two ascending rows without a jump that the processor would have to guess, an item at a time.</summary>
    private static int Merge(ReadOnlySpan<int> first, ReadOnlySpan<int> second, Span<int> merged)
    {
        int i = 0;
        int j = 0;
        int count = 0;
        while (i < first.Length && j < second.Length)
        {
            int a = first[i];
            int b = second[j];
            int less = (a - b) >> 31; // -1 when a is the smaller, else 0
            int more = (b - a) >> 31;
            merged[count++] = b + ((a - b) & less);
            i += 1 + more;
            j += 1 + less;
        }

        ReadOnlySpan<int> rest = i < first.Length ? first[i..] : second[j..];
        rest.CopyTo(merged[count..]);
        return count + rest.Length;
    }
}
