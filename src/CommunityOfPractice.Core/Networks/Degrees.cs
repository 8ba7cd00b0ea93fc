using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Core.Networks;

/// <summary>Degrees: how many edges each vertex has; and isolates, the vertices without any.</summary>
/// <remarks>
/// <para>An isolate is a member nobody had contact with in the window; count newcomers apart, who had no time to meet anybody.</para>
/// <para>Total: an empty graph gives an empty array and no isolates. Time O(V), auxiliary space O(1).
/// See Freeman (1979), Social Networks 1, 215-239.</para>
/// </remarks>
/// <example>
/// A tie between 0 and 1, and 2 alone.
/// <code>
/// UndirectedGraph graph = UndirectedGraph.FromEdges(3, [0], [1]);
/// Degrees.Of(graph);       // 1, 1, 0
/// Degrees.Isolates(graph); // 1
/// </code>
/// </example>
public static class Degrees
{
    /// <summary>Returns the degree of each vertex.</summary>
    /// <param name="graph">The graph.</param>
    /// <returns>One number a vertex, each from 0 to <c>n-1</c>.</returns>
    public static int[] Of(UndirectedGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return graph.Rows.Lengths();
    }

    /// <summary>Returns the number of edges that start at each vertex.</summary>
    /// <param name="graph">The graph.</param>
    /// <returns>One number a vertex, each from 0 to <c>n-1</c>.</returns>
    public static int[] Out(DirectedGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return graph.Outgoing.Lengths();
    }

    /// <summary>Returns the number of edges that end at each vertex.</summary>
    /// <param name="graph">The graph.</param>
    /// <returns>One number a vertex, each from 0 to <c>n-1</c>.</returns>
    public static int[] In(DirectedGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return graph.Incoming.Lengths();
    }

    /// <summary>Returns the mean degree, <c>2m/n</c>.</summary>
    /// <param name="graph">The graph.</param>
    /// <returns>How many others a vertex is joined to on average, from 0 to <c>n-1</c>; null without vertices. Unlike density it may be compared between sizes.</returns>
    public static double? Mean(UndirectedGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return graph.VertexCount == 0 ? null : 2.0 * graph.EdgeCount / graph.VertexCount;
    }

    /// <summary>Returns the raw Gini coefficient of the degrees: how unequally contact is spread.</summary>
    /// <param name="graph">The graph.</param>
    /// <returns>From 0 (all degrees are equal) to below 1; null without edges.</returns>
    /// <remarks>As <see cref="Gini.Of{T}"/>. Time O(V log V), auxiliary space O(V).</remarks>
    public static double? Inequality(UndirectedGraph graph) => Gini.Of<int>(Of(graph));

    /// <summary>Counts the vertices without an edge.</summary>
    /// <param name="graph">The graph.</param>
    /// <returns>From 0 to <c>n</c>, and never <c>n-1</c>.</returns>
    public static int Isolates(UndirectedGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        int isolates = 0;
        for (int vertex = 0; vertex < graph.VertexCount; vertex++)
        {
            isolates += graph.Degree(vertex) == 0 ? 1 : 0;
        }

        return isolates;
    }
}
