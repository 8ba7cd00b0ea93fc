namespace CommunityOfPractice.Core.Assignment;

/// <summary>Maximum-weight matching: pairs of vertices joined by an edge, nobody in two pairs, of the greatest total weight.</summary>
/// <remarks>
/// <para>Exact for whole weights of either sign, on any graph. Without <c>maximumCardinality</c> a vertex stays alone rather than take an edge that lowers the
/// total; with it the number of pairs comes first and the weight second. Deterministic: the result depends on the graph only.</para>
/// <para>A primal-dual method after Edmonds (1965), Paths, trees, and flowers, and Maximum matching and a polyhedron with 0,1-vertices: bidding first, then searches that stop at odd
/// cycles, then searches that shrink them. Searches from one root with a heap of events: time O(nm log n + n³) and space O(n + m) for
/// n vertices and m edges; far less as a rule. See Galil (1986), Efficient algorithms for finding maximum matching in graphs, ACM
/// Computing Surveys 18, 23-38, and Galil, Micali and Gabow (1986), SIAM Journal on Computing 15, 120-130.</para>
/// </remarks>
/// <example>
/// A path of three edges: the two outer ones together beat the middle one.
/// <code>
/// WeightedGraph graph = WeightedGraph.FromEdges(4, from: [0, 1, 2], to: [1, 2, 3], weight: [5, 8, 5]);
/// GraphMatching matching = MaximumWeightMatching.Of(graph);          // mates 1, 0, 3, 2; total weight 10
/// MaximumWeightMatching.Verify(graph, matching).IsProven;            // true
/// </code>
/// </example>
public static class MaximumWeightMatching
{
    /// <summary>The largest weight, a pair's bonus included, that is computed with: 2^58.</summary>
    public const long LargestWeight = 1L << 58;

    /// <summary>Finds a matching of maximum weight.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="maximumCardinality">Whether as many pairs as possible come first, and the weight second.</param>
    /// <returns>A matching with its certificate.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A weight is above <see cref="LargestWeight"/> or below its negative, with
    /// <paramref name="maximumCardinality"/> also when (largest minus smallest weight) times n/2 is.</exception>
    public static GraphMatching Of(WeightedGraph graph, bool maximumCardinality = false)
    {
        ArgumentNullException.ThrowIfNull(graph);
        long bonus = BonusOf(graph, maximumCardinality);
        Blossoms blossoms = new(graph.VertexCount);
        long[] dual = new long[graph.VertexCount];
        MatchingSolver.Solve(new(graph, bonus), blossoms, dual);
        return ResultOf(graph, bonus, blossoms, dual);
    }

    /// <summary>Finds a heavy matching fast, with a bound on what any matching can weigh: for problems that are too large for <see cref="Of"/>.</summary>
    /// <param name="graph">The graph.</param>
    /// <returns>A matching; its certificate's <see cref="MatchingCertificate.Bound"/> is that bound, so the difference to the weight is the most that can be missing.</returns>
    /// <remarks>The bidding that <see cref="Of"/> begins with, then pairs among those who are left over, with at most one exchange each: time O(n + m) and
    /// a fixed number of bids for each vertex, space O(n + m). No share of the best is promised; the bound tells how near it is.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A weight is above <see cref="LargestWeight"/> or below its negative.</exception>
    public static GraphMatching Approximate(WeightedGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Adjacency edges = new(graph, BonusOf(graph, false));
        Blossoms single = new(graph.VertexCount);
        long[] dual = new long[graph.VertexCount];
        MatchingStart.Run(edges, single.Mate, dual);
        MatchingStart.PairLeftOvers(edges, single.Mate);
        return ResultOf(graph, 0, single, dual);
    }

    /// <summary>Checks that no matching can weigh more than the bound of a certificate, and that a matching weighs what it says.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="matching">The matching, from anywhere.</param>
    /// <returns>Whether it is proven, and if not, why.</returns>
    /// <remarks>Time and space O(n + m) and, where there are blossoms, O(n) for each more.</remarks>
    public static Verification VerifyBound(WeightedGraph graph, GraphMatching matching)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(matching);
        return new(MatchingProof.BoundFaultsOf(graph, matching));
    }

    /// <summary>Checks that a matching is one of maximum weight, from the graph, the matching and its certificate alone.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="matching">The matching, from anywhere.</param>
    /// <param name="maximumCardinality">Whether it must also have as many pairs as possible.</param>
    /// <returns>Whether it is proven, and if not, why.</returns>
    /// <remarks>Time and space O(n + m) and, where there are blossoms, O(n) for each more.</remarks>
    public static Verification Verify(WeightedGraph graph, GraphMatching matching, bool maximumCardinality = false)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(matching);
        return new(MatchingProof.FaultsOf(graph, matching, maximumCardinality));
    }

    private static long BonusOf(WeightedGraph graph, bool maximumCardinality)
    {
        long least = 0;
        long most = 0;
        foreach (long weight in graph.AllWeights)
        {
            least = Math.Min(least, weight);
            most = Math.Max(most, weight);
        }

        Int128 bonus = maximumCardinality ? ((((Int128)most - least) * (graph.VertexCount / 2)) + 1 - least) : 0;
        if (most + bonus > LargestWeight || least < -LargestWeight)
        {
            throw new ArgumentOutOfRangeException(nameof(graph), $"The weights go from {least} to {most}: too far apart for {graph.VertexCount} vertices.");
        }

        return (long)bonus;
    }

    private static GraphMatching ResultOf(WeightedGraph graph, long bonus, Blossoms blossoms, long[] dual)
    {
        long total = 0;
        for (int vertex = 0; vertex < graph.VertexCount; vertex++)
        {
            int mate = blossoms.Mate[vertex];
            total += mate > vertex ? graph.Weight(vertex, mate)!.Value : 0;
        }

        IEnumerable<BlossomDual> priced = blossoms.All().Where(node => blossoms.Dual[node] > 0)
            .Select(node => new BlossomDual([.. blossoms.Members(node).ToArray().Order()], blossoms.Dual[node]))
            .OrderBy(blossom => blossom.Members.Length).ThenBy(blossom => blossom.Members[0]);
        return new(blossoms.Mate, total, new(bonus, dual, [.. priced]));
    }
}
