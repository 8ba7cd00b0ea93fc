using CommunityOfPractice.Core.Assignment;

namespace CommunityOfPractice.Core.Tests.Assignment;

/// <summary>A verifier that accepts everything would be worse than none: each kind of damage is noticed.</summary>
public sealed class MatchingProofTests
{
    private static readonly WeightedGraph Graph = WeightedGraph.FromEdges(5, [0, 1, 2, 0, 3], [1, 2, 0, 3, 4], [10, 10, 10, 4, 1]);
    private static readonly GraphMatching Good = MaximumWeightMatching.Of(Graph);

    [Fact]
    public void Good_IsProven_WithABlossom()
    {
        Assert.True(MaximumWeightMatching.Verify(Graph, Good).IsProven);
        Assert.NotEmpty(Good.Certificate.Blossoms.ToArray());
    }

    [Fact]
    public void EveryChangedDual_IsNoticed()
    {
        for (int vertex = 0; vertex < Graph.VertexCount; vertex++)
        {
            foreach (long change in (long[])[-1, 1, -100, 100, long.MaxValue / 2])
            {
                long[] duals = Good.Certificate.VertexDuals.ToArray();
                duals[vertex] += change;
                Refused(new(Good.Mates, Good.TotalWeight, new(0, duals, Good.Certificate.Blossoms)));
            }
        }
    }

    [Fact]
    public void EveryChangedBlossom_IsNoticed()
    {
        BlossomDual blossom = Good.Certificate.Blossoms[0];
        foreach (BlossomDual[] damaged in (BlossomDual[][])
            [
                [],
                [new(blossom.Members, blossom.Dual + 1)],
                [new(blossom.Members, -blossom.Dual)],
                [new([0, 1], blossom.Dual)],
                [new([0, 1, 1], blossom.Dual)],
                [new([0, 1, 9], blossom.Dual)],
                [new([0, 1, 4], blossom.Dual)],
                [blossom, blossom],
            ])
        {
            Refused(new(Good.Mates, Good.TotalWeight, new(0, Good.Certificate.VertexDuals, damaged)));
        }
    }

    [Fact]
    public void OtherMates_AreNoticed()
    {
        foreach (int[] mates in (int[][])[[-1, -1, -1, -1, -1], [1, 2, 0, -1, -1], [4, -1, -1, -1, 0], [7, -1, -1, -1, -1], [1, 0, -1, 4, 3, -1], [1, 0, -1, -1, -1]])
        {
            Refused(new(mates, Good.TotalWeight, Good.Certificate));
        }
    }

    [Fact]
    public void AnotherTotalOrBonus_IsNoticed()
    {
        Refused(new(Good.Mates, Good.TotalWeight + 1, Good.Certificate));
        Refused(new(Good.Mates, Good.TotalWeight, new(1, Good.Certificate.VertexDuals, Good.Certificate.Blossoms)));
    }

    /// <summary>The heaviest matching is no proof of the most pairs, nor the other way round.</summary>
    [Fact]
    public void AProof_IsOfWhatWasAskedFor()
    {
        Assert.False(MaximumWeightMatching.Verify(Graph, Good, maximumCardinality: true).IsProven);
        Assert.False(MaximumWeightMatching.Verify(Graph, MaximumWeightMatching.Of(Graph, true)).IsProven);
    }

    private static void Refused(GraphMatching matching)
    {
        Verification found = MaximumWeightMatching.Verify(Graph, matching);

        Assert.False(found.IsProven);
        Assert.All(found.Faults.ToArray(), fault => Assert.False(string.IsNullOrWhiteSpace(fault)));
    }
}
