using CommunityOfPractice.Core.Networks;
using FsCheck;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Networks;

[Properties(Arbitrary = [typeof(EdgeLists)])]
public sealed class BridgingTests
{
    [Property]
    public void Counts_who_has_neighbours_of_enough_groups(EdgeList list, PositiveInt some)
    {
        int atLeast = (some.Get % 4) + 1;
        bool[,] ties = list.Ties;
        int[] all = [.. Enumerable.Range(0, list.Vertices)];
        int expected = all.Count(u => all.Where(v => ties[u, v] && list.Groups[v] >= 0).Select(v => list.Groups[v]).Distinct().Count() >= atLeast);
        Assert.Equal(expected, Bridging.Count(list.Undirected, list.Groups, atLeast));
        Assert.Equal(expected, Bridging.Count(list.Undirected, list.Grouped(vertex => list.Groups[vertex] < 0 ? -2 : 9999 - list.Groups[vertex]).Groups, atLeast));
    }

    [Fact]
    public void Takes_three_groups_by_default()
    {
        Assert.Equal(1, Bridging.Count(UndirectedGraph.FromEdges(4, [0, 0, 0], [1, 2, 3]), [0, 0, 1, 2]));
        Assert.Equal(0, Bridging.Count(UndirectedGraph.FromEdges(4, [0, 0, 0], [1, 2, 3]), [0, 1, 1, 2]));
    }

    [Fact]
    public void Misuse_throws()
    {
        Assert.Throws<ArgumentException>(() => Bridging.Count(UndirectedGraph.FromEdges(2, [0], [1]), [0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Bridging.Count(UndirectedGraph.FromEdges(2, [0], [1]), [0, 1], 0));
        Assert.Throws<ArgumentNullException>(() => Bridging.Count(null!, []));
    }
}
