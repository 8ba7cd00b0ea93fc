using System.Buffers;

namespace CommunityOfPractice.Core.Networks;

/// <summary>Counts the triangles of a graph, each once.</summary>
/// <remarks>
/// Walks the vertices from the highest degree down; each keeps a list of its neighbours that were passed. From the vertex walked to a
/// neighbour still to come there is one triangle for each vertex in the lists of both. The lists are at most √(2E) long, as hubs come first.
/// </remarks>
internal static class Triangles
{
    private const int Block = 4; // lists are read in blocks, the last one filled up: fewer jumps to guess
    private const int Ahead = 8;

    public static long Count(Rows rows)
    {
        int[] later = ArrayPool<int>.Shared.Rent((rows.Total / 2) + (2 * Ahead));
        int[] ends = new int[rows.Count];
        (int Start, int End)[] lists = new (int, int)[rows.Count];
        int room = KeepLater(rows, later, ends, lists);
        int[] passed = ArrayPool<int>.Shared.Rent(room);
        passed.AsSpan(0, room).Fill(rows.Count); // no vertex
        long triangles = Walk(later, ends, lists, passed);
        ArrayPool<int>.Shared.Return(passed);
        ArrayPool<int>.Shared.Return(later);
        return triangles;
    }

    /// <summary>Numbers the vertices by falling degree and keeps of each row only the neighbours with a higher number.</summary>
    /// <returns>How much room the lists of the others need, each a whole number of blocks.</returns>
    private static int KeepLater(Rows rows, int[] later, int[] ends, (int Start, int End)[] lists)
    {
        int[] order = rows.ByFallingLength();
        int[] rank = new int[order.Length];
        for (int position = 0; position < order.Length; position++)
        {
            rank[order[position]] = position;
        }

        int room = 0;
        int count = 0;
        for (int position = 0; position < order.Length; position++)
        {
            rows.Prefetch(order[Math.Min(position + Ahead, order.Length - 1)]);
            ReadOnlySpan<int> neighbours = rows[order[position]];
            int begin = count;
            foreach (int neighbour in neighbours)
            {
                int other = rank[neighbour];
                later[count] = other;
                count += other > position ? 1 : 0;
            }

            ends[position] = count;
            lists[position] = (room, room);
            int earlier = neighbours.Length - (count - begin);
            room = checked(room + ((earlier + Block - 1) / Block * Block));
        }

        later.AsSpan(count, 2 * Ahead).Clear(); // looked at ahead of time
        return room;
    }

    private static long Walk(int[] later, int[] ends, (int Start, int End)[] lists, int[] passed)
    {
        byte[] marked = new byte[ends.Length + 1];
        long triangles = 0;
        int next = 0;
        for (int vertex = 0; vertex < ends.Length; vertex++)
        {
            ReadOnlySpan<int> own = passed.AsSpan(lists[vertex].Start, lists[vertex].End - lists[vertex].Start);
            foreach (int hub in own)
            {
                marked[hub] = 1;
            }

            for (; next < ends[vertex]; next++)
            {
                Cache.Load(in lists[later[next + (2 * Ahead)]]);
                Cache.Load(in passed[lists[later[next + Ahead]].Start]);
                ref (int Start, int End) list = ref lists[later[next]];
                int shared = 0;
                for (int i = list.Start; i < list.End; i += Block)
                {
                    ReadOnlySpan<int> block = passed.AsSpan(i, Block);
                    shared += marked[block[0]] + marked[block[1]] + marked[block[2]] + marked[block[3]];
                }

                triangles += shared;
                passed[list.End++] = vertex;
            }

            foreach (int hub in own)
            {
                marked[hub] = 0;
            }
        }

        return triangles;
    }
}
