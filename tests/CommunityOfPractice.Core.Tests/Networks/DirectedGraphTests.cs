using CommunityOfPractice.Core.Networks;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Networks;

[Properties(Arbitrary = [typeof(EdgeLists)])]
public sealed class DirectedGraphTests
{
    [Property]
    public void Holds_exactly_the_edges_given(EdgeList list)
    {
        DirectedGraph graph = list.Directed;
        bool[,] arcs = list.Arcs;
        Assert.Equal(list.Vertices, graph.VertexCount);
        Assert.Equal(arcs.Cast<bool>().Count(arc => arc), graph.EdgeCount);
        int[] all = [.. Enumerable.Range(0, list.Vertices)];
        foreach (int u in all)
        {
            int[] successors = [.. all.Where(v => arcs[u, v])];
            int[] predecessors = [.. all.Where(v => arcs[v, u])];
            Assert.Equal(successors, graph.Successors(u).ToArray());
            Assert.Equal(predecessors, graph.Predecessors(u).ToArray());
            Assert.Equal(successors.Length, graph.OutDegree(u));
            Assert.Equal(predecessors.Length, graph.InDegree(u));
            Assert.All(all, v => Assert.Equal(arcs[u, v], graph.HasEdge(u, v)));
        }
    }

    [Property]
    public void Becomes_the_undirected_graph_of_the_same_ties(EdgeList list)
    {
        UndirectedGraph graph = list.Directed.ToUndirected();
        bool[,] ties = list.Ties;
        Assert.Equal(list.Pairs.Count(pair => ties[pair.U, pair.V]), graph.EdgeCount);
        Assert.All(Enumerable.Range(0, list.Vertices), u =>
            Assert.Equal(Enumerable.Range(0, list.Vertices).Where(v => ties[u, v]), graph.Neighbours(u).ToArray()));
    }

    [Fact]
    public void Without_vertices_is_a_graph() => Assert.Equal(0, DirectedGraph.FromEdges(0, [], []).EdgeCount);

    [Theory]
    [InlineData(2, 0, 2)]
    [InlineData(2, -1, 0)]
    [InlineData(2, 5, 5)]
    [InlineData(0, 0, 0)]
    [InlineData(-1, 0, 0)]
    public void Refuses_vertices_it_does_not_have(int vertices, int from, int to) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => DirectedGraph.FromEdges(vertices, [from], [to]));

    [Fact]
    public void Refuses_edges_with_one_end() => Assert.Throws<ArgumentException>(() => DirectedGraph.FromEdges(2, [0, 1], [1]));

    [Fact]
    public void Has_no_row_beyond_its_vertices() =>
        Assert.Throws<IndexOutOfRangeException>(() => DirectedGraph.FromEdges(2, [0], [1]).Successors(2).Length);
}
