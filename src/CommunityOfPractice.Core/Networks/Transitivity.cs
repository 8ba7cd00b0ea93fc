using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Networks;

/// <summary>Transitivity: of all pairs of neighbours that a vertex has, the share that are neighbours themselves.</summary>
/// <remarks>
/// <para>Tells whether the people one talks to also talk to each other: tight circles against loose ties. Meetings of many inflate it,
/// because everybody there is joined to everybody: leave large ones out.</para>
/// <para>Compared by value. The default value is that of a graph without vertices: no triples, the ratio is null.</para>
/// <para>See Luce and Perry (1949), Psychometrika 14, 95-116; Newman, Strogatz and Watts (2001), Physical Review E 64, 026118; for the
/// counting Latapy (2008), Theoretical Computer Science 407, 458-473.</para>
/// </remarks>
/// <param name="Triangles">How many sets of three vertices are joined all three to each other.</param>
/// <param name="Triples">How many pairs of neighbours there are, over all vertices: paths of two edges.</param>
/// <example>
/// A triangle 0, 1, 2 with 3 hanging on 2: one triangle and five triples, so <c>3 · 1 / 5 = 0.6</c>.
/// <code>Transitivity.Of(UndirectedGraph.FromEdges(4, [0, 1, 2, 2], [1, 2, 0, 3])).Ratio; // 0.6</code>
/// </example>
public readonly record struct Transitivity(
    [property: JsonRequired] long Triangles,
    [property: JsonRequired] long Triples)
{
    /// <summary>Gets three triangles over triples.</summary>
    /// <value>From 0 (no triangle) to 1 (every component is complete); null without triples, when nobody has two neighbours.</value>
    [JsonIgnore]
    public double? Ratio => Triples == 0 ? null : (double)(3 * Triangles) / Triples;

    /// <summary>Counts the triangles and the triples of a graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <returns>The counts, and the ratio made of them.</returns>
    /// <remarks>Each triangle is found once, from its vertex of middle degree: time O(E √E), auxiliary space O(V + E).</remarks>
    public static Transitivity Of(UndirectedGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        long triples = 0;
        for (int vertex = 0; vertex < graph.VertexCount; vertex++)
        {
            long degree = graph.Degree(vertex);
            triples += degree * (degree - 1) / 2;
        }

        return new(triples == 0 ? 0 : Networks.Triangles.Count(graph.Rows), triples);
    }
}
