namespace CommunityOfPractice.Core.Networks;

/// <summary>Core numbers: the largest <c>k</c> for which a vertex lies in the k-core, the largest part of the graph in which each vertex
/// has at least <c>k</c> neighbours.</summary>
/// <remarks>
/// <para>Tells how deep the community's centre is: a high innermost core is a group of people who all talk to many of each other.</para>
/// <para>Core numbers go from 0 (isolates) to the degeneracy, at most <c>n-1</c>. Total: an empty graph has no core numbers.</para>
/// <para>Peels level by level: at level k the vertices left with k or fewer neighbours are removed, until none is. Each level looks only at
/// the vertices still there, in all one look for each unit of core number, so time O(V + E); auxiliary space O(V). The result is
/// that of the buckets of Batagelj and Zaversnik, without keeping the vertices sorted by degree. See Seidman (1983),
/// Network structure and minimum degree, Social Networks 5, 269-287; Matula and Beck (1983), Journal of the ACM 30, 417-427; Batagelj and
/// Zaversnik (2003), An O(m) algorithm for cores decomposition of networks, arXiv cs/0310049.</para>
/// </remarks>
/// <example>
/// A triangle 0, 1, 2 with 3 hanging on 2.
/// <code>CoreNumbers.Of(UndirectedGraph.FromEdges(4, [0, 1, 2, 2], [1, 2, 0, 3])); // 2, 2, 2, 1</code>
/// </example>
public static class CoreNumbers
{
    private const int Ahead = 12;

    /// <summary>Returns the core number of each vertex.</summary>
    /// <param name="graph">The graph.</param>
    /// <returns>One number a vertex, each from 0 to its degree.</returns>
    public static int[] Of(UndirectedGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return Peel(graph, 0);
    }

    /// <summary>Finds the innermost core: the part with the largest core number.</summary>
    /// <param name="graph">The graph.</param>
    /// <returns>The largest core number (the degeneracy) and how many of the vertices have it.</returns>
    public static InnermostCore Innermost(UndirectedGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);

        // Peeling takes away no more edges with a vertex than the largest number, so that is m/n or more: what is below need not be told apart.
        int shallow = graph.EdgeCount == 0 ? 0 : (graph.EdgeCount - 1) / graph.VertexCount;
        int number = 0;
        int size = 0;
        foreach (int core in Peel(graph, shallow))
        {
            size = core > number ? 1 : core == number ? size + 1 : size;
            number = Math.Max(number, core);
        }

        return new(number, size, graph.VertexCount);
    }

    /// <summary>Returns the core number of each vertex, but at least the first level.</summary>
    private static int[] Peel(UndirectedGraph graph, int first)
    {
        int[] left = Degrees.Of(graph);
        int[] remaining = new int[left.Length];
        for (int vertex = 0; vertex < left.Length; vertex++)
        {
            left[vertex] = Math.Max(left[vertex], first);
            remaining[vertex] = vertex;
        }

        int[] removed = new int[left.Length + 1]; // the last one takes what is not removed
        int count = left.Length;
        for (int level = first; count > 0; level++)
        {
            int queued = Sift(remaining, ref count, removed, left, level);
            Remove(graph.Rows, removed, queued, left, level);
        }

        return left;
    }

    /// <summary>Keeps the remaining vertices that have more links than the level, and queues those that have as many.</summary>
    private static int Sift(int[] remaining, ref int count, int[] removed, int[] left, int level)
    {
        int queued = 0;
        int kept = 0;
        foreach (int vertex in remaining.AsSpan(0, count))
        {
            int links = left[vertex];
            remaining[kept] = vertex;
            kept += links > level ? 1 : 0;
            removed[queued] = vertex;
            queued += links == level ? 1 : 0;
        }

        count = kept;
        return queued;
    }

    /// <summary>Removes the vertices queued, and those that have no more links than the level because of that.</summary>
    private static void Remove(Rows rows, int[] removed, int queued, int[] left, int level)
    {
        for (int next = 0; next < queued; next++)
        {
            rows.Prefetch(removed[Math.Min(next + Ahead, queued - 1)]);
            queued = Release(rows[removed[next]], removed, queued, left, level);
        }
    }

    /// <summary>Takes a link from each neighbour that is still there.</summary>
    private static int Release(ReadOnlySpan<int> neighbours, int[] removed, int queued, int[] left, int level)
    {
        foreach (int neighbour in neighbours)
        {
            int links = left[neighbour];
            left[neighbour] = links - (links > level ? 1 : 0);
            removed[queued] = neighbour;
            queued += links == level + 1 ? 1 : 0;
        }

        return queued;
    }
}
