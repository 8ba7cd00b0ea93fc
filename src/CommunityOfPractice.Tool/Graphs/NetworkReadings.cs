using CommunityOfPractice.Core.Networks;
using CommunityOfPractice.Core.Statistics;
using static CommunityOfPractice.Tool.Graphs.NetworkReading;

namespace CommunityOfPractice.Tool.Graphs;

/// <summary>Everything that a list of edges says about a network. Density and reciprocity are those of the graph as it is, the rest those of its undirected form.</summary>
internal static class NetworkReadings
{
    private const string FewVertices = "there are fewer than two vertices", NoEdges = "there are no edges", Undirected = "the graph is undirected";

    /// <summary>Measures a graph.</summary>
    public static IReadOnlyList<NetworkReading> Of(GraphData data, bool directed, SplitMix64 random)
    {
        DirectedGraph graph = DirectedGraph.FromEdges(data.Vertices, data.From, data.To);
        UndirectedGraph ties = graph.ToUndirected();
        int loops = data.From.Zip(data.To).Count(edge => edge.First == edge.Second);
        int edges = directed ? graph.EdgeCount : ties.EdgeCount;
        return
        [
            Count("vertices", "Vertices", data.Vertices),
            Count("edges", "Edges", edges),
            Count("undirectedEdges", "Edges without direction", ties.EdgeCount),
            Count("loopsDropped", "Loops dropped", loops),
            Count("repeatsDropped", "Repeated edges dropped", data.From.Length - loops - edges),
            Measure("density", "Density", directed ? Density.Of(graph) : Density.Of(ties), FewVertices),
            Measure("meanDegree", "Mean degree", Degrees.Mean(ties), "there are no vertices"),
            .. Directions(graph, directed),
            .. Shape(ties),
            .. Core(ties),
            .. GroupReadings.Of(ties, data.Groups, random),
        ];
    }

    private static IEnumerable<NetworkReading> Directions(DirectedGraph graph, bool directed)
    {
        Reciprocity reciprocity = Reciprocity.Of(graph);
        NetworkReading[] readings =
        [
            Measure("reciprocity", "Reciprocity", reciprocity.Share, NoEdges),
            Measure("reciprocityCorrected", "Reciprocity beyond chance", reciprocity.Corrected, reciprocity.Edges == 0 ? NoEdges : "all possible edges exist"),
            Measure("inDegreeCentralization", "In-degree centralization", Centralization.OfInDegree(graph), NoEdges),
            Measure("outDegreeCentralization", "Out-degree centralization", Centralization.OfOutDegree(graph), NoEdges),
        ];
        return directed ? readings : readings.Select(reading => reading.Without(Undirected));
    }

    private static IEnumerable<NetworkReading> Shape(UndirectedGraph ties)
    {
        Components components = Components.Of(ties);
        yield return Measure("transitivity", "Transitivity", Transitivity.Of(ties).Ratio, "nobody has two neighbours");
        yield return Measure("degreeCentralization", "Degree centralization", Centralization.Of(ties), ties.VertexCount < 3 ? "there are fewer than three vertices" : NoEdges);
        yield return Measure("degreeGini", "Gini of degrees", Degrees.Inequality(ties), NoEdges);
        yield return Count("isolates", "Isolates", Degrees.Isolates(ties));
        yield return Count("components", "Components", components.Count);
        yield return Count("giant", "Largest component", components.Largest);
    }

    private static IEnumerable<NetworkReading> Core(UndirectedGraph ties)
    {
        InnermostCore innermost = CoreNumbers.Innermost(ties);
        CorePeriphery split = CorePeriphery.Of(ties);
        yield return Count("maxCore", "Innermost k-core: k", innermost.Number);
        yield return Measure("maxCoreShare", "Innermost k-core: share of vertices", innermost.Share, NoEdges);
        yield return Count("coreSize", "Core and periphery: size of the core", split.SizeShare is null ? null : split.Size, NoEdges);
        yield return Measure("coreShare", "Core and periphery: share of vertices", split.SizeShare, NoEdges);
        yield return Measure("coreDensity", "Core and periphery: density of the core", split.CoreDensity, "the core has fewer than two vertices");
        yield return Measure("betweenDensity", "Core and periphery: density between", split.BetweenDensity, "there is nobody in the core or nobody outside it");
        yield return Measure("peripheryDensity", "Core and periphery: density of the periphery", split.PeripheryDensity, "the periphery has fewer than two vertices");
        yield return Measure("coreCorrelation", "Core and periphery: correlation with the ideal", split.Correlation, "the edges or the ideal do not vary");
    }
}
