using System.Globalization;
using CommunityOfPractice.Core.Networks;

namespace CommunityOfPractice.Core.Tests.Networks;

/// <summary>Two published networks against values of R igraph: see Data/networks/README.md.</summary>
public sealed class GoldenNetworksTests
{
    private const double Tolerance = 1e-9;

    [Theory]
    [InlineData("UKfaculty")]
    [InlineData("karate")]
    public void Agree_with_igraph(string network)
    {
        Dictionary<string, string> golden = Read("goldens.csv").Single(row => row["network"] == network);
        Dictionary<string, string>[] nodes = [.. Read($"{network}.nodes.csv")];
        Dictionary<string, string>[] edges = [.. Read($"{network}.edges.csv")];
        int[] groups = new int[nodes.Length];
        foreach (Dictionary<string, string> node in nodes)
        {
            groups[Whole(node["id"])] = Whole(node[golden["attribute"]]);
        }

        DirectedGraph graph = DirectedGraph.FromEdges(
            nodes.Length, [.. edges.Select(edge => Whole(edge["from"]))], [.. edges.Select(edge => Whole(edge["to"]))]);
        UndirectedGraph ties = graph.ToUndirected();
        bool directed = golden["directed"] == "TRUE";

        Assert.Equal(Whole(golden["nodes"]), graph.VertexCount);
        Assert.Equal(Whole(golden["edges_simple"]), graph.EdgeCount);
        Assert.Equal(Whole(golden["undirected_edges"]), ties.EdgeCount);
        Assert.Equal(Number("density"), (directed ? Density.Of(graph) : Density.Of(ties))!.Value, Tolerance);
        if (directed)
        {
            Assert.Equal(Number("reciprocity"), Reciprocity.Of(graph).Share!.Value, Tolerance);
        }

        Assert.Equal(Number("transitivity_global"), Transitivity.Of(ties).Ratio!.Value, Tolerance);
        Assert.Equal(new Components(Whole(golden["components"]), Whole(golden["giant"])), Components.Of(ties));
        Assert.Equal(Whole(golden["max_core"]), CoreNumbers.Innermost(ties).Number);

        Assert.Equal(Number("degree_gini"), Degrees.Inequality(ties)!.Value, Tolerance);

        GroupTies between = GroupTies.Of(ties, groups);
        Assert.Equal(Whole(golden["cross_group_edges"]), between.External);
        Assert.Equal(1, between.Coverage);
        Assert.Equal(Number("EI_index"), between.EiIndex!.Value, Tolerance);
        Assert.Equal(Number("modularity_by_attr"), between.Modularity!.Value, Tolerance);
        Assert.Equal(Number("assortativity_nominal"), between.Assortativity!.Value, Tolerance);

        double Number(string column) => double.Parse(golden[column], CultureInfo.InvariantCulture);
    }

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<Dictionary<string, string>> Read(string file)
    {
        string[][] rows = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "networks", file)).Select(line => line.Replace("\"", "").Split(','))];
        return rows.Skip(1).Select(row => rows[0].Zip(row).ToDictionary(cell => cell.First, cell => cell.Second));
    }
}
