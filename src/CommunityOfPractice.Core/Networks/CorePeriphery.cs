using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Networks;

/// <summary>Core and periphery: the split of a graph into a core whose vertices are joined to each other and a periphery whose vertices are not.</summary>
/// <remarks>
/// <para>Tells whether a community has a structural core, how large it is and how the outside is tied to it. Compare the core with the people who were appointed: a core that
/// is somebody else is a hidden one (<see cref="Jaccard"/>). With fewer than eight vertices any graph has a core; do not read it then.</para>
/// <para>The split is the one with the fewest exceptions: pairs in the core that are not joined, and pairs in the periphery that are. Ties between the two are free.
/// Compared by value. The default value is that of a graph without vertices.</para>
/// <para>See Borgatti and Everett (1999), Models of core/periphery structures, Social Networks 21, 375-395; Lip (2011), A fast algorithm for the discrete core/periphery bipartitioning
/// problem, arXiv 1102.5511.</para>
/// </remarks>
/// <param name="Vertices">How many vertices there are, <c>n</c>.</param>
/// <param name="Size">How many of them are in the core, <c>k</c>.</param>
/// <param name="Within">How many edges join two vertices of the core.</param>
/// <param name="Between">How many edges join the core and the periphery.</param>
/// <param name="Outside">How many edges join two vertices of the periphery.</param>
/// <example>
/// A triangle 0, 1, 2 with 3 hanging on 2 and 4 on 1: the two who know three others are the core.
/// <code>CorePeriphery.Of(UndirectedGraph.FromEdges(5, [0, 1, 2, 2, 1], [1, 2, 0, 3, 4])); // Size 2, Within 1, Between 4, Outside 0</code>
/// </example>
public readonly record struct CorePeriphery(
    [property: JsonRequired] int Vertices,
    [property: JsonRequired] int Size,
    [property: JsonRequired] int Within,
    [property: JsonRequired] int Between,
    [property: JsonRequired] int Outside)
{
    /// <summary>Gets the number of exceptions, <c>Z = k(k-1)/2 - Within + Outside</c>: the smallest that any split has.</summary>
    /// <value>Zero (a perfect core and periphery) or more.</value>
    [JsonIgnore]
    public long Exceptions => CorePairs - Within + Outside;

    /// <summary>Gets the share of the vertices that are in the core.</summary>
    /// <value>Above 0 and at most 1; null without edges, where nobody is.</value>
    [JsonIgnore]
    public double? SizeShare => Edges == 0 ? null : (double)Size / Vertices;

    /// <summary>Gets the density of the core.</summary>
    /// <value>From 0 to 1; null when the core has fewer than two vertices.</value>
    [JsonIgnore]
    public double? CoreDensity => Ratio(Within, CorePairs);

    /// <summary>Gets the density between core and periphery.</summary>
    /// <value>From 0 to 1; null when either is empty.</value>
    [JsonIgnore]
    public double? BetweenDensity => Ratio(Between, (long)Size * (Vertices - Size));

    /// <summary>Gets the density of the periphery.</summary>
    /// <value>From 0 to 1; null when the periphery has fewer than two vertices.</value>
    [JsonIgnore]
    public double? PeripheryDensity => Ratio(Outside, PeripheryPairs);

    /// <summary>Gets the correlation, over all pairs, of the edges with the ideal in which the core is joined to everybody and the periphery to the core only.</summary>
    /// <value>From -1 to 1 (a perfect pattern, such as a star); null when either does not vary.</value>
    [JsonIgnore]
    public double? Correlation => Phi(Within + (long)Between, CorePairs + ((long)Size * (Vertices - Size)), Outside, PeripheryPairs);

    /// <summary>Gets the same correlation without the pairs between core and periphery, which the split leaves free as well.</summary>
    /// <value>From -1 to 1 (the core complete, the periphery empty); null when either does not vary.</value>
    [JsonIgnore]
    public double? BlockCorrelation => Phi(Within, CorePairs, Outside, PeripheryPairs);

    private long CorePairs => (long)Size * (Size - 1) / 2;

    private long PeripheryPairs => (long)(Vertices - Size) * (Vertices - Size - 1) / 2;

    private long Edges => (long)Within + Between + Outside;

    /// <summary>Finds the best split of a graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <returns>The counts of the split, and the ratios made of them.</returns>
    /// <remarks>
    /// With the degrees in falling order, a vertex belongs to the core as long as its degree exceeds the number of those taken before it: exact, and the smallest of the best cores.
    /// Of equal degrees at the edge of the core the lower vertices are taken; the number of exceptions does not depend on it. Time O(V + E), auxiliary space O(V).
    /// </remarks>
    public static CorePeriphery Of(UndirectedGraph graph)
    {
        bool[] core = Split(graph, out int size);
        long within = 0;
        long between = 0;
        for (int vertex = 0; vertex < core.Length; vertex++)
        {
            foreach (int neighbour in core[vertex] ? graph.Neighbours(vertex) : default)
            {
                within += core[neighbour] ? 1 : 0;
                between += core[neighbour] ? 0 : 1;
            }
        }

        return new(graph.VertexCount, size, (int)(within / 2), (int)between, (int)(graph.EdgeCount - (within / 2) - between));
    }

    /// <summary>Returns the vertices of the core.</summary>
    /// <param name="graph">The graph.</param>
    /// <returns>The vertices, ascending; as many as <see cref="Size"/>.</returns>
    /// <remarks>As <see cref="Of"/>. These are people: do not export them.</remarks>
    public static int[] Members(UndirectedGraph graph)
    {
        bool[] core = Split(graph, out _);
        return [.. Enumerable.Range(0, core.Length).Where(vertex => core[vertex])];
    }

    /// <summary>Returns how far the core of a graph is the same as a given group: common members over all members of either.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="appointed">The vertices of the group, in any order; repeats do not count.</param>
    /// <returns>From 0 (nobody in common: a hidden core) to 1 (the same people); null when both are empty.</returns>
    /// <remarks>As <see cref="Of"/>. See Jaccard (1912), New Phytologist 11, 37-50.</remarks>
    /// <exception cref="IndexOutOfRangeException">There is no such vertex.</exception>
    public static double? Jaccard(UndirectedGraph graph, ReadOnlySpan<int> appointed)
    {
        bool[] core = Split(graph, out int size);
        bool[] counted = new bool[core.Length];
        int common = 0;
        int all = size;
        foreach (int vertex in appointed)
        {
            common += !counted[vertex] && core[vertex] ? 1 : 0;
            all += !counted[vertex] && !core[vertex] ? 1 : 0;
            counted[vertex] = true;
        }

        return Ratio(common, all);
    }

    private static bool[] Split(UndirectedGraph graph, out int size)
    {
        ArgumentNullException.ThrowIfNull(graph);
        bool[] core = new bool[graph.VertexCount];
        size = 0;
        foreach (int vertex in graph.Rows.ByFallingLength())
        {
            if (graph.Degree(vertex) <= size)
            {
                break;
            }

            core[vertex] = true;
            size++;
        }

        return core;
    }

    private static double? Ratio(long part, long whole) => whole == 0 ? null : (double)part / whole;

    /// <summary>The correlation of two yes-no variables: of pairs that should be joined so many are, and of those that should not so many.</summary>
    private static double? Phi(long right, long ones, long wrong, long zeros)
    {
        double joined = right + wrong;
        double apart = ones + zeros - right - wrong;
        return ones == 0 || zeros == 0 || joined == 0 || apart == 0
            ? null
            : Math.Clamp(
                (((double)right * (zeros - wrong)) - ((double)(ones - right) * wrong)) / (Math.Sqrt(ones * joined) * Math.Sqrt(zeros * apart)),
                -1,
                1);
    }
}
