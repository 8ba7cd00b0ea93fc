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
    /// <remarks>Each triangle is found once, from its vertex of lowest degree: time O(E √E), auxiliary space O(V + E).</remarks>
    public static Transitivity Of(UndirectedGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        long triples = 0;
        for (int vertex = 0; vertex < graph.VertexCount; vertex++)
        {
            long degree = graph.Degree(vertex);
            triples += degree * (degree - 1) / 2;
        }

        return new(triples == 0 ? 0 : CountTriangles(TowardsHubs(graph.Rows)), triples);
    }

    /// <summary>Numbers the vertices anew by falling degree, and keeps each edge only in the row of its end with the higher number.</summary>
    private static Rows TowardsHubs(Rows rows)
    {
        int[] order = rows.ByFallingLength();
        int[] rank = new int[order.Length];
        for (int position = 0; position < order.Length; position++)
        {
            rank[order[position]] = position;
        }

        int[] starts = new int[order.Length + 1];
        int[] items = GC.AllocateUninitializedArray<int>((rows.Total / 2) + 1); // the last one takes what is not kept
        int count = 0;
        for (int position = 0; position < order.Length; position++)
        {
            foreach (int neighbour in rows[order[position]])
            {
                int other = rank[neighbour];
                items[count] = other;
                count += other < position ? 1 : 0;
            }

            starts[position + 1] = count;
        }

        return new(starts, items);
    }

    private static long CountTriangles(Rows rows)
    {
        byte[] marked = new byte[rows.Count];
        long triangles = 0;
        for (int vertex = 0; vertex < rows.Count; vertex++)
        {
            ReadOnlySpan<int> hubs = rows[vertex];
            foreach (int hub in hubs)
            {
                marked[hub] = 1;
                rows.Prefetch(hub);
            }

            foreach (int hub in hubs)
            {
                int closed = 0;
                foreach (int third in rows[hub])
                {
                    closed += marked[third];
                }

                triangles += closed;
            }

            foreach (int hub in hubs)
            {
                marked[hub] = 0;
            }
        }

        return triangles;
    }
}
