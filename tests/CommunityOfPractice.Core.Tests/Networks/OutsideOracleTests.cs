using System.Text.Json;
using CommunityOfPractice.Core.Networks;
using CommunityOfPractice.Core.Tests.Oracles;

namespace CommunityOfPractice.Core.Tests.Networks;

/// <summary>Random graphs from tiny to a few hundred vertices, measured by igraph and networkx as well.</summary>
public sealed class OutsideOracleTests
{
    [PythonFact("igraph", "networkx")]
    [Trait("Category", "Slow")]
    public void Agree_with_igraph_and_networkx()
    {
        Random random = new(20260101);
        EdgeList[] lists = [.. Enumerable.Range(0, 400).Select(i =>
        {
            int vertices = random.Next(2, i < 300 ? 30 : 400);
            return EdgeList.Random(random, vertices, random.Next(0, vertices * random.Next(1, 12)), groups: 5);
        })];
        JsonElement[] answers = PythonOracle.Ask("networks.py", [.. lists.Select(list => new { list.Vertices, list.From, list.To, list.Groups })]);
        Assert.All(lists.Zip(answers), pair => Compare(pair.First, pair.Second));
    }

    private static void Compare(EdgeList list, JsonElement answer)
    {
        DirectedGraph directed = list.Directed;
        UndirectedGraph graph = list.Undirected;
        Same("density", Density.Of(directed));
        Same("tie_density", Density.Of(graph));
        Same("reciprocity", Reciprocity.Of(directed).Share);
        Same("transitivity", Transitivity.Of(graph).Ratio);
        Assert.Equal(Whole("isolates"), Degrees.Isolates(graph));
        Assert.Equal(answer.GetProperty("cores").EnumerateArray().Select(core => core.GetInt32()), CoreNumbers.Of(graph));
        Assert.Equal(new Components(Whole("components"), Whole("giant")), Components.Of(graph));
        GroupTies ties = GroupTies.Of(graph, list.Groups);
        Assert.Equal((Whole("external"), Whole("internal"), Whole("unknown")), (ties.External, ties.Internal, ties.Unknown));
        Same("modularity", ties.Modularity);
        Same("assortativity", ties.Assortativity);
        Same("degree_mean", Degrees.Mean(graph));
        Same("centralization", Centralization.Of(graph));
        Same("centralization_in", Centralization.OfInDegree(directed));
        Same("centralization_out", Centralization.OfOutDegree(directed));
        Assert.Equal(Whole("bridging"), Bridging.Count(graph, list.Groups));
        int[] removed = [.. Enumerable.Range(0, list.Vertices).Where(vertex => list.Groups[vertex] == 0)];
        Same("giant_share_without", RemovalRobustness.Of(graph, removed, default, draws: 1)?.Share);

        int Whole(string name) => answer.GetProperty(name).GetInt32();

        void Same(string name, double? actual)
        {
            JsonElement expected = answer.GetProperty(name);
            Close.To(expected.ValueKind == JsonValueKind.Null ? null : expected.GetDouble(), actual);
        }
    }
}
