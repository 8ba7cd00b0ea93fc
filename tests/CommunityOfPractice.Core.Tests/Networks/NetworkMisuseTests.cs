using CommunityOfPractice.Core.Networks;

namespace CommunityOfPractice.Core.Tests.Networks;

public sealed class NetworkMisuseTests
{
    private static readonly UndirectedGraph Pair = UndirectedGraph.FromEdges(2, [0], [1]);

    public static TheoryData<string, Action> WithoutGraph => new()
    {
        { "Bridging.Count", () => Bridging.Count(null!, []) },
        { "Centralization.Of", () => Centralization.Of(null!) },
        { "Centralization.OfInDegree", () => Centralization.OfInDegree(null!) },
        { "Centralization.OfOutDegree", () => Centralization.OfOutDegree(null!) },
        { "Components.Of", () => Components.Of(null!) },
        { "CoreNumbers.Of", () => CoreNumbers.Of(null!) },
        { "CoreNumbers.Innermost", () => CoreNumbers.Innermost(null!) },
        { "CorePeriphery.Of", () => CorePeriphery.Of(null!) },
        { "CorePeriphery.Members", () => CorePeriphery.Members(null!) },
        { "CorePeriphery.Jaccard", () => CorePeriphery.Jaccard(null!, []) },
        { "Degrees.Of", () => Degrees.Of(null!) },
        { "Degrees.In", () => Degrees.In(null!) },
        { "Degrees.Out", () => Degrees.Out(null!) },
        { "Degrees.Mean", () => Degrees.Mean(null!) },
        { "Degrees.Inequality", () => Degrees.Inequality(null!) },
        { "Degrees.Isolates", () => Degrees.Isolates(null!) },
        { "Density.Of undirected", () => Density.Of((UndirectedGraph)null!) },
        { "Density.Of directed", () => Density.Of((DirectedGraph)null!) },
        { "EiPermutation.Of", () => EiPermutation.Of(null!, [], default) },
        { "GroupTies.Of", () => GroupTies.Of(null!, []) },
        { "Reciprocity.Of", () => Reciprocity.Of(null!) },
        { "RemovalRobustness.Of", () => RemovalRobustness.Of(null!, [], default) },
        { "Transitivity.Of", () => Transitivity.Of(null!) },
    };

    [Theory]
    [MemberData(nameof(WithoutGraph))]
    public void No_graph_is_misuse(string what, Action act)
    {
        Assert.False(string.IsNullOrEmpty(what));
        Assert.Equal("graph", Assert.Throws<ArgumentNullException>(act).ParamName);
    }

    [Fact]
    public void Labels_must_fit_the_vertices()
    {
        foreach (int[] labels in (int[][])[[0], [0, 1, 2], []])
        {
            Assert.Equal("groups", Assert.Throws<ArgumentException>(() => GroupTies.Of(Pair, labels)).ParamName);
            Assert.Equal("groups", Assert.Throws<ArgumentException>(() => EiPermutation.Of(Pair, labels, default)).ParamName);
            Assert.Equal("groups", Assert.Throws<ArgumentException>(() => Bridging.Count(Pair, labels)).ParamName);
        }
    }

    [Fact]
    public void Numbers_start_at_one()
    {
        Assert.Equal("atLeast", Assert.Throws<ArgumentOutOfRangeException>(() => Bridging.Count(Pair, [0, 1], 0)).ParamName);
        Assert.Equal("permutations", Assert.Throws<ArgumentOutOfRangeException>(() => EiPermutation.Of(Pair, [0, 1], default, 0)).ParamName);
        Assert.Equal("draws", Assert.Throws<ArgumentOutOfRangeException>(() => RemovalRobustness.Of(Pair, [0], default, 0)).ParamName);
        Assert.Equal(2, Bridging.Count(Pair, [0, 1], 1));
        Assert.Equal(new EiPermutation(1, 1, 1), EiPermutation.Of(Pair, [0, 1], default, 1));
        Assert.Equal(1, RemovalRobustness.Of(UndirectedGraph.FromEdges(5, [0], [1]), [0], default, 1)!.Value.Draws);
    }

    [Theory]
    [InlineData(-1, 0, "from")]
    [InlineData(3, 0, "from")]
    [InlineData(0, -1, "to")]
    [InlineData(0, 3, "to")]
    [InlineData(3, 3, "from")]
    public void Edges_join_vertices_that_are_there(int from, int to, string name)
    {
        Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(() => DirectedGraph.FromEdges(3, [0, from], [2, to])).ParamName);
        Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(() => UndirectedGraph.FromEdges(3, [0, from], [2, to])).ParamName);
    }

    [Fact]
    public void Graphs_need_two_ends_of_each_edge_and_a_number_of_vertices()
    {
        Assert.Equal("to", Assert.Throws<ArgumentException>(() => DirectedGraph.FromEdges(3, [0, 1], [2])).ParamName);
        Assert.Equal("to", Assert.Throws<ArgumentException>(() => DirectedGraph.FromEdges(3, [0], [2, 1])).ParamName);
        Assert.Equal("vertexCount", Assert.Throws<ArgumentOutOfRangeException>(() => DirectedGraph.FromEdges(-1, [], [])).ParamName);
        Assert.Equal(1, DirectedGraph.FromEdges(3, [2], [0]).EdgeCount);
    }

    [Theory]
    [InlineData(0, "groups")]
    [InlineData(1, "external")]
    [InlineData(2, "internal")]
    [InlineData(3, "unknown")]
    [InlineData(4, "externalPairs")]
    [InlineData(5, "internalPairs")]
    [InlineData(6, "squaredDegrees")]
    public void Counts_of_ties_are_not_negative(int which, string name)
    {
        GroupTies Make(int value)
        {
            int At(int place) => place == which ? value : 0;
            return new(At(0), At(1), At(2), At(3), At(4), At(5), At(6));
        }

        Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(() => Make(-1)).ParamName);
        Assert.Equal(default, Make(0));
        Assert.NotEqual(default, Make(1));
    }
}
