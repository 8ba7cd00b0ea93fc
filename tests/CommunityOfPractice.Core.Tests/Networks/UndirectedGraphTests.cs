using CommunityOfPractice.Core.Networks;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Networks;

[Properties(Arbitrary = [typeof(EdgeLists)])]
public sealed class UndirectedGraphTests
{
    [Property]
    public void Holds_each_tie_once_whatever_the_direction(EdgeList list)
    {
        UndirectedGraph graph = list.Undirected;
        UndirectedGraph turned = UndirectedGraph.FromEdges(list.Vertices, list.To, list.From);
        bool[,] ties = list.Ties;
        Assert.Equal(list.Pairs.Count(pair => ties[pair.U, pair.V]), graph.EdgeCount);
        for (int u = 0; u < list.Vertices; u++)
        {
            Assert.Equal(graph.Neighbours(u).ToArray(), turned.Neighbours(u).ToArray());
            Assert.Equal(graph.Neighbours(u).Length, graph.Degree(u));
            Assert.All(Enumerable.Range(0, list.Vertices), v => Assert.Equal(ties[u, v], graph.HasEdge(u, v)));
        }
    }
}
