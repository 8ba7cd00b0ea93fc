namespace CommunityOfPractice.Core.Networks;

/// <summary>Density: the share of the possible edges that exist.</summary>
/// <remarks>
/// <para>Tells how much of the possible contact took place. It falls as a group grows, because nobody can talk to everybody: compare a
/// group with itself, or show the mean degree <c>2m/n</c> beside it.</para>
/// <para>From 0 (nobody is joined) to 1 (everybody is joined to everybody). Null below two vertices, where no edge is possible.</para>
/// <para>Time and auxiliary space O(1). See Wasserman and Faust (1994), Social Network Analysis, chapter 4.</para>
/// </remarks>
/// <example>
/// Four people and three ties: <c>3 / 6 = 0.5</c>.
/// <code>Density.Of(UndirectedGraph.FromEdges(4, [0, 1, 2], [1, 2, 3])); // 0.5</code>
/// </example>
public static class Density
{
    /// <summary>Returns <c>2m / (n(n-1))</c>.</summary>
    /// <param name="graph">The graph.</param>
    /// <returns>From 0 to 1; null below two vertices.</returns>
    public static double? Of(UndirectedGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return Share(2L * graph.EdgeCount, graph.VertexCount);
    }

    /// <summary>Returns <c>m / (n(n-1))</c>.</summary>
    /// <param name="graph">The graph.</param>
    /// <returns>From 0 to 1; null below two vertices.</returns>
    public static double? Of(DirectedGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return Share(graph.EdgeCount, graph.VertexCount);
    }

    private static double? Share(long arcs, long vertices) => vertices < 2 ? null : (double)arcs / (vertices * (vertices - 1));
}
