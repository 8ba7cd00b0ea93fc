namespace CommunityOfPractice.Core.Networks;

/// <summary>A simple directed graph: vertices <c>0 .. n-1</c>, and edges from one vertex to another.</summary>
/// <remarks>
/// Without loops and without repeated edges. Immutable, so safe for any number of readers; compared by reference. Keeps every edge at
/// both of its ends, in ascending order (compressed sparse rows): 8 bytes an edge and 8 bytes a vertex.
/// </remarks>
public sealed class DirectedGraph
{
    private DirectedGraph(Rows outgoing, Rows incoming)
    {
        Outgoing = outgoing;
        Incoming = incoming;
    }

    /// <summary>Gets the number of vertices, isolated ones included.</summary>
    /// <value>Zero or more.</value>
    public int VertexCount => Outgoing.Count;

    /// <summary>Gets the number of edges.</summary>
    /// <value>From 0 to <c>n(n-1)</c>.</value>
    public int EdgeCount => Outgoing.Total;

    internal Rows Outgoing { get; }

    internal Rows Incoming { get; }

    /// <summary>Makes the graph of a list of edges; loops are dropped and repeated edges merged.</summary>
    /// <param name="vertexCount">How many vertices there are; zero or more.</param>
    /// <param name="from">Where each edge starts.</param>
    /// <param name="to">Where each edge ends; as long as <paramref name="from"/>.</param>
    /// <returns>The graph; the same for any order of the edges.</returns>
    /// <remarks>Three counting sorts, or one when the edges are given by start and then by end, each once: time O(V + E), auxiliary space O(V + E).</remarks>
    /// <exception cref="ArgumentException"><paramref name="from"/> and <paramref name="to"/> differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="vertexCount"/> is negative, or an edge names a vertex outside
    /// <c>0 .. vertexCount-1</c>.</exception>
    /// <example>
    /// <code>
    /// DirectedGraph replies = DirectedGraph.FromEdges(3, from: [0, 0, 1, 2], to: [1, 1, 0, 2]);
    /// // replies.EdgeCount is 2: 0 -> 1 and 1 -> 0
    /// </code>
    /// </example>
    public static DirectedGraph FromEdges(int vertexCount, ReadOnlySpan<int> from, ReadOnlySpan<int> to)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertexCount);
        if (from.Length != to.Length)
        {
            throw new ArgumentException($"{from.Length} starts and {to.Length} ends make no edges.", nameof(to));
        }

        (Rows outgoing, Rows incoming) = EdgeSort.Sort(vertexCount, from, to);
        return new(outgoing, incoming);
    }

    /// <summary>Returns the vertices to which edges lead from a vertex.</summary>
    /// <param name="vertex">The vertex.</param>
    /// <returns>A view of the graph, ascending, without copying.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such vertex.</exception>
    public ReadOnlySpan<int> Successors(int vertex) => Outgoing[vertex];

    /// <summary>Returns the vertices from which edges lead to a vertex.</summary>
    /// <param name="vertex">The vertex.</param>
    /// <returns>A view of the graph, ascending, without copying.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such vertex.</exception>
    public ReadOnlySpan<int> Predecessors(int vertex) => Incoming[vertex];

    /// <summary>Returns how many edges start at a vertex.</summary>
    /// <param name="vertex">The vertex.</param>
    /// <returns>From 0 to <c>n-1</c>.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such vertex.</exception>
    public int OutDegree(int vertex) => Outgoing[vertex].Length;

    /// <summary>Returns how many edges end at a vertex.</summary>
    /// <param name="vertex">The vertex.</param>
    /// <returns>From 0 to <c>n-1</c>.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such vertex.</exception>
    public int InDegree(int vertex) => Incoming[vertex].Length;

    /// <summary>Returns whether an edge leads from one vertex to another.</summary>
    /// <param name="from">Where the edge starts.</param>
    /// <param name="to">Where the edge ends; any number.</param>
    /// <returns><see langword="true"/> when the edge exists.</returns>
    /// <remarks>Time O(log OutDegree).</remarks>
    /// <exception cref="IndexOutOfRangeException">There is no vertex <paramref name="from"/>.</exception>
    public bool HasEdge(int from, int to) => Outgoing[from].BinarySearch(to) >= 0;

    /// <summary>Makes the undirected graph that joins two vertices when an edge leads from either to the other.</summary>
    /// <returns>The undirected graph, on the same vertices.</returns>
    /// <remarks>Merges the two rows of each vertex: time O(V + E), auxiliary space O(E).</remarks>
    /// <exception cref="OverflowException">The graph has more than 2^30 edges.</exception>
    public UndirectedGraph ToUndirected() => new(Rows.Union(Outgoing, Incoming));
}
