namespace CommunityOfPractice.Core.Assignment;

/// <summary>The edges of a graph as a search looks at them: with a bonus on each weight, and doubled, so that all duals of a search are whole numbers.</summary>
/// <remarks>Edges whose weight with bonus is zero or less do no harm: duals are never below zero, so such an edge is never tight where it could make a difference.</remarks>
internal sealed class Adjacency(WeightedGraph graph, long bonus)
{
    public int VertexCount => graph.VertexCount;

    public int[] Starts => graph.Starts;

    public int[] Ends => graph.Ends;

    public long[] Weights => graph.AllWeights;

    public long Bonus => bonus;

    public long Doubled(int arc) => 2 * (graph.AllWeights[arc] + bonus);
}
