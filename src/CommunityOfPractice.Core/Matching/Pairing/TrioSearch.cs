using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>With an odd number of people, or with somebody left over: looks for the three who should be a group, so that fewer are alone and nobody is one of three twice running when that can be avoided.</summary>
internal sealed class TrioSearch(PairingPool pool, Func<int, int, bool> allows, PairTiers tiers, Func<int[]?, PairSolution> solveWithout)
{
    /// <summary>Up to so many people every three are tried.</summary>
    public const int Exhaustive = 11;

    private const int Looked = 24, Tried = 40, TriedOfMany = 3, Many = 300;

    public PairSolution Improve(PairSolution plain)
    {
        bool all = pool.Count <= Exhaustive;
        if (!all && plain.Alone.Count == 0 && plain.Groups.Count(g => g.Length == 3) == 1 && IsIdeal(plain.Groups.Find(g => g.Length == 3)!))
        {
            return plain;
        }

        PairSolution best = plain;
        (int Alone, Int128 Value) worth = WorthOf(plain);
        int tries = all ? int.MaxValue : pool.Count <= Many ? Tried : TriedOfMany;
        foreach (int[] trio in Trios(all, plain.Alone).OrderBy(CostOf).Take(tries))
        {
            PairSolution other = solveWithout(trio);
            (int Alone, Int128 Value) found = WorthOf(other);
            if (found.Alone < worth.Alone || (found.Alone == worth.Alone && found.Value > worth.Value))
            {
                (best, worth) = (other, found);
            }
        }

        return all && best.Alone.Count == 0 && best.Groups.Count(g => g.Length == 3) == 1 && best.Certificate.Verified
            ? best with { Certificate = best.Certificate with { Claim = "No other choice of pairs and a group of three places more people, or as many with a higher value: every group of three was tried." } }
            : best;
    }

    /// <summary>Fewer alone first; then debts, repeats and points, in tiers.</summary>
    private (int Alone, Int128 Value) WorthOf(PairSolution solution)
    {
        Int128 value = 0;
        foreach (int[] group in solution.Groups)
        {
            value += group.Length == 3 ? -CostOf(group) : tiers.Value(group[0], group[1]);
        }

        return (solution.Alone.Count, value - ((Int128)tiers.Owed * solution.Alone.Sum(a => pool.Debts[a])));
    }

    private bool IsIdeal(int[] trio) => trio.All(m => pool.Debts[m] == 0) && pool.Burden(trio[0], trio[1]) + pool.Burden(trio[0], trio[2]) + pool.Burden(trio[1], trio[2]) == 0;

    private Int128 CostOf(int[] trio) =>
        ((Int128)tiers.Owed * trio.Sum(m => pool.Debts[m])) - tiers.Value(trio[0], trio[1]) - tiers.Value(trio[0], trio[2]) - tiers.Value(trio[1], trio[2]);

    /// <summary>Of few people all threes; of many those among people to whom least is owed, and among those left over and whom they may meet.</summary>
    private IEnumerable<int[]> Trios(bool all, List<int> alone)
    {
        IEnumerable<int> near = alone.Concat(alone.SelectMany(a => Enumerable.Range(0, pool.Count).Where(p => p != a && allows(a, p)))).Distinct().Take(Looked);
        IEnumerable<int> least = Enumerable.Range(0, pool.Count).OrderBy(p => pool.Debts[p]).Take(all ? pool.Count : Looked);
        int[] looked = [.. near.Concat(least).Distinct()];
        for (int i = 0; i < looked.Length; i++)
        {
            for (int j = i + 1; j < looked.Length; j++)
            {
                for (int k = j + 1; k < looked.Length && allows(looked[i], looked[j]); k++)
                {
                    if (allows(looked[i], looked[k]) && allows(looked[j], looked[k]))
                    {
                        yield return [looked[i], looked[j], looked[k]];
                    }
                }
            }
        }
    }
}
