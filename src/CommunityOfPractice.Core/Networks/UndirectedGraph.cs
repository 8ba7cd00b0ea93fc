namespace CommunityOfPractice.Core.Networks;

/// <summary>A simple undirected graph: vertices <c>0 .. n-1</c>, and edges that join two of them.</summary>
/// <remarks>
/// Without loops and without repeated edges. Immutable, so safe for any number of readers; compared by reference. Keeps every edge at
/// both of its ends, in ascending order (compressed sparse rows): 8 bytes an edge and 4 bytes a vertex.
/// </remarks>
public sealed class UndirectedGraph
{
    internal UndirectedGraph(Rows neighbours) => Rows = neighbours;

    /// <summary>Gets the number of vertices, isolated ones included.</summary>
    /// <value>Zero or more.</value>
    public int VertexCount => Rows.Count;

    /// <summary>Gets the number of edges.</summary>
    /// <value>From 0 to <c>n(n-1)/2</c>.</value>
    public int EdgeCount => Rows.Total / 2;

    internal Rows Rows { get; }

    /// <summary>Makes the graph of a list of edges; loops are dropped and repeated edges, in either direction, merged.</summary>
    /// <param name="vertexCount">How many vertices there are; zero or more.</param>
    /// <param name="from">One end of each edge.</param>
    /// <param name="to">The other end of each edge; as long as <paramref name="from"/>.</param>
    /// <returns>The graph; the same for any order of the edges and of their ends.</returns>
    /// <remarks>Time O(V + E), auxiliary space O(V + E).</remarks>
    /// <exception cref="ArgumentException"><paramref name="from"/> and <paramref name="to"/> differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="vertexCount"/> is negative, or an edge names a vertex outside
    /// <c>0 .. vertexCount-1</c>.</exception>
    /// <exception cref="OverflowException">There are more than 2^30 edges.</exception>
    /// <example>
    /// <code>
    /// UndirectedGraph ties = UndirectedGraph.FromEdges(3, from: [0, 1, 2], to: [1, 0, 1]);
    /// // ties.EdgeCount is 2; ties.Neighbours(1) is 0, 2
    /// </code>
    /// </example>
    public static UndirectedGraph FromEdges(int vertexCount, ReadOnlySpan<int> from, ReadOnlySpan<int> to) =>
        DirectedGraph.FromEdges(vertexCount, from, to).ToUndirected();

    /// <summary>Returns the vertices to which a vertex is joined.</summary>
    /// <param name="vertex">The vertex.</param>
    /// <returns>A view of the graph, ascending, without copying.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such vertex.</exception>
    public ReadOnlySpan<int> Neighbours(int vertex) => Rows[vertex];

    /// <summary>Returns how many edges a vertex has.</summary>
    /// <param name="vertex">The vertex.</param>
    /// <returns>From 0 to <c>n-1</c>.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such vertex.</exception>
    public int Degree(int vertex) => Rows[vertex].Length;

    /// <summary>Returns whether two vertices are joined.</summary>
    /// <param name="first">One vertex.</param>
    /// <param name="second">The other vertex; any number.</param>
    /// <returns><see langword="true"/> when they are joined.</returns>
    /// <remarks>Time O(log Degree).</remarks>
    /// <exception cref="IndexOutOfRangeException">There is no vertex <paramref name="first"/>.</exception>
    public bool HasEdge(int first, int second) => Rows[first].BinarySearch(second) >= 0;
}
