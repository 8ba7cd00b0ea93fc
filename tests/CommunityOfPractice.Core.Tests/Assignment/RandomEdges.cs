using CommunityOfPractice.Core.Assignment;

namespace CommunityOfPractice.Core.Tests.Assignment;

/// <summary>A list of weighted edges as a host may give it: with loops, repeats, ties, negative weights, and vertices without edges.</summary>
public sealed record RandomEdges(int Vertices, int[] From, int[] To, long[] Weight)
{
    private static readonly int[] Ranges = [1, 3, 20, 1000, 1_000_000];

    public WeightedGraph Graph => WeightedGraph.FromEdges(Vertices, From, To, Weight);

    public static RandomEdges Draw(Random random, int mostVertices)
    {
        int vertices = random.Next(0, mostVertices + 1);
        int edges = vertices == 0 ? 0 : random.Next(0, random.Next(2) == 0 ? 2 * vertices : vertices * vertices);
        int range = Ranges[random.Next(Ranges.Length)];
        int[] Ends() => [.. Enumerable.Range(0, edges).Select(_ => random.Next(vertices))];
        return new(vertices, Ends(), Ends(), [.. Enumerable.Range(0, edges).Select(_ => (long)random.Next(random.Next(4) == 0 ? -range : 0, range + 1))]);
    }

    /// <summary>The same graph with its vertices renamed and its edges in another order.</summary>
    public RandomEdges Shuffled(Random random)
    {
        int[] name = [.. Enumerable.Range(0, Vertices)], order = [.. Enumerable.Range(0, From.Length)];
        random.Shuffle(name);
        random.Shuffle(order);
        return new(Vertices, [.. order.Select(e => name[To[e]])], [.. order.Select(e => name[From[e]])], [.. order.Select(e => Weight[e])]);
    }

    /// <summary>The best matching there is, by trying all: (pairs, weight), compared by weight alone or by pairs first.</summary>
    public (int Pairs, long Weight) Best(bool pairsFirst)
    {
        WeightedGraph graph = Graph;
        Dictionary<int, (int Pairs, long Weight)> known = [];
        return From0(0);

        (int Pairs, long Weight) From0(int used)
        {
            int vertex = Enumerable.Range(0, Vertices).FirstOrDefault(v => (used & (1 << v)) == 0, -1);
            if (vertex < 0)
            {
                return default;
            }

            if (!known.TryGetValue(used, out (int Pairs, long Weight) best))
            {
                best = From0(used | (1 << vertex));
                for (int i = 0; i < graph.Neighbours(vertex).Length; i++)
                {
                    int other = graph.Neighbours(vertex)[i];
                    if ((used & (1 << other)) == 0)
                    {
                        (int pairs, long weight) = From0(used | (1 << vertex) | (1 << other));
                        (int, long) found = (pairs + 1, weight + graph.Weights(vertex)[i]);
                        best = (pairsFirst ? found.CompareTo(best) > 0 : found.Item2 > best.Weight) ? found : best;
                    }
                }

                known[used] = best;
            }

            return best;
        }
    }
}
