using CommunityOfPractice.Core.Assignment;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>Pairs by maximum-weight matching, as many as possible first; then those left over join pairs, so that as many as possible do.</summary>
internal sealed class PairSolver(PairingPool pool, Func<int, int, bool> allows, PairTiers? tiers)
{
    private const int PairsTried = 200, PairsKept = 8;

    public PairSolution Solve()
    {
        PairSolution plain = SolveWithout(null);
        return tiers is not null && pool.Request.Rules.Trios && (pool.Count % 2 == 1 || plain.Alone.Count > 0) && pool.Count is >= 3 and <= PairGraph.Dense
            ? new TrioSearch(pool, allows, tiers, SolveWithout).Improve(plain)
            : plain;
    }

    /// <summary>Solves for everybody but three who are a group already, if there are such.</summary>
    private PairSolution SolveWithout(int[]? trio)
    {
        bool[]? without = trio is null ? null : new bool[pool.Count];
        foreach (int member in trio ?? [])
        {
            without![member] = true;
        }

        WeightedGraph graph = PairGraph.Of(pool.Count, allows, (a, b) => tiers?.Weight(a, b) ?? 0, pool.Request.Seed, without);
        GraphMatching matching = MaximumWeightMatching.Of(graph, maximumCardinality: true);
        List<int[]> groups = [.. Enumerable.Range(0, pool.Count).Where(p => matching.Mates[p] > p).Select(p => (int[])[p, matching.Mates[p]])];
        List<int> alone = [.. Enumerable.Range(0, pool.Count).Where(p => matching.Mates[p] < 0 && without?[p] != true)];
        Verification? joined = pool.Request.Rules.Trios ? Join(groups, alone) : null;
        if (trio is not null)
        {
            groups.Add(trio);
        }

        return new(groups, alone, tiers is null ? Unproven : Proof(graph, matching, joined, trio));
    }

    private static PairingCertificate Unproven { get; } = new(false, "nothing", 0, 0, []);

    private PairingCertificate Proof(WeightedGraph graph, GraphMatching matching, Verification? joined, int[]? trio)
    {
        Verification pairs = MaximumWeightMatching.Verify(graph, matching, maximumCardinality: true);
        List<string> faults = [.. pairs.Faults, .. joined is null ? [] : joined.Faults];
        bool all = pool.Count <= PairGraph.Dense;
        long bound = all ? matching.TotalWeight : BoundOfAll();
        string claim = all
            ? "No other choice of pairs has more pairs, or as many and a higher value" + (trio is not null ? ", given the group of three" : string.Empty)
            : "Best among the candidates looked at; no choice of pairs at all exceeds the bound";
        return new(faults.Count == 0, claim + (tiers!.IsSoft ? "; many pairs can outweigh a repeat or a debt." : "."), matching.TotalWeight, Math.Max(bound, matching.TotalWeight), faults.ToValueList());
    }

    /// <summary>No pair has more points than half of what either could have at most, both added; nobody is in two pairs.</summary>
    private long BoundOfAll() =>
        (Enumerable.Range(0, pool.Count).Select(pool.MostPoints).OrderDescending().Take(pool.Count / 2 * 2).Sum(m => (long)m) / 2) + (tiers!.Owed * pool.Debts.OrderDescending().Take(pool.Count / 2 * 2).Sum(d => (long)d));

    /// <summary>Lets those left over join pairs, at most one each: most of them first, then what is best.</summary>
    private Verification? Join(List<int[]> groups, List<int> alone)
    {
        if (alone.Count == 0 || groups.Count == 0)
        {
            return null;
        }

        List<int> rows = [], columns = [];
        List<long> weights = [];
        int step = groups.Count <= PairGraph.Dense ? 1 : Math.Max(1, groups.Count / PairsTried);
        for (int row = 0; row < alone.Count; row++)
        {
            for ((int column, int kept) = (0, 0); column < groups.Count && (step == 1 || kept < PairsKept); column += step)
            {
                (int own, int one, int other) = (alone[row], groups[column][0], groups[column][1]);
                if (allows(own, one) && allows(own, other))
                {
                    kept++;
                    rows.Add(row);
                    columns.Add(column);
                    weights.Add(tiers is null ? 0 : tiers.Value(own, one) + tiers.Value(own, other) - (tiers.Owed * (pool.Debts[one] + pool.Debts[other])));
                }
            }
        }

        CapacityProblem problem = CapacityProblem.FromPairs(
            [.. Enumerable.Repeat(1, alone.Count)], [.. Enumerable.Repeat(1, groups.Count)], [.. rows], [.. columns], [.. weights]);
        CapacityAssignment joined = CapacitatedAssignment.Of(problem, mostPairs: true);
        int[] joining = [.. joined.Rows.ToArray().Select(row => alone[row])];
        for (int i = 0; i < joining.Length; i++)
        {
            groups[joined.Columns[i]] = [.. groups[joined.Columns[i]], joining[i]];
        }

        alone.RemoveAll(joining.Contains);
        return CapacitatedAssignment.Verify(problem, joined, mostPairs: true);
    }
}
