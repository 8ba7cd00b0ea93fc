namespace CommunityOfPractice.Core.Assignment;

/// <summary>A simple undirected graph with a whole number on each edge: vertices <c>0 .. n-1</c>, edges with a weight.</summary>
/// <remarks>
/// Without loops and without repeated edges. Immutable, so safe for any number of readers; compared by reference. Keeps every edge at both
/// of its ends, in ascending order (compressed sparse rows): 24 bytes an edge and 4 bytes a vertex.
/// </remarks>
public sealed class WeightedGraph
{
    private readonly int[] starts;
    private readonly int[] ends;
    private readonly long[] weights;

    private WeightedGraph(int[] starts, int[] ends, long[] weights)
    {
        this.starts = starts;
        this.ends = ends;
        this.weights = weights;
    }

    /// <summary>Gets the number of vertices, isolated ones included.</summary>
    /// <value>Zero or more.</value>
    public int VertexCount => starts.Length - 1;

    /// <summary>Gets the number of edges.</summary>
    /// <value>From 0 to <c>n(n-1)/2</c>.</value>
    public int EdgeCount => ends.Length / 2;

    /// <summary>Gets where each vertex's row begins, and after the last row its end.</summary>
    internal int[] Starts => starts;

    /// <summary>Gets the neighbours of all vertices, row after row.</summary>
    internal int[] Ends => ends;

    /// <summary>Gets the weights of all rows, parallel to <see cref="Ends"/>.</summary>
    internal long[] AllWeights => weights;

    /// <summary>Makes the graph of a list of edges; loops are dropped, and of edges between the same two vertices the heaviest is kept.</summary>
    /// <param name="vertexCount">How many vertices there are; zero or more.</param>
    /// <param name="from">One end of each edge.</param>
    /// <param name="to">The other end of each edge; as long as <paramref name="from"/>.</param>
    /// <param name="weight">The weight of each edge, of either sign; as long as <paramref name="from"/>.</param>
    /// <returns>The graph; the same for any order of the edges and of their ends.</returns>
    /// <remarks>Counting sorts: time O(V + E), auxiliary space O(V + E).</remarks>
    /// <exception cref="ArgumentException">The three lists differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="vertexCount"/> is negative, an edge names a vertex outside
    /// <c>0 .. vertexCount-1</c>, or there are more than a thousand million edges.</exception>
    /// <example>
    /// <code>WeightedGraph graph = WeightedGraph.FromEdges(3, from: [0, 1, 1], to: [1, 2, 0], weight: [5, 7, 6]); // 0-1: 6, 1-2: 7</code>
    /// </example>
    public static WeightedGraph FromEdges(int vertexCount, ReadOnlySpan<int> from, ReadOnlySpan<int> to, ReadOnlySpan<long> weight)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertexCount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from.Length, 1_000_000_000, nameof(from));
        if (from.Length != to.Length || from.Length != weight.Length)
        {
            throw new ArgumentException($"{from.Length} starts, {to.Length} ends and {weight.Length} weights make no edges.", nameof(to));
        }

        int[] starts = CountEnds(vertexCount, from, to);
        int[] owners = new int[starts[^1]];
        long[] owned = new long[owners.Length];
        int[] next = starts[..^1];
        for (int edge = 0; edge < from.Length; edge++)
        {
            if (from[edge] != to[edge])
            {
                (owners[next[to[edge]]], owned[next[to[edge]]++]) = (from[edge], weight[edge]);
                (owners[next[from[edge]]], owned[next[from[edge]]++]) = (to[edge], weight[edge]);
            }
        }

        return Transpose(starts, owners, owned);
    }

    /// <summary>Returns the vertices that share an edge with a vertex.</summary>
    /// <param name="vertex">The vertex.</param>
    /// <returns>A view of the graph, ascending, without copying.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such vertex.</exception>
    public ReadOnlySpan<int> Neighbours(int vertex) => ends.AsSpan(starts[vertex], starts[vertex + 1] - starts[vertex]);

    /// <summary>Returns the weights of a vertex's edges, in the order of <see cref="Neighbours"/>.</summary>
    /// <param name="vertex">The vertex.</param>
    /// <returns>A view of the graph, without copying.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such vertex.</exception>
    public ReadOnlySpan<long> Weights(int vertex) => weights.AsSpan(starts[vertex], starts[vertex + 1] - starts[vertex]);

    /// <summary>Returns the weight of the edge between two vertices.</summary>
    /// <param name="one">A vertex.</param>
    /// <param name="other">Another vertex; any number.</param>
    /// <returns>The weight; null when there is no such edge.</returns>
    /// <remarks>Time O(log degree).</remarks>
    /// <exception cref="IndexOutOfRangeException">There is no vertex <paramref name="one"/>.</exception>
    public long? Weight(int one, int other)
    {
        int found = Neighbours(one).BinarySearch(other);
        return found < 0 ? null : weights[starts[one] + found];
    }

    private static int[] CountEnds(int vertexCount, ReadOnlySpan<int> from, ReadOnlySpan<int> to)
    {
        int[] starts = new int[vertexCount + 1];
        for (int edge = 0; edge < from.Length; edge++)
        {
            if ((uint)from[edge] >= (uint)vertexCount || (uint)to[edge] >= (uint)vertexCount)
            {
                throw new ArgumentOutOfRangeException(nameof(to), $"Edge {edge} joins {from[edge]} and {to[edge]}; vertices go from 0 to {vertexCount - 1}.");
            }

            if (from[edge] != to[edge])
            {
                starts[from[edge] + 1]++;
                starts[to[edge] + 1]++;
            }
        }

        for (int vertex = 0; vertex < vertexCount; vertex++)
        {
            starts[vertex + 1] += starts[vertex];
        }

        return starts;
    }

    /// <summary>Hands the rows over to their other ends in ascending order, and merges what repeats: then it stands at the end of its row.</summary>
    private static WeightedGraph Transpose(int[] starts, int[] owners, long[] owned)
    {
        int[] lengths = new int[starts.Length];
        int[] ends = new int[owners.Length];
        long[] weights = new long[owners.Length];
        for (int vertex = 0; vertex < starts.Length - 1; vertex++)
        {
            for (int arc = starts[vertex]; arc < starts[vertex + 1]; arc++)
            {
                int owner = owners[arc];
                int last = starts[owner] + lengths[owner] - 1;
                if (lengths[owner] > 0 && ends[last] == vertex)
                {
                    weights[last] = Math.Max(weights[last], owned[arc]);
                }
                else
                {
                    lengths[owner]++;
                    (ends[last + 1], weights[last + 1]) = (vertex, owned[arc]);
                }
            }
        }

        return Pack(starts, lengths, ends, weights);
    }

    private static WeightedGraph Pack(int[] starts, int[] lengths, int[] ends, long[] weights)
    {
        int[] packed = new int[starts.Length];
        for (int vertex = 0; vertex < starts.Length - 1; vertex++)
        {
            ends.AsSpan(starts[vertex], lengths[vertex]).CopyTo(ends.AsSpan(packed[vertex]));
            weights.AsSpan(starts[vertex], lengths[vertex]).CopyTo(weights.AsSpan(packed[vertex]));
            packed[vertex + 1] = packed[vertex] + lengths[vertex];
        }

        return new(packed, ends[..packed[^1]], weights[..packed[^1]]);
    }
}
