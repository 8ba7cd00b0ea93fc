namespace CommunityOfPractice.Core.Networks;

/// <summary>Bridging: how many people have contact in several groups.</summary>
/// <remarks>
/// <para>Tells on how many people the contact between groups, such as departments, rests: one or two are a risk, many are a weave. A count and no names: who bridges is nobody's business
/// but their own.</para>
/// <para>See Burt (2004), Structural holes and good ideas, American Journal of Sociology 110, 349-399, for why bridges matter.</para>
/// </remarks>
/// <example>
/// Vertex 0 is joined to 1, 2 and 3, who are of three groups.
/// <code>Bridging.Count(UndirectedGraph.FromEdges(4, [0, 0, 0], [1, 2, 3]), [0, 0, 1, 2]); // 1</code>
/// </example>
public static class Bridging
{
    /// <summary>Counts the vertices whose neighbours are of at least so many groups.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="groups">The group of each vertex; a negative number when it is unknown, and then it counts as none.</param>
    /// <param name="atLeast">How many groups it takes; one or more. The vertex's own group is one of them when a neighbour belongs to it.</param>
    /// <returns>From 0 to <c>n</c>.</returns>
    /// <remarks>Time O(V + E), auxiliary space O(V).</remarks>
    /// <exception cref="ArgumentException"><paramref name="groups"/> has not one entry a vertex.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="atLeast"/> is below one.</exception>
    public static int Count(UndirectedGraph graph, ReadOnlySpan<int> groups, int atLeast = 3)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentOutOfRangeException.ThrowIfLessThan(atLeast, 1);
        ReadOnlySpan<int> labels = Labels.Small(groups, graph.VertexCount);
        int[] lastSeenBy = new int[Labels.Largest(labels) + 1];
        int count = 0;
        for (int vertex = 0; vertex < labels.Length; vertex++)
        {
            int different = 0;
            foreach (int neighbour in graph.Neighbours(vertex))
            {
                int label = labels[neighbour];
                if (label >= 0 && lastSeenBy[label] != vertex + 1)
                {
                    lastSeenBy[label] = vertex + 1;
                    different++;
                }
            }

            count += different >= atLeast ? 1 : 0;
        }

        return count;
    }
}
