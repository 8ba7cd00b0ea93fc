using CommunityOfPractice.Core.Networks;

namespace CommunityOfPractice.Core.Tests.Networks;

/// <summary>Small counts worked out by hand, one on each side of where a measure begins.</summary>
public sealed class NetworkBoundaryTests
{
    [Fact]
    public void A_core_has_a_share_with_the_first_edge_wherever_it_lies()
    {
        Assert.Null(new CorePeriphery(4, 0, 0, 0, 0).SizeShare);
        Assert.Equal(0.5, new CorePeriphery(4, 2, 1, 0, 1).SizeShare);
        Assert.Equal(0.5, new CorePeriphery(4, 2, 0, 1, 1).SizeShare);
        Assert.Equal(0.5, new CorePeriphery(4, 2, 0, 0, 1).SizeShare);
        Assert.Equal(0.5, new CorePeriphery(4, 2, 1, 1, 0).SizeShare);
    }

    [Fact]
    public void Densities_need_a_pair()
    {
        CorePeriphery all = new(3, 3, 3, 0, 0), none = new(3, 0, 0, 0, 0), one = new(4, 1, 0, 2, 1);
        Assert.Equal((1, null, null), (all.CoreDensity, all.BetweenDensity, all.PeripheryDensity));
        Assert.Equal((null, null, 0), (none.CoreDensity, none.BetweenDensity, none.PeripheryDensity));
        Assert.Equal((null, 2.0 / 3, 1.0 / 3), (one.CoreDensity, one.BetweenDensity, one.PeripheryDensity));
        Assert.Equal((null, null), (all.Correlation, all.BlockCorrelation));
    }

    [Fact]
    public void Correlations_worked_by_hand()
    {
        // Of six pairs: core 1 (joined), between 4 (two joined), periphery 1 (not joined).
        CorePeriphery split = new(4, 2, 1, 2, 0);
        Assert.Equal(0, split.Exceptions);
        Assert.Equal(3.0 / Math.Sqrt(5 * 3 * 1 * 3.0), split.Correlation!.Value, 1e-14);
        Assert.Equal(1, split.BlockCorrelation!.Value, 1e-14);
        CorePeriphery inverted = new(4, 2, 0, 0, 1);
        Assert.Equal(2, inverted.Exceptions);
        Assert.Equal(-1, inverted.Correlation!.Value, 1e-14);
        Assert.Equal(-1, inverted.BlockCorrelation!.Value, 1e-14);
    }

    [Fact]
    public void Reciprocity_at_its_ends()
    {
        Assert.Equal((null, null), (default(Reciprocity).Share, default(Reciprocity).Corrected));
        Assert.Equal((1.0, null), (new Reciprocity(2, 2, 2).Share!.Value, new Reciprocity(2, 2, 2).Corrected));
        Assert.Equal((0.5, 1.0 / 4), (new Reciprocity(2, 4, 4).Share, new Reciprocity(2, 4, 4).Corrected));
        Assert.Equal(-1.0 / 5, new Reciprocity(0, 1, 3).Corrected);
    }

    [Fact]
    public void Removal_needs_four_who_stay()
    {
        UndirectedGraph path = UndirectedGraph.FromEdges(6, [0, 1, 2, 3, 4], [1, 2, 3, 4, 5]);
        Assert.Null(RemovalRobustness.Of(path, [], default));
        Assert.Null(RemovalRobustness.Of(path, [0, 1, 2], default));
        RemovalRobustness found = RemovalRobustness.Of(path, [1, 1, 4], default)!.Value;
        Assert.Equal((2, 4, 2, 200), (found.Removed, found.Remaining, found.Largest, found.Draws));
        Assert.Equal(0.5, found.Share);
        Assert.InRange(found.RandomShare!.Value, 0.5, 1);
        Assert.Equal((null, null), (new RemovalRobustness(1, 0, 0, 0, 5).Share, new RemovalRobustness(1, 0, 0, 0, 5).RandomShare));
        Assert.Null(new RemovalRobustness(1, 4, 2, 0, 0).RandomShare);
        Assert.Equal(0.6, new RemovalRobustness(1, 5, 2, 6, 2).RandomShare);
    }

    [Fact]
    public void Ties_of_groups_worked_by_hand()
    {
        GroupTies ties = new(2, 1, 3, 2, 6, 4, 34);
        Assert.Equal(4.0 / 6, ties.Coverage);
        Assert.Equal(-0.5, ties.EiIndex);
        Assert.Equal(0.2, ties.EiExpected);
        Assert.Equal((32 - 34) / 32.0, ties.EiExpectedByDegrees);
        Assert.Equal(0.25, ties.EiRescaled);
        Assert.Equal(14.0 / 30, ties.Assortativity);
        Assert.Equal(14.0 / 64, ties.Modularity);
        GroupTies crowded = new(2, 3, 4, 0, 6, 4, 0);
        Assert.Equal(0, crowded.EiRescaled);
        Assert.Equal((null, 0), (new GroupTies(2, 0, 0, 3, 1, 0, 0).EiIndex, new GroupTies(2, 0, 0, 3, 1, 0, 0).Coverage));
        Assert.Null(new GroupTies(2, 0, 0, 3, 1, 0, 0).EiRescaled);
        Assert.Null(new GroupTies(1, 0, 3, 0, 0, 3, 36).Assortativity);
    }

    [Fact]
    public void Permutations_need_two_groups_and_an_edge_between_known_vertices()
    {
        UndirectedGraph path = UndirectedGraph.FromEdges(3, [0, 1], [1, 2]);
        Assert.Null(EiPermutation.Of(path, [4, 4, 4], default, 5));
        Assert.Null(EiPermutation.Of(path, [0, -1, 1], default, 5));
        Assert.Null(EiPermutation.Of(path, [-1, -1, -1], default, 5));
        Assert.NotNull(EiPermutation.Of(path, [0, 1, -1], default, 5));
        Assert.Equal((0.5, 1.0 / 6), (new EiPermutation(2, 0, 5).PAtLeast, new EiPermutation(2, 0, 5).PAtMost));
    }
}
