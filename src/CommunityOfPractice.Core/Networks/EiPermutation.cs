using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Core.Networks;

/// <summary>A permutation test of the E-I index: how often labels that are dealt out at random among the vertices cross as much, or as little, as the real ones.</summary>
/// <remarks>
/// <para>Tells whether ties keep to their groups, or cross them, more than by chance. The mean of the same chance is known exactly:
/// <see cref="GroupTies.EiExpected"/>. A small p says that the difference is there, not that it is large: score the difference, show p.</para>
/// <para>Compared by value. The default value is that of no permutation, all p-values being 1.</para>
/// <para>See Krackhardt and Stern (1988), Social Psychology Quarterly 51, 123-140; for counting the observation itself Phipson and Smyth (2010), Permutation p-values should never be
/// zero, Statistical Applications in Genetics and Molecular Biology 9, 39.</para>
/// </remarks>
/// <param name="AtLeast">How many permutations have at least as many external edges as were observed.</param>
/// <param name="AtMost">How many permutations have at most as many.</param>
/// <param name="Permutations">How many permutations there were, <c>B</c>.</param>
/// <example>
/// <code>
/// EiPermutation? test = EiPermutation.Of(graph, departments, new SplitMix64(2026));
/// // test?.PAtMost: how often chance alone would be as inward
/// </code>
/// </example>
public readonly record struct EiPermutation(
    [property: JsonRequired] int AtLeast,
    [property: JsonRequired] int AtMost,
    [property: JsonRequired] int Permutations)
{
    /// <summary>Gets the p-value of ties that cross more than by chance, <c>(1 + #{≥ observed}) / (1 + B)</c>.</summary>
    /// <value>Above 0 and at most 1.</value>
    [JsonIgnore]
    public double PAtLeast => (1.0 + AtLeast) / (1.0 + Permutations);

    /// <summary>Gets the p-value of ties that cross less than by chance (silos), <c>(1 + #{≤ observed}) / (1 + B)</c>.</summary>
    /// <value>Above 0 and at most 1.</value>
    [JsonIgnore]
    public double PAtMost => (1.0 + AtMost) / (1.0 + Permutations);

    /// <summary>Permutes the labels of a graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="groups">The group of each vertex; a negative number when it is unknown, and then its edges are left out and its label stays where it is.</param>
    /// <param name="random">Where the chance comes from. Number the vertices in an order that does not depend on the input, such as that of their ids.</param>
    /// <param name="permutations">How many permutations; one or more.</param>
    /// <returns>The counts; null when no edge has both groups known, or when fewer than two groups have a vertex.</returns>
    /// <remarks>Permutation number b depends on the seed and b alone. Time O(B (V + E)), auxiliary space O(V + E).</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="graph"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="groups"/> has not one entry a vertex.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="permutations"/> is below one.</exception>
    public static EiPermutation? Of(UndirectedGraph graph, ReadOnlySpan<int> groups, SplitMix64 random, int permutations = 9999)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentOutOfRangeException.ThrowIfLessThan(permutations, 1);
        ReadOnlySpan<int> labels = Labels.Small(groups, graph.VertexCount);
        (int[] known, int[] dealt) = Known(labels);
        (int First, int Second)[] edges = EdgesAmong(graph, known, labels.Length);
        if (edges.Length == 0 || dealt.AsSpan().IndexOfAnyExcept(dealt[0]) < 0)
        {
            return null;
        }

        int observed = External(edges, dealt);
        int[] order = new int[dealt.Length];
        int atLeast = 0;
        int atMost = 0;
        for (int permutation = 0; permutation < permutations; permutation++)
        {
            dealt.CopyTo(order, 0);
            random.Split(permutation).Shuffle<int>(order);
            int external = External(edges, order);
            atLeast += external >= observed ? 1 : 0;
            atMost += external <= observed ? 1 : 0;
        }

        return new(atLeast, atMost, permutations);
    }

    private static int External(ReadOnlySpan<(int First, int Second)> edges, ReadOnlySpan<int> labels)
    {
        int external = 0;
        foreach ((int first, int second) in edges)
        {
            external += labels[first] != labels[second] ? 1 : 0;
        }

        return external;
    }

    /// <summary>The vertices whose group is known, and their labels.</summary>
    private static (int[] Vertices, int[] Labels) Known(ReadOnlySpan<int> labels)
    {
        List<int> vertices = [];
        List<int> known = [];
        for (int vertex = 0; vertex < labels.Length; vertex++)
        {
            if (labels[vertex] >= 0)
            {
                vertices.Add(vertex);
                known.Add(labels[vertex]);
            }
        }

        return ([.. vertices], [.. known]);
    }

    /// <summary>The edges among some vertices, whose ends are numbered by their place among these.</summary>
    private static (int First, int Second)[] EdgesAmong(UndirectedGraph graph, ReadOnlySpan<int> vertices, int all)
    {
        int[] places = new int[all];
        Array.Fill(places, -1);
        for (int place = 0; place < vertices.Length; place++)
        {
            places[vertices[place]] = place;
        }

        List<(int First, int Second)> edges = [];
        for (int place = 0; place < vertices.Length; place++)
        {
            foreach (int neighbour in graph.Neighbours(vertices[place]))
            {
                if (places[neighbour] > place)
                {
                    edges.Add((place, places[neighbour]));
                }
            }
        }

        return [.. edges];
    }
}
