using System.Numerics;
using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Networks;

/// <summary>Ties within and between groups: edges counted by whether both ends carry the same group label.</summary>
/// <remarks>
/// <para>Tells whether contact crosses the borders between groups, such as departments, or stays within silos. The E-I index alone
/// depends on how many and how large the groups are: read it against one of the two expectations, of which the degree null says the same as
/// modularity, since <c>EiIndex - EiExpectedByDegrees = -2 · Modularity</c>.</para>
/// <para>Edges with an end of unknown group are left out of every ratio and counted in <see cref="Unknown"/>; below a coverage of 70 %
/// the ratios should not be shown. Compared by value. The default value is that of a graph without vertices: all ratios null.</para>
/// <para>See Krackhardt and Stern (1988), Informal networks and organizational crises, Social Psychology Quarterly 51, 123-140; Newman
/// and Girvan (2004), Finding and evaluating community structure in networks, Physical Review E 69, 026113.</para>
/// </remarks>
/// <example>
/// Groups {0, 1, 2} and {3, 4} joined in a path 0 - 1 - 2 - 3 - 4: one of the four edges crosses, at random 6 of 10 pairs would.
/// <code>
/// GroupTies ties = GroupTies.Of(UndirectedGraph.FromEdges(5, [0, 1, 2, 3], [1, 2, 3, 4]), [0, 0, 0, 1, 1]);
/// // EiIndex (1 - 3) / 4 = -0.5; EiExpected (6 - 4) / 10 = 0.2; Modularity 3/4 - (25 + 9) / 64 = 0.21875
/// </code>
/// </example>
public readonly record struct GroupTies
{
    /// <summary>Creates the ties from their counts, as they were kept or sent; <see cref="Of"/> counts them.</summary>
    /// <param name="groups">How many groups have a vertex.</param>
    /// <param name="external">How many edges join two groups.</param>
    /// <param name="internal">How many edges lie inside one group.</param>
    /// <param name="unknown">How many edges have an end of unknown group.</param>
    /// <param name="externalPairs">How many pairs of vertices are of two groups.</param>
    /// <param name="internalPairs">How many pairs of vertices are of one group.</param>
    /// <param name="squaredDegrees">The sum over the groups of their squared sums of degrees.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    [JsonConstructor]
    public GroupTies(int groups, int external, int @internal, int unknown, long externalPairs, long internalPairs, long squaredDegrees)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(groups);
        ArgumentOutOfRangeException.ThrowIfNegative(external);
        ArgumentOutOfRangeException.ThrowIfNegative(@internal, nameof(@internal));
        ArgumentOutOfRangeException.ThrowIfNegative(unknown);
        ArgumentOutOfRangeException.ThrowIfNegative(externalPairs);
        ArgumentOutOfRangeException.ThrowIfNegative(internalPairs);
        ArgumentOutOfRangeException.ThrowIfNegative(squaredDegrees);
        Groups = groups;
        External = external;
        Internal = @internal;
        Unknown = unknown;
        ExternalPairs = externalPairs;
        InternalPairs = internalPairs;
        SquaredDegrees = squaredDegrees;
    }

    /// <summary>Gets the number of groups that have a vertex.</summary>
    /// <value>Zero or more. With one group no tie can cross a border, and the ratios say nothing.</value>
    public int Groups { get; }

    /// <summary>Gets the number of edges that join two groups, <c>E</c>.</summary>
    /// <value>Zero or more.</value>
    public int External { get; }

    /// <summary>Gets the number of edges inside one group, <c>I</c>.</summary>
    /// <value>Zero or more.</value>
    public int Internal { get; }

    /// <summary>Gets the number of edges with an end of unknown group.</summary>
    /// <value>Zero or more.</value>
    public int Unknown { get; }

    /// <summary>Gets the number of pairs of vertices of two different groups, <c>P_E</c>, joined or not.</summary>
    /// <value>Zero or more.</value>
    public long ExternalPairs { get; }

    /// <summary>Gets the number of pairs of vertices of the same group, <c>P_I</c>, joined or not.</summary>
    /// <value>Zero or more.</value>
    public long InternalPairs { get; }

    /// <summary>Gets the sum over the groups of their squared sums of degrees, <c>Σ K_g²</c>.</summary>
    /// <value>Zero or more; edges with an end of unknown group do not count.</value>
    public long SquaredDegrees { get; }

    /// <summary>Gets the share of the edges of which both groups are known.</summary>
    /// <value>From 0 to 1; null without edges.</value>
    [JsonIgnore]
    public double? Coverage => Ratio(Known, Known + Unknown);

    /// <summary>Gets the E-I index, <c>(E - I) / (E + I)</c>.</summary>
    /// <value>From -1 (all ties inside) to 1 (all ties cross); null when no edge has both groups known.</value>
    [JsonIgnore]
    public double? EiIndex => Ratio((long)External - Internal, Known);

    /// <summary>Gets the mean E-I index when the labels are dealt out at random, <c>(P_E - P_I) / (P_E + P_I)</c>: the exact mean over
    /// all permutations of the labels among the labelled vertices.</summary>
    /// <value>From -1 (one group) to 1 (every group has one vertex); null below two labelled vertices.</value>
    [JsonIgnore]
    public double? EiExpected => Ratio(ExternalPairs - InternalPairs, ExternalPairs + InternalPairs);

    /// <summary>Gets the E-I index expected when each vertex keeps its degree and edges fall at random, <c>1 - 2 Σ (K_g / 2m)²</c> with
    /// the sum of degrees <c>K_g</c> of each group.</summary>
    /// <value>From -1 to 1; null when no edge has both groups known.</value>
    [JsonIgnore]
    public double? EiExpectedByDegrees => Ratio((2 * Known * Known) - SquaredDegrees, 2 * Known * Known);

    /// <summary>Gets where the E-I index stands between the lowest and the highest that sizes and number of edges allow:
    /// <c>(E - E_min) / (E_max - E_min)</c> with <c>E_max = min(m, P_E)</c> and <c>E_min = max(0, m - P_I)</c>.</summary>
    /// <value>From 0 (as inward as can be) to 1 (as outward as can be); null when no edge has both groups known, or when nothing else is possible.</value>
    [JsonIgnore]
    public double? EiRescaled
    {
        get
        {
            long most = Math.Min(Known, ExternalPairs);
            long least = Math.Max(0, Known - InternalPairs);
            return Ratio(External - least, most - least);
        }
    }

    /// <summary>Gets the assortativity of the groups: modularity as a share of the most that the degrees allow, <c>Q / (1 - Σ (K_g / 2m)²)</c>.</summary>
    /// <value>At most 1 (no edge crosses), 0 when the groups do not structure the talk, negative when edges cross more than by chance; null when no edge has both groups known,
    /// or when one group has all of them. See Newman (2003), Mixing patterns in networks, Physical Review E 67, 026126.</value>
    [JsonIgnore]
    public double? Assortativity => Ratio((4 * Known * Internal) - SquaredDegrees, (4 * Known * Known) - SquaredDegrees);

    /// <summary>Gets the modularity of the groups, <c>Σ [L_g / m - (K_g / 2m)²]</c> with the edges <c>L_g</c> inside each group.</summary>
    /// <value>From -0.5 to 1; at or below 0 the groups do not structure the talk; null when no edge has both groups known.</value>
    [JsonIgnore]
    public double? Modularity => Ratio((4 * Known * Internal) - SquaredDegrees, 4 * Known * Known);

    private long Known => (long)External + Internal;

    /// <summary>Counts the ties of a graph within and between groups.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="groups">The group of each vertex; a negative number when it is unknown.</param>
    /// <returns>The counts, and the ratios made of them.</returns>
    /// <remarks>Time O(V + E), auxiliary space O(V).</remarks>
    /// <exception cref="ArgumentException"><paramref name="groups"/> has not one entry a vertex.</exception>
    public static GroupTies Of(UndirectedGraph graph, ReadOnlySpan<int> groups)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ReadOnlySpan<int> labels = Labels.Small(groups, graph.VertexCount);
        int limit = Labels.Largest(labels) + 1;
        long[] sizes = new long[limit];
        long[] degrees = new long[limit];

        // Few groups fit into bytes, and the table of the labels into a nearer cache.
        (int @internal, int unknown) = limit <= byte.MaxValue
            ? Walk<byte>(graph.Rows, labels, sizes, degrees)
            : Walk<int>(graph.Rows, labels, sizes, degrees);
        long labelled = 0;
        long squaredSizes = 0;
        long squaredDegrees = 0;
        int present = 0;
        for (int label = 0; label < limit; label++)
        {
            present += sizes[label] > 0 ? 1 : 0;
            labelled += sizes[label];
            squaredSizes += sizes[label] * sizes[label];
            squaredDegrees += degrees[label] * degrees[label];
        }

        int external = graph.EdgeCount - unknown - @internal;
        long externalPairs = ((labelled * labelled) - squaredSizes) / 2;
        long internalPairs = (squaredSizes - labelled) / 2;
        return new(present, external, @internal, unknown, externalPairs, internalPairs, squaredDegrees);
    }

    private static double? Ratio(long part, long whole) => whole == 0 ? null : (double)part / whole;

    /// <summary>Adds up the sizes and the degrees of the groups; counts the edges inside known groups and those with an unknown end, each at its later end.</summary>
    private static (int Internal, int Unknown) Walk<T>(Rows rows, ReadOnlySpan<int> labels, Span<long> sizes, Span<long> degrees)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        T[] codes = new T[labels.Length];
        int same = 0;
        int unknown = 0;
        for (int vertex = 0; vertex < codes.Length; vertex++)
        {
            ReadOnlySpan<int> neighbours = rows[vertex];
            int label = labels[vertex];
            T code = label < 0 ? T.MaxValue : T.CreateTruncating(label);
            codes[vertex] = code;
            if (label < 0)
            {
                unknown += Drop(neighbours, vertex, labels, degrees);
            }
            else
            {
                sizes[label]++;
                degrees[label] += neighbours.Length;
                same += CountEarlier(neighbours, codes.AsSpan(0, vertex), code);
            }
        }

        return (same, unknown);
    }

    /// <summary>Counts the neighbours of a code that come earlier, which are the first ones.</summary>
    private static int CountEarlier<T>(ReadOnlySpan<int> neighbours, ReadOnlySpan<T> earlier, T code)
        where T : IEquatable<T>
    {
        int same = 0;
        foreach (int neighbour in neighbours)
        {
            if ((uint)neighbour >= (uint)earlier.Length)
            {
                break;
            }

            same += earlier[neighbour].Equals(code) ? 1 : 0;
        }

        return same;
    }

    /// <summary>Takes the edges of a vertex of unknown group out of the degrees of its neighbours; counts those it does not share with an
    /// unknown vertex before it.</summary>
    private static int Drop(ReadOnlySpan<int> neighbours, int vertex, ReadOnlySpan<int> labels, Span<long> degrees)
    {
        int dropped = 0;
        foreach (int neighbour in neighbours)
        {
            int label = labels[neighbour];
            if (label >= 0)
            {
                degrees[label]--;
            }

            dropped += label >= 0 || neighbour > vertex ? 1 : 0;
        }

        return dropped;
    }
}
