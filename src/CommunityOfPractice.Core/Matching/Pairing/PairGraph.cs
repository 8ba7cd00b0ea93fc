using CommunityOfPractice.Core.Assignment;
using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Core.Matching;

/// <summary>Who may pair with whom, as a weighted graph: everybody with everybody, or for many people a choice of candidates for each.</summary>
internal static class PairGraph
{
    /// <summary>Up to so many people every two are looked at; beyond, a few candidates for each.</summary>
    public const int Dense = 1500;

    private const int Candidates = 16, Offsets = 240, Few = 4, Scans = 400;

    public static WeightedGraph Of(int count, Func<int, int, bool> allows, Func<int, int, long> weight, ulong seed, bool[]? without = null)
    {
        Edges edges = new(allows, weight);
        if (count <= Dense)
        {
            for (int one = 0; one < count; one++)
            {
                for (int other = one + 1; other < count; other++)
                {
                    if (without is null || (!without[one] && !without[other]))
                    {
                        edges.Try(one, other);
                    }
                }
            }
        }
        else
        {
            Choose(count, edges, new SplitMix64(seed).Split(1));
        }

        return edges.Graph(count);
    }

    /// <summary>People stand in a circle by lot; each looks at those who stand at some distances, and who found few at everybody.</summary>
    private static void Choose(int count, Edges edges, SplitMix64 random)
    {
        int[] degree = new int[count];
        HashSet<int> offsets = [];
        for (int draw = 0; draw < Offsets && Array.Exists(degree, d => d < Candidates); draw++)
        {
            int offset = 1 + random.Below(draw, (count - 1) / 2);
            for (int one = 0; one < count && (one > 0 || offsets.Add(offset)); one++)
            {
                int other = (one + offset) % count;
                if ((degree[one] < Candidates || degree[other] < Candidates) && edges.Try(one, other))
                {
                    degree[one]++;
                    degree[other]++;
                }
            }
        }

        foreach (int lonely in Enumerable.Range(0, count).Where(p => degree[p] < Few).Take(Scans))
        {
            for (int step = 1; step < count && degree[lonely] < Candidates; step++)
            {
                int other = (lonely + step) % count;
                degree[lonely] += edges.Try(Math.Min(lonely, other), Math.Max(lonely, other)) ? 1 : 0;
            }
        }
    }

    private sealed class Edges(Func<int, int, bool> allows, Func<int, int, long> weight)
    {
        private readonly List<int> from = [], to = [];
        private readonly List<long> weights = [];

        public bool Try(int one, int other)
        {
            if (!allows(one, other))
            {
                return false;
            }

            from.Add(one);
            to.Add(other);
            weights.Add(weight(one, other));
            return true;
        }

        public WeightedGraph Graph(int count) => WeightedGraph.FromEdges(
            count,
            System.Runtime.InteropServices.CollectionsMarshal.AsSpan(from),
            System.Runtime.InteropServices.CollectionsMarshal.AsSpan(to),
            System.Runtime.InteropServices.CollectionsMarshal.AsSpan(weights));
    }
}
