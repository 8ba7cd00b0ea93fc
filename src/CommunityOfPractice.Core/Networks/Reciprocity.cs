using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Networks;

/// <summary>Reciprocity: the share of the edges whose opposite exists as well.</summary>
/// <remarks>
/// <para>Tells how much of the talk is give and take. Question-and-answer communities are low for good reasons: compare with itself, or
/// with chance through <see cref="Corrected"/>.</para>
/// <para>Compared by value. The default value is that of a graph without vertices: nothing to divide, both ratios null.</para>
/// <para>See Wasserman and Faust (1994), Social Network Analysis, chapter 13; Garlaschelli and Loffredo (2004), Patterns of link
/// reciprocity in directed networks, Physical Review Letters 93, 268701.</para>
/// </remarks>
/// <param name="Mutual">How many edges have their opposite; even, both directions being counted.</param>
/// <param name="Edges">How many edges there are.</param>
/// <param name="Vertices">How many vertices there are.</param>
/// <example>
/// Of the edges 0 → 1, 1 → 0 and 0 → 2, two are mutual.
/// <code>
/// Reciprocity reciprocity = Reciprocity.Of(DirectedGraph.FromEdges(3, [0, 1, 0], [1, 0, 2]));
/// // Share 2/3; Corrected (2/3 - 1/2) / (1 - 1/2) = 1/3
/// </code>
/// </example>
public readonly record struct Reciprocity(
    [property: JsonRequired] int Mutual,
    [property: JsonRequired] int Edges,
    [property: JsonRequired] int Vertices)
{
    /// <summary>Gets the share of the edges that are mutual, <c>r</c>.</summary>
    /// <value>From 0 to 1; null without edges.</value>
    [JsonIgnore]
    public double? Share => Edges == 0 ? null : (double)Mutual / Edges;

    /// <summary>Gets the reciprocity beyond chance, <c>ρ = (r - a) / (1 - a)</c> with the density <c>a = m / (n(n-1))</c>.</summary>
    /// <value>From -1 to 1; 0 when edges are as mutual as in a random graph of the same density, negative when less; null without edges
    /// and when all possible edges exist.</value>
    [JsonIgnore]
    public double? Corrected
    {
        get
        {
            long possible = (long)Vertices * (Vertices - 1);
            return Edges == 0 || Edges == possible
                ? null
                : (double)(((Int128)Mutual * possible) - ((Int128)Edges * Edges)) / (double)((Int128)Edges * (possible - Edges));
        }
    }

    /// <summary>Counts the mutual edges of a graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <returns>The counts, and the ratios made of them.</returns>
    /// <remarks>Marks the earlier successors of each vertex and looks its earlier predecessors up: time O(V + E), auxiliary space O(V).</remarks>
    public static Reciprocity Of(DirectedGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        int[] turnedTo = new int[graph.VertexCount]; // the last vertex that leads here
        int mutual = 0;
        for (int vertex = 1; vertex < turnedTo.Length; vertex++)
        {
            foreach (int successor in graph.Successors(vertex))
            {
                if (successor > vertex)
                {
                    break;
                }

                turnedTo[successor] = vertex;
            }

            foreach (int predecessor in graph.Predecessors(vertex))
            {
                if (predecessor > vertex)
                {
                    break;
                }

                mutual += turnedTo[predecessor] == vertex ? 2 : 0;
            }
        }

        return new(mutual, graph.EdgeCount, graph.VertexCount);
    }
}
