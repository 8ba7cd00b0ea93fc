using System.Text.Json;
using CommunityOfPractice.Core.Assignment;
using CommunityOfPractice.Core.Tests.Oracles;

namespace CommunityOfPractice.Core.Tests.Assignment;

public sealed class MaximumWeightMatchingTests
{
    [Fact]
    public void Path_TakesTheOuterEdges()
    {
        WeightedGraph graph = WeightedGraph.FromEdges(4, [0, 1, 2], [1, 2, 3], [5, 8, 5]);
        GraphMatching matching = MaximumWeightMatching.Of(graph);

        Assert.Equal([1, 0, 3, 2], matching.Mates);
        Assert.Equal((10, 2), (matching.TotalWeight, matching.PairCount));
        Assert.True(MaximumWeightMatching.Verify(graph, matching).IsProven);
    }

    /// <summary>Three who may pair with each other leave one out: only a blossom can prove that.</summary>
    [Fact]
    public void Triangle_NeedsABlossom()
    {
        WeightedGraph graph = WeightedGraph.FromEdges(3, [0, 1, 2], [1, 2, 0], [6, 6, 6]);
        GraphMatching matching = MaximumWeightMatching.Of(graph);

        Assert.Equal(6, matching.TotalWeight);
        Assert.Equal([0, 1, 2], Assert.Single(matching.Certificate.Blossoms.ToArray()).Members);
        Assert.True(MaximumWeightMatching.Verify(graph, matching).IsProven);
    }

