using CommunityOfPractice.Core.Networks;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Networks;

[Properties(Arbitrary = [typeof(EdgeLists)])]
public sealed class CentralizationTests
{
    [Theory]
    [Trait("Law", "6")]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(40)]
    public void Of_a_star_is_one_and_of_its_complement_one_over_n_minus_one(int n)
    {
        EdgeList star = Complete(n, (u, _) => u == 0);
        EdgeList complement = Complete(n, (u, _) => u != 0);
        Assert.Equal(1, Centralization.Of(star.Undirected));
        Assert.Equal(1.0 / (n - 1), Centralization.Of(complement.Undirected)!.Value, 1e-12);
        Assert.Equal(1, Centralization.OfInDegree(DirectedGraph.FromEdges(n, star.To, star.From)));
        Assert.Equal(1, Centralization.OfOutDegree(star.Directed));
        Assert.Equal(1 / ((n - 1.0) * (n - 1)), Centralization.OfInDegree(star.Directed)!.Value, 1e-12);
    }

    [Theory]
    [Trait("Law", "6")]
    [InlineData(5, 1)]
    [InlineData(7, 2)]
    [InlineData(9, 4)]
    public void Of_a_regular_graph_is_zero(int n, int reach)
    {
        EdgeList ring = Complete(n, (u, v) => Math.Min(v - u, n - v + u) <= reach);
        Assert.Equal(0, Centralization.Of(ring.Undirected));
    }

    [Property]
    [Trait("Law", "6")]
    public void Lies_between_zero_and_one_and_needs_edges(EdgeList list)
    {
        double? value = Centralization.Of(list.Undirected);
        double? directed = Centralization.OfInDegree(list.Directed);
        Assert.Equal(list.Vertices >= 3 && list.Undirected.EdgeCount > 0, value is not null);
        Assert.Equal(list.Directed.EdgeCount > 0, directed is not null);
        Assert.InRange(value ?? 0, 0, 1);
        Assert.InRange(directed ?? 0, 0, 1);
    }

    [Property]
    public void Follows_its_definition_in_either_direction(EdgeList list)
    {
        Close.To(Of(Degrees.In(list.Directed)), Centralization.OfInDegree(list.Directed));
        Close.To(Of(Degrees.Out(list.Directed)), Centralization.OfOutDegree(list.Directed));

        double? Of(int[] degrees) => list.Directed.EdgeCount == 0 ? null : degrees.Sum(degree => degrees.Max() - degree) / Math.Pow(list.Vertices - 1.0, 2);
    }

    [Property]
    [Trait("Law", "6")]
    public void Does_not_depend_on_names(EdgeList list, int seed)
    {
        EdgeList other = list.Shuffled(seed);
        Assert.Equal(Centralization.Of(list.Undirected), Centralization.Of(other.Undirected));
        Assert.Equal(Centralization.OfInDegree(list.Directed), Centralization.OfInDegree(other.Directed));
        Assert.Equal(Centralization.OfOutDegree(list.Directed), Centralization.OfOutDegree(other.Directed));
    }

    [Fact]
    public void Agrees_with_the_golden_vectors()
    {
        Assert.Equal(1, Centralization.Of(UndirectedGraph.FromEdges(5, [0, 0, 0, 0], [1, 2, 3, 4])));
        Assert.Equal(0, Centralization.Of(UndirectedGraph.FromEdges(5, [0, 1, 2, 3, 4], [1, 2, 3, 4, 0])));
        Assert.Equal(1.0 / 6, Centralization.Of(UndirectedGraph.FromEdges(5, [0, 1, 2, 3], [1, 2, 3, 4])));
        Assert.Equal(1.0 / 3, Centralization.Of(UndirectedGraph.FromEdges(4, [0, 1, 2], [1, 2, 0])));
    }

    private static EdgeList Complete(int n, Func<int, int, bool> keep)
    {
        EdgeList empty = new(n, [], [], new int[n]);
        (int U, int V)[] kept = [.. empty.Pairs.Where(pair => keep(pair.U, pair.V))];
        return empty with { From = [.. kept.Select(pair => pair.U)], To = [.. kept.Select(pair => pair.V)] };
    }
}
