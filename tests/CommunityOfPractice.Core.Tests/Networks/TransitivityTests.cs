using CommunityOfPractice.Core.Networks;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Networks;

[Properties(Arbitrary = [typeof(EdgeLists)])]
public sealed class TransitivityTests
{
    [Property]
    public void Counts_triangles_and_triples(EdgeList list)
    {
        bool[,] ties = list.Ties;
        int[] all = [.. Enumerable.Range(0, list.Vertices)];
        var triples = from middle in all from pair in list.Pairs where ties[middle, pair.U] && ties[middle, pair.V] select pair;
        long paths = triples.Count();
        long closed = triples.Count(pair => ties[pair.U, pair.V]);
        Transitivity transitivity = Transitivity.Of(list.Undirected);
        Assert.Equal(new Transitivity(closed / 3, paths), transitivity);
        Assert.Equal(paths == 0 ? null : (double)closed / paths, transitivity.Ratio);
    }

    [Property]
    public void Does_not_depend_on_names(EdgeList list, int seed) =>
        Assert.Equal(Transitivity.Of(list.Undirected), Transitivity.Of(list.Shuffled(seed).Undirected));

    [Fact]
    public void Of_a_complete_graph_is_one()
    {
        EdgeList empty = new(30, [], [], new int[30]);
        int[] from = [.. empty.Pairs.Select(pair => pair.U)];
        int[] to = [.. empty.Pairs.Select(pair => pair.V)];
        Assert.Equal(new Transitivity(30 * 29 * 28 / 6, 30 * 29 * 28 / 2), Transitivity.Of(UndirectedGraph.FromEdges(30, from, to)));
    }
}
