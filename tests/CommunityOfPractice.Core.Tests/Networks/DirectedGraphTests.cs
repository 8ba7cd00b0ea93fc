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
    public void Is_the_same_for_any_order_of_the_edges(EdgeList list, bool backwards)
    {
        // Ordered edges, the same ones with two of them swapped or all turned around, and with loops and repeats: four ways to sort them.
        EdgeList ordered = list.Ordered();
        Holds_exactly_the_edges_given(ordered);
        if (ordered.From.Length > 1)
        {
            int[] order = [.. Enumerable.Range(0, ordered.From.Length)];
            (order[0], order[^1]) = (order[^1], order[0]);
            if (backwards)
            {
                Array.Reverse(order);
            }

            Holds_exactly_the_edges_given(ordered with { From = [.. order.Select(edge => ordered.From[edge])], To = [.. order.Select(edge => ordered.To[edge])] });
            Holds_exactly_the_edges_given(ordered.With(ordered.From[0], ordered.To[0]));
            Holds_exactly_the_edges_given(ordered.With(list.Vertices - 1, list.Vertices - 1));
        }
    }

    [Property]
    public void Keeps_no_hold_of_the_edges_given(EdgeList list)
    {
        EdgeList ordered = list.Ordered();
        DirectedGraph graph = ordered.Directed;
        bool[,] arcs = ordered.Arcs;
        Array.Clear(ordered.From);
        Array.Clear(ordered.To);
        Assert.All(Enumerable.Range(0, list.Vertices), u =>
            Assert.Equal(Enumerable.Range(0, list.Vertices).Where(v => arcs[u, v]), graph.Successors(u).ToArray()));
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

    [Property(MaxTest = 40, Arbitrary = [typeof(LargerEdgeLists)])]
    public void Becomes_the_undirected_graph_of_the_same_ties_when_larger(EdgeList list) => Becomes_the_undirected_graph_of_the_same_ties(list);

    [Property(MaxTest = 40, Arbitrary = [typeof(LargerEdgeLists)])]
    public void Holds_exactly_the_edges_given_when_larger(EdgeList list) => Is_the_same_for_any_order_of_the_edges(list, backwards: true);

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
