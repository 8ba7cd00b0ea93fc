namespace CommunityOfPractice.Core.Networks;

/// <summary>Freeman's degree centralization: how far the degrees fall short of the largest one, as a share of how far they could.</summary>
/// <remarks>
/// <para>Tells whether contact runs through one person (a star) or is spread over many. Low means that nobody controls the talk.</para>
/// <para>From 0 (all degrees are equal) to 1 (a star). Null without edges, where equal degrees say nothing, and when there are too few
/// vertices for degrees to differ: below three, or below two for a directed graph.</para>
/// <para>Time O(V), auxiliary space O(1). See Freeman (1979), Centrality in social networks, Social Networks 1, 215-239.</para>
/// </remarks>
/// <example>
/// A path of five: degrees 1, 2, 2, 2, 1, so <c>(5 · 2 - 8) / (4 · 3) = 1/6</c>.
/// <code>Centralization.Of(UndirectedGraph.FromEdges(5, [0, 1, 2, 3], [1, 2, 3, 4])); // 0.1667</code>
/// </example>
public static class Centralization
{
    /// <summary>Returns <c>sum(max degree - degree) / ((n-1)(n-2))</c>.</summary>
    /// <param name="graph">The graph.</param>
    /// <returns>From 0 to 1; null below three vertices and without edges.</returns>
    public static double? Of(UndirectedGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        long n = graph.VertexCount;
        return n < 3 ? null : Share(graph.Rows, (n - 1) * (n - 2));
    }

    /// <summary>Returns <c>sum(max in-degree - in-degree) / (n-1)²</c>.</summary>
    /// <param name="graph">The graph.</param>
    /// <returns>From 0 to 1 (all edges lead to one vertex, from all others); null below two vertices and without edges.</returns>
    public static double? OfInDegree(DirectedGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        long n = graph.VertexCount;
        return n < 2 ? null : Share(graph.Incoming, (n - 1) * (n - 1));
    }

    /// <summary>Returns <c>sum(max out-degree - out-degree) / (n-1)²</c>.</summary>
    /// <param name="graph">The graph.</param>
    /// <returns>From 0 to 1 (all edges start at one vertex, to all others); null below two vertices and without edges.</returns>
    public static double? OfOutDegree(DirectedGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        long n = graph.VertexCount;
        return n < 2 ? null : Share(graph.Outgoing, (n - 1) * (n - 1));
    }

    private static double? Share(Rows rows, long largestSum)
    {
        long sum = ((long)rows.Count * rows.LongestLength()) - rows.Total;
        return rows.Total == 0 ? null : (double)sum / largestSum;
    }
}
