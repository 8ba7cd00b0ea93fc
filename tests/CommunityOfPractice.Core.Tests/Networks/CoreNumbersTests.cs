using CommunityOfPractice.Core.Networks;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Networks;

[Properties(Arbitrary = [typeof(EdgeLists)])]
public sealed class CoreNumbersTests
{
    [Property]
    [Trait("Law", "10")]
    public void Equal_naive_peeling(EdgeList list) => Assert.Equal(Peel(list), CoreNumbers.Of(list.Undirected));

    [Property(MaxTest = 40, Arbitrary = [typeof(LargerEdgeLists)])]
    [Trait("Law", "10")]
    public void Equal_naive_peeling_of_larger_graphs(EdgeList list) => Equal_naive_peeling(list);

    [Property]
    [Trait("Law", "10")]
    public void Make_nested_cores_of_enough_neighbours(EdgeList list)
    {
        UndirectedGraph graph = list.Undirected;
        int[] cores = CoreNumbers.Of(graph);
        for (int vertex = 0; vertex < cores.Length; vertex++)
        {
            int within = graph.Neighbours(vertex).ToArray().Count(neighbour => cores[neighbour] >= cores[vertex]);
            Assert.InRange(cores[vertex], 0, within);
        }
    }

    [Property]
    [Trait("Law", "10")]
    public void Never_fall_when_an_edge_is_added(EdgeList list, int u, int v)
    {
        if (list.Vertices > 0)
        {
            EdgeList more = list.With((int)((uint)u % list.Vertices), (int)((uint)v % list.Vertices));
            Assert.All(CoreNumbers.Of(more.Undirected).Zip(CoreNumbers.Of(list.Undirected)), pair => Assert.True(pair.First >= pair.Second));
        }
    }

    [Property]
    public void Have_an_innermost_core(EdgeList list)
    {
        int[] cores = CoreNumbers.Of(list.Undirected);
        int largest = cores.DefaultIfEmpty().Max();
        InnermostCore expected = new(largest, cores.Count(core => core == largest), list.Vertices);
        Assert.Equal(expected, CoreNumbers.Innermost(list.Undirected));
        Assert.Equal(expected, CoreNumbers.Innermost(list.Shuffled(largest).Undirected));
        Close.To(largest == 0 ? null : (double)expected.Size / list.Vertices, expected.Share);
    }

    [Property(MaxTest = 40, Arbitrary = [typeof(LargerEdgeLists)])]
    public void Have_an_innermost_core_in_larger_graphs(EdgeList list) => Have_an_innermost_core(list);

    [Property]
    public void Have_an_innermost_core_of_half_the_mean_degree_or_more(EdgeList list)
    {
        UndirectedGraph graph = list.Undirected;
        Assert.True((long)CoreNumbers.Innermost(graph).Number * list.Vertices >= graph.EdgeCount);
    }

    private static int[] Peel(EdgeList list)
    {
        bool[,] ties = list.Ties;
        List<int> left = [.. Enumerable.Range(0, list.Vertices)];
        int[] cores = new int[list.Vertices];
        int level = 0;
        while (left.Count > 0)
        {
            int weakest = left.MinBy(u => left.Count(v => ties[u, v]));
            level = Math.Max(level, left.Count(v => ties[weakest, v]));
            cores[weakest] = level;
            left.Remove(weakest);
        }

        return cores;
    }
}
