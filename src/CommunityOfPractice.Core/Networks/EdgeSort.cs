namespace CommunityOfPractice.Core.Networks;

/// <summary>Sorts a list of edges into rows, by start and by end, without loops and repeats.</summary>
/// <remarks>By counting: each edge goes into the row of its end, from there into that of its start, and back. Edges that are given in
/// order are in the rows of their starts already.</remarks>
internal static class EdgeSort
{
    /// <summary>Returns for each vertex where its edges lead, and from where edges come, both ascending.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An edge names a vertex that is not there.</exception>
    public static (Rows Outgoing, Rows Incoming) Sort(int count, ReadOnlySpan<int> from, ReadOnlySpan<int> to)
    {
        int[] outgoing = new int[count + 1];
        int[] incoming = new int[count + 1];
        bool ordered = Tally(from, to, outgoing, incoming);
        int total = Rows.CountsToEnds(outgoing);
        Rows.CountsToEnds(incoming);
        if (ordered)
        {
            Array.Copy(outgoing, 0, outgoing, 1, count); // a row starts where the one before ends
            outgoing[0] = 0;
            Rows given = new(outgoing, to.ToArray());
            return (given, given.Transpose(incoming, GC.AllocateUninitializedArray<int>(total)));
        }

        Rows byEnd = ByEnd(from, to, incoming, GC.AllocateUninitializedArray<int>(total));
        Rows byStart = byEnd.Transpose(outgoing, GC.AllocateUninitializedArray<int>(total)).WithoutRepeats();
        return (byStart, byStart.Total < total ? byStart.Transpose() : byStart.TransposeInto(byEnd));
    }

    /// <summary>Counts the edges at each of their ends, without loops.</summary>
    /// <returns>Whether the edges are given by start and then by end, ascending, without loops and repeats.</returns>
    private static bool Tally(ReadOnlySpan<int> from, ReadOnlySpan<int> to, int[] outgoing, int[] incoming)
    {
        int count = outgoing.Length - 1;
        bool ordered = true;
        long last = -1;
        for (int edge = 0; edge < to.Length; edge++)
        {
            int start = from[edge];
            int end = to[edge];
            if ((uint)start >= (uint)count || (uint)end >= (uint)count)
            {
                throw new ArgumentOutOfRangeException(
                    (uint)start >= (uint)count ? nameof(from) : nameof(to), $"Edge {edge} joins {start} and {end}; there are {count} vertices, from 0.");
            }

            int one = start != end ? 1 : 0;
            outgoing[start] += one;
            incoming[end] += one;
            long place = ((long)start << 32) | (uint)end;
            ordered &= place > last & start != end;
            last = place;
        }

        return ordered;
    }

    /// <summary>Puts the start of each edge into the row of its end, in the order given; loops are left out.</summary>
    private static Rows ByEnd(ReadOnlySpan<int> from, ReadOnlySpan<int> to, int[] ends, int[] items)
    {
        for (int edge = to.Length - 1; edge >= 0; edge--)
        {
            if (from[edge] != to[edge])
            {
                items[--ends[to[edge]]] = from[edge];
            }
        }

        return new(ends, items);
    }
}
