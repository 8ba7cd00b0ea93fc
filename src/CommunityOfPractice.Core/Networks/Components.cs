using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Networks;

/// <summary>Connected components: the parts of a graph within which everybody reaches everybody along edges.</summary>
/// <remarks>
/// <para>Tells whether a community talks as one whole: one component holds all, or islands stand beside it. An isolate is a component
/// of its own.</para>
/// <para>Compared by value. The default value is that of a graph without vertices: no component. For a directed graph use
/// <see cref="DirectedGraph.ToUndirected"/>: the result is its weakly connected components.</para>
/// <para>See Hopcroft and Tarjan (1973), Algorithm 447, Communications of the ACM 16, 372-378.</para>
/// </remarks>
/// <param name="Count">How many components there are; from 0 to <c>n</c>.</param>
/// <param name="Largest">How many vertices the largest component (the giant) has; from 0 to <c>n</c>.</param>
/// <example>
/// A tie between 0 and 1, and 2 alone: two components, the larger of two.
/// <code>Components.Of(UndirectedGraph.FromEdges(3, [0], [1])); // Count 2, Largest 2</code>
/// </example>
public readonly record struct Components(
    [property: JsonRequired] int Count,
    [property: JsonRequired] int Largest)
{
    /// <summary>Finds the components of a graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <returns>Their number and the size of the largest.</returns>
    /// <remarks>Breadth-first search: time O(V + E), auxiliary space O(V).</remarks>
    public static Components Of(UndirectedGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return Without(graph, new bool[graph.VertexCount], new int[graph.VertexCount]);
    }

    /// <summary>Finds the components of what is left of a graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="reached">The vertices that are not there; all of them afterwards.</param>
    /// <param name="queue">Room for the vertices.</param>
    internal static Components Without(UndirectedGraph graph, bool[] reached, int[] queue)
    {
        int count = 0;
        int largest = 0;
        for (int vertex = 0; vertex < reached.Length; vertex++)
        {
            if (!reached[vertex])
            {
                count++;
                largest = Math.Max(largest, Reach(graph, vertex, reached, queue));
            }
        }

        return new(count, largest);
    }

    private static int Reach(UndirectedGraph graph, int start, bool[] reached, int[] queue)
    {
        reached[start] = true;
        queue[0] = start;
        int size = 1;
        for (int next = 0; next < size; next++)
        {
            foreach (int neighbour in graph.Neighbours(queue[next]))
            {
                if (!reached[neighbour])
                {
                    reached[neighbour] = true;
                    queue[size++] = neighbour;
                }
            }
        }

        return size;
    }
}
