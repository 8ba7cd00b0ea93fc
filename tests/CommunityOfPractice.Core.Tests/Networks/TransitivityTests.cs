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

    [Property(MaxTest = 40, Arbitrary = [typeof(LargerEdgeLists)])]
    public void Counts_triangles_and_triples_of_larger_graphs(EdgeList list) => Counts_triangles_and_triples(list);

    [Fact]
    public void Counts_triangles_among_hubs_and_many_others()
    {
        // Ends are the product of two draws: hubs of more than 100 neighbours, and vertices of one or two.
        Random random = new(7);
        int[] Draw() => [.. Enumerable.Range(0, 4000).Select(_ => random.Next(600) * random.Next(600) / 600)];
        EdgeList list = new(600, Draw(), Draw(), new int[600]);
        bool[,] ties = list.Ties;
        long triangles = list.Pairs.Where(pair => ties[pair.U, pair.V]).Sum(pair => (long)Enumerable.Range(pair.V + 1, 599 - pair.V).Count(w => ties[pair.U, w] && ties[pair.V, w]));
        Assert.Equal(triangles, Transitivity.Of(list.Undirected).Triangles);
        Assert.True(triangles > 1000);
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