    [Fact]
    public void MorePairs_ComeFirst_WhenAskedFor()
    {
        WeightedGraph graph = WeightedGraph.FromEdges(4, [0, 1, 2], [1, 2, 3], [-5, 8, -5]);

        Assert.Equal((8, 1), (MaximumWeightMatching.Of(graph).TotalWeight, MaximumWeightMatching.Of(graph).PairCount));
        Assert.Equal((-10, 2), (MaximumWeightMatching.Of(graph, true).TotalWeight, MaximumWeightMatching.Of(graph, true).PairCount));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public void WithoutEdges_NobodyIsPaired(int vertices)
    {
        WeightedGraph graph = WeightedGraph.FromEdges(vertices, [], [], []);
        GraphMatching matching = MaximumWeightMatching.Of(graph, true);

        Assert.Equal(Enumerable.Repeat(-1, vertices), matching.Mates.ToArray());
        Assert.True(MaximumWeightMatching.Verify(graph, matching, true).IsProven);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [Trait("Law", "49")]
    public void Law49_SmallGraphs_AgreeWithTryingAll(int seed)
    {
        Random random = new(seed);
        for (int i = 0; i < 1000; i++)
        {
            RandomEdges edges = RandomEdges.Draw(random, 10);
            bool pairsFirst = random.Next(2) == 0;
            GraphMatching matching = Proven(edges.Graph, pairsFirst);
            (int pairs, long weight) = edges.Best(pairsFirst);

            Assert.Equal(weight, matching.TotalWeight);
            Assert.True(!pairsFirst || pairs == matching.PairCount);
        }
    }

    /// <summary>Larger graphs, with nested blossoms: the certificate is the proof.</summary>
    [Fact]
    [Trait("Law", "49")]
    public void Law49_LargerGraphs_CarryTheirProof_AndNamesDoNotMatter()
    {
        Random random = new(5);
        int blossoms = 0;
        for (int i = 0; i < 200; i++)
        {
            RandomEdges edges = RandomEdges.Draw(random, 60);
            bool pairsFirst = random.Next(2) == 0;
            GraphMatching matching = Proven(edges.Graph, pairsFirst), renamed = Proven(edges.Shuffled(random).Graph, pairsFirst);
            blossoms += matching.Certificate.Blossoms.Length;

            Assert.Equal(matching.TotalWeight, renamed.TotalWeight);
            Assert.True(!pairsFirst || matching.PairCount == renamed.PairCount);
        }

        Assert.True(blossoms > 100, $"only {blossoms} blossoms were tried");
    }

    [Fact]
    [Trait("Law", "49")]
    public void Law49_TheOrderOfTheEdges_LeavesNoTrace()
    {
        Random random = new(6);
        RandomEdges edges = RandomEdges.Draw(random, 50);
        int[] order = [.. Enumerable.Range(0, edges.From.Length)];
        random.Shuffle(order);
        WeightedGraph other = WeightedGraph.FromEdges(edges.Vertices, [.. order.Select(e => edges.From[e])], [.. order.Select(e => edges.To[e])], [.. order.Select(e => edges.Weight[e])]);

        Assert.Equal(MaximumWeightMatching.Of(edges.Graph).Mates, MaximumWeightMatching.Of(other).Mates);
        Assert.Equal(MaximumWeightMatching.Of(edges.Graph).Certificate.VertexDuals, MaximumWeightMatching.Of(other).Certificate.VertexDuals);
    }

    [Fact]
    [Trait("Law", "50")]
    public void Law50_OneMoreEdge_NeverLowersTheOptimum()
    {
        Random random = new(7);
        for (int i = 0; i < 200; i++)
        {
            RandomEdges edges = RandomEdges.Draw(random, 14);
            if (edges.From.Length > 0)
            {
                RandomEdges fewer = edges with { From = edges.From[1..], To = edges.To[1..], Weight = edges.Weight[1..] };
                Assert.True(MaximumWeightMatching.Of(fewer.Graph).TotalWeight <= MaximumWeightMatching.Of(edges.Graph).TotalWeight);
                Assert.True(MaximumWeightMatching.Of(fewer.Graph, true).PairCount <= MaximumWeightMatching.Of(edges.Graph, true).PairCount);
            }
        }
    }

    [Fact]
    [Trait("Law", "50")]
    public void Law50_AHigherPenaltyForRepeats_NeverRaisesThem()
    {
        Random random = new(8);
        for (int i = 0; i < 100; i++)
        {
            RandomEdges edges = RandomEdges.Draw(random, 12);
            WeightedGraph graph = edges.Graph;
            long[] met = [.. Enumerable.Range(0, edges.Vertices * edges.Vertices).Select(_ => (long)random.Next(4))];
            long Repeats(int u, int v) => met[(Math.Min(u, v) * edges.Vertices) + Math.Max(u, v)] is long times ? times * times : 0;
            long last = long.MaxValue;
            for (long lambda = 0; lambda <= 50; lambda += 5)
            {
                List<(int From, int To, long Weight)> penalised = [];
                for (int u = 0; u < graph.VertexCount; u++)
                {
                    for (int k = 0; k < graph.Neighbours(u).Length; k++)
                    {
                        penalised.Add((u, graph.Neighbours(u)[k], graph.Weights(u)[k] - (lambda * Repeats(u, graph.Neighbours(u)[k]))));
                    }
                }

                GraphMatching matching = MaximumWeightMatching.Of(WeightedGraph.FromEdges(edges.Vertices, [.. penalised.Select(e => e.From)], [.. penalised.Select(e => e.To)], [.. penalised.Select(e => e.Weight)]), true);
                long total = Enumerable.Range(0, edges.Vertices).Where(u => matching.Mates[u] > u).Sum(u => Repeats(u, matching.Mates[u]));
                Assert.True(total <= last);
                last = total;
            }
        }
    }

    [Fact]
    public void Approximate_StaysBelowItsBound_AndTheBestLiesBetween()
    {
        Random random = new(9);
        for (int i = 0; i < 300; i++)
        {
            WeightedGraph graph = RandomEdges.Draw(random, 30).Graph;
            GraphMatching near = MaximumWeightMatching.Approximate(graph);
            long best = Proven(graph, false).TotalWeight;

            Assert.True(MaximumWeightMatching.VerifyBound(graph, near).IsProven);
            Assert.InRange(best, near.TotalWeight, near.Certificate.Bound);
            long[] cheaper = [.. near.Certificate.VertexDuals.ToArray().Select(d => d / 2)];
            Assert.Equal(best == 0, MaximumWeightMatching.VerifyBound(graph, new(near.Mates, near.TotalWeight, new(0, cheaper, []))).IsProven);
            Assert.False(MaximumWeightMatching.VerifyBound(graph, new(near.Mates, near.TotalWeight + 1, near.Certificate)).IsProven);
        }
    }

    /// <summary>Bidding finds most of the weight: a floor against getting worse unnoticed.</summary>
    [Fact]
    public void Approximate_OnALargeSparseGraph_IsNearItsBound()
    {
        Random random = new(10);
        int[] Ends() => [.. Enumerable.Range(0, 200_000).Select(_ => random.Next(20_000))];
        WeightedGraph graph = WeightedGraph.FromEdges(20_000, Ends(), Ends(), [.. Enumerable.Range(0, 200_000).Select(_ => (long)random.Next(1, 1_000_001))]);
        GraphMatching near = MaximumWeightMatching.Approximate(graph);

        Assert.True(MaximumWeightMatching.VerifyBound(graph, near).IsProven);
        Assert.True(near.TotalWeight >= 0.97 * near.Certificate.Bound, $"{near.TotalWeight} of {near.Certificate.Bound}");
    }

    [Fact]
    public void Weights_BeyondTheRange_AreRefused()
    {
        long limit = MaximumWeightMatching.LargestWeight;
        WeightedGraph largest = WeightedGraph.FromEdges(3, [0, 1, 2], [1, 2, 0], [limit, limit, -limit]);

        Assert.Equal(limit, Proven(largest, false).TotalWeight);
        Assert.Throws<ArgumentOutOfRangeException>(() => MaximumWeightMatching.Of(largest, true));
        Assert.Throws<ArgumentOutOfRangeException>(() => MaximumWeightMatching.Of(WeightedGraph.FromEdges(2, [0], [1], [limit + 1])));
        Assert.Throws<ArgumentOutOfRangeException>(() => MaximumWeightMatching.Of(WeightedGraph.FromEdges(2, [0], [1], [long.MinValue])));
    }

    [Fact]
    public void Graph_KeepsTheHeaviestOfRepeats_AndRefusesNonsense()
    {
        WeightedGraph graph = WeightedGraph.FromEdges(4, [0, 1, 0, 2, 3], [1, 0, 1, 2, 1], [3, 7, 5, 9, -1]);

        Assert.Equal((2, 7L, -1L), (graph.EdgeCount, graph.Weight(0, 1), graph.Weight(1, 3)));
        Assert.Null(graph.Weight(2, 2));
        Assert.Equal([0, 3], graph.Neighbours(1));
        Assert.Equal([7L, -1L], graph.Weights(1));
        Assert.Throws<ArgumentException>(() => WeightedGraph.FromEdges(2, [0], [1], []));
        Assert.Throws<ArgumentOutOfRangeException>(() => WeightedGraph.FromEdges(2, [0], [2], [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => WeightedGraph.FromEdges(-1, [], [], []));
    }

    [PythonFact("networkx")]
    [Trait("Category", "Slow")]
    [Trait("Law", "49")]
    public void Law49_Networkx_FindsTheSameTotals()
    {
        Random random = new(20260102);
        (RandomEdges Edges, bool PairsFirst)[] cases = [.. Enumerable.Range(0, 3000).Select(i => (RandomEdges.Draw(random, i < 2800 ? 16 : 70), random.Next(2) == 0))];
        JsonElement[] answers = PythonOracle.Ask("matching.py", [.. cases.Select(c => new { c.Edges.Vertices, c.Edges.From, c.Edges.To, c.Edges.Weight, c.PairsFirst })]);

        Assert.All(cases.Zip(answers), pair =>
        {
            GraphMatching matching = Proven(pair.First.Edges.Graph, pair.First.PairsFirst);
            Assert.Equal(pair.Second.GetProperty("weight").GetInt64(), matching.TotalWeight);
            Assert.True(!pair.First.PairsFirst || pair.Second.GetProperty("pairs").GetInt32() == matching.PairCount);
        });
    }

    private static GraphMatching Proven(WeightedGraph graph, bool pairsFirst)
    {
        GraphMatching matching = MaximumWeightMatching.Of(graph, pairsFirst);
        Verification found = MaximumWeightMatching.Verify(graph, matching, pairsFirst);
        Assert.True(found.IsProven, string.Join(" ", found.Faults.ToArray()));
        return matching;
    }
}
