using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Core.Networks;

/// <summary>Removal robustness: whether a community still hangs together when some people, such as its facilitators, stay away.</summary>
/// <remarks>
/// <para>Tells hubs and spokes from a weave: when the largest component of the rest holds less than half of it, and far less than after as many random people have left, talk
/// runs through those few.</para>
/// <para>Compared by value. The default value is that of nothing removed: both shares null.</para>
/// <para>See Albert, Jeong and Barabási (2000), Error and attack tolerance of complex networks, Nature 406, 378-382.</para>
/// </remarks>
/// <param name="Removed">How many different vertices were removed.</param>
/// <param name="Remaining">How many were left.</param>
/// <param name="Largest">How many of these are in the largest component.</param>
/// <param name="RandomLargest">The same after as many random removals, summed over the draws.</param>
/// <param name="Draws">How many draws there were.</param>
/// <example>
/// A star of six without its centre: five islands.
/// <code>RemovalRobustness.Of(UndirectedGraph.FromEdges(6, [0, 0, 0, 0, 0], [1, 2, 3, 4, 5]), [0], new SplitMix64(1)); // Share 0.2, RandomShare about 0.87</code>
/// </example>
public readonly record struct RemovalRobustness(
    [property: JsonRequired] int Removed,
    [property: JsonRequired] int Remaining,
    [property: JsonRequired] int Largest,
    [property: JsonRequired] long RandomLargest,
    [property: JsonRequired] int Draws)
{
    private const int FewestLeft = 4;

    /// <summary>Gets the share of the rest that is in its largest component.</summary>
    /// <value>Above 0 and at most 1; null when nothing is left.</value>
    [JsonIgnore]
    public double? Share => Remaining == 0 ? null : (double)Largest / Remaining;

    /// <summary>Gets the mean of that share after random removals.</summary>
    /// <value>Above 0 and at most 1; null when nothing is left or nothing was drawn.</value>
    [JsonIgnore]
    public double? RandomShare => Remaining == 0 || Draws == 0 ? null : RandomLargest / ((double)Remaining * Draws);

    /// <summary>Removes some vertices of a graph, and as many random ones.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="removed">The vertices to remove, in any order; repeats do not count.</param>
    /// <param name="random">Where the chance comes from. Number the vertices in an order that does not depend on the input, such as that of their ids.</param>
    /// <param name="draws">How many times to remove random vertices; one or more.</param>
    /// <returns>The counts; null when nothing is to be removed or fewer than four vertices would be left.</returns>
    /// <remarks>Draw number b depends on the seed and b alone. Time O(draws · (V + E)), auxiliary space O(V).</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="graph"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="draws"/> is below one.</exception>
    /// <exception cref="IndexOutOfRangeException">There is no such vertex.</exception>
    public static RemovalRobustness? Of(UndirectedGraph graph, ReadOnlySpan<int> removed, SplitMix64 random, int draws = 200)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        int n = graph.VertexCount;
        bool[] gone = new bool[n];
        int count = 0;
        foreach (int vertex in removed)
        {
            count += gone[vertex] ? 0 : 1;
            gone[vertex] = true;
        }

        if (count == 0 || n - count < FewestLeft)
        {
            return null;
        }

        int[] queue = new int[n];
        int largest = Components.Without(graph, gone, queue).Largest;
        long sum = 0;
        int[] vertices = new int[n];
        for (int draw = 0; draw < draws; draw++)
        {
            for (int vertex = 0; vertex < n; vertex++)
            {
                vertices[vertex] = vertex;
            }

            random.Split(draw).Draw<int>(vertices, count);
            Array.Clear(gone);
            foreach (int vertex in vertices.AsSpan(n - count))
            {
                gone[vertex] = true;
            }

            sum += Components.Without(graph, gone, queue).Largest;
        }

        return new(count, n - count, largest, sum, draws);
    }
}
