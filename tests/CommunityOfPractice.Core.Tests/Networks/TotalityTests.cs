using CommunityOfPractice.Core.Networks;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Networks;

[Properties(Arbitrary = [typeof(EdgeLists)])]
public sealed class TotalityTests
{
    [Property(MaxTest = 500)]
    [Trait("Law", "19")]
    public void Every_measure_is_absent_or_finite(EdgeList list)
    {
        DirectedGraph directed = list.Directed;
        UndirectedGraph graph = list.Undirected;
        Reciprocity reciprocity = Reciprocity.Of(directed);
        GroupTies ties = GroupTies.Of(graph, list.Groups);
        CorePeriphery core = CorePeriphery.Of(graph);
        RemovalRobustness? removal = RemovalRobustness.Of(graph, list.Vertices == 0 ? [] : [0], default, draws: 3);
        EiPermutation? permuted = EiPermutation.Of(graph, list.Groups, default, permutations: 3);
        double?[] measures =
        [
            Density.Of(directed), Density.Of(graph), Centralization.Of(graph), Centralization.OfInDegree(directed),
            reciprocity.Share, reciprocity.Corrected, Transitivity.Of(graph).Ratio,
            ties.Coverage, ties.EiIndex, ties.EiExpected, ties.EiExpectedByDegrees, ties.Modularity, ties.EiRescaled, ties.Assortativity,
            Centralization.OfOutDegree(directed), Degrees.Mean(graph), Degrees.Inequality(graph), CoreNumbers.Innermost(graph).Share,
            core.SizeShare, core.CoreDensity, core.BetweenDensity, core.PeripheryDensity, core.Correlation, core.BlockCorrelation,
            removal?.Share, removal?.RandomShare, permuted?.PAtLeast, permuted?.PAtMost,
        ];
        Assert.All(measures, measure => Assert.True(measure is null || double.IsFinite(measure.Value)));
    }
}
