using CommunityOfPractice.Core.Networks;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Networks;

[Properties(Arbitrary = [typeof(EdgeLists)])]
public sealed class DensityTests
{
    [Property]
    public void Is_the_share_of_joined_pairs(EdgeList list)
    {
        bool[,] ties = list.Ties;
        double? expected = list.Vertices < 2 ? null : list.Pairs.Average(pair => ties[pair.U, pair.V] ? 1.0 : 0.0);
        Close.To(expected, Density.Of(list.Undirected));
    }

    [Property]
    public void Of_a_directed_graph_is_the_share_of_ordered_pairs(EdgeList list)
    {
        bool[,] arcs = list.Arcs;
        double? expected = list.Vertices < 2 ? null : list.Pairs.Average(pair => ((arcs[pair.U, pair.V] ? 1 : 0) + (arcs[pair.V, pair.U] ? 1 : 0)) / 2.0);
        Close.To(expected, Density.Of(list.Directed));
    }
}
