namespace CommunityOfPractice.Core.Assignment;

/// <summary>The edges a search looks at, in compressed sparse rows, with doubled weights: then all duals of a search are whole numbers.</summary>
internal sealed class Adjacency(int[] starts, int[] ends, long[] doubled)
{
    public int VertexCount => starts.Length - 1;

    public int[] Starts => starts;

    public int[] Ends => ends;

    public long[] Doubled => doubled;

    /// <summary>All edges that can help: those whose weight, with the bonus of a pair, is above zero.</summary>
    public static Adjacency Of(WeightedGraph graph, long bonus)
    {
        int[] starts = new int[graph.VertexCount + 1];
        int[] ends = new int[graph.Ends.Length];
        long[] doubled = new long[ends.Length];
        int count = 0;
        for (int vertex = 0; vertex < graph.VertexCount; vertex++)
        {
            for (int arc = graph.Starts[vertex]; arc < graph.Starts[vertex + 1]; arc++)
            {
                if (graph.AllWeights[arc] + bonus > 0)
                {
                    (ends[count], doubled[count++]) = (graph.Ends[arc], 2 * (graph.AllWeights[arc] + bonus));
                }
            }

            starts[vertex + 1] = count;
        }

        return new(starts, ends, doubled);
    }
}
