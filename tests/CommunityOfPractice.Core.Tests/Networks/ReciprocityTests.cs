using CommunityOfPractice.Core.Networks;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Networks;

[Properties(Arbitrary = [typeof(EdgeLists)])]
public sealed class ReciprocityTests
{
    [Property]
    public void Counts_the_edges_with_an_opposite(EdgeList list)
    {
        bool[,] arcs = list.Arcs;
        int mutual = 2 * list.Pairs.Count(pair => arcs[pair.U, pair.V] && arcs[pair.V, pair.U]);
        int edges = arcs.Cast<bool>().Count(arc => arc);
        Reciprocity reciprocity = Reciprocity.Of(list.Directed);
        Assert.Equal(new Reciprocity(mutual, edges, list.Vertices), reciprocity);
        Assert.Equal(edges == 0 ? null : (double)mutual / edges, reciprocity.Share);
    }

    [Property(MaxTest = 40, Arbitrary = [typeof(LargerEdgeLists)])]
    public void Counts_the_edges_with_an_opposite_in_larger_graphs(EdgeList list) => Counts_the_edges_with_an_opposite(list);

    [Property]
    public void Corrected_follows_its_definition(EdgeList list)
    {
        Reciprocity reciprocity = Reciprocity.Of(list.Directed);
        double? density = Density.Of(list.Directed);
        double? expected = reciprocity.Share is null || density == 1 ? null : (reciprocity.Share - density) / (1 - density);
        Close.To(expected, reciprocity.Corrected);
        Assert.InRange(reciprocity.Corrected ?? 0, -1, 1);
    }

    [Property]
    public void Does_not_depend_on_names_or_on_the_direction_of_all_edges(EdgeList list, int seed)
    {
        Reciprocity reciprocity = Reciprocity.Of(list.Directed);
        Assert.Equal(reciprocity, Reciprocity.Of(list.Shuffled(seed).Directed));
        Assert.Equal(reciprocity, Reciprocity.Of(DirectedGraph.FromEdges(list.Vertices, list.To, list.From)));
    }

    [Fact]
    public void Corrected_stays_exact_for_huge_graphs()
    {
        Reciprocity reciprocity = new(Mutual: 2_000_000_000, Edges: 2_000_000_000, Vertices: 2_000_000_000);
        Assert.Equal(1, reciprocity.Corrected);
    }
}
