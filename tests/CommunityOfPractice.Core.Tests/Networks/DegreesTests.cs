using CommunityOfPractice.Core.Networks;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Networks;

[Properties(Arbitrary = [typeof(EdgeLists)])]
public sealed class DegreesTests
{
    [Property]
    public void Count_the_edges_of_each_vertex(EdgeList list)
    {
        bool[,] arcs = list.Arcs;
        bool[,] ties = list.Ties;
        int[] all = [.. Enumerable.Range(0, list.Vertices)];
        int[] degrees = [.. all.Select(u => all.Count(v => ties[u, v]))];
        Assert.Equal(degrees, Degrees.Of(list.Undirected));
        Assert.Equal(all.Select(u => all.Count(v => arcs[u, v])), Degrees.Out(list.Directed));
        Assert.Equal(all.Select(u => all.Count(v => arcs[v, u])), Degrees.In(list.Directed));
        Assert.Equal(degrees.Count(degree => degree == 0), Degrees.Isolates(list.Undirected));
        Close.To(degrees.Length == 0 ? null : degrees.Average(), Degrees.Mean(list.Undirected));
    }

    [Property]
    public void Inequality_is_the_mean_difference_of_two_degrees(EdgeList list)
    {
        int[] degrees = Degrees.Of(list.Undirected);
        double? expected = degrees.Sum() == 0 ? null : degrees.Average(one => degrees.Average(other => Math.Abs(one - other))) / 2 / degrees.Average();
        Close.To(expected, Degrees.Inequality(list.Undirected));
    }
}
