using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>Groups of nearly equal size; thousands of people are first divided by lot into parts of a few hundred.</summary>
internal sealed class GroupSolver(PairingPool pool, PairTiers tiers)
{
    private const int Part = 320;

    public PairSolution Solve()
    {
        List<int> alone = [];
        while (true)
        {
            int[] people = [.. Enumerable.Range(0, pool.Count).Except(alone)];
            int[] sizes = GroupSizes.Of(people.Length, pool.Request.Rules.GroupSize);
            if (sizes.Length == 0)
            {
                return new([], [.. Enumerable.Range(0, pool.Count)], new(true, "Fewer than three people can be together in a group.", 0, 0, []));
            }

            (List<int[]> groups, long value, long bound) = Divide(people, sizes);
            List<int> inTheWay = [.. groups.Select(WorstOf).Where(w => w >= 0)];
            if (inTheWay.Count == 0)
            {
                return new(groups, alone, Proof(groups, people.Length, value, bound));
            }

            alone.AddRange(inTheWay.OrderBy(p => pool.Debts[p]).Take(Math.Max(1, inTheWay.Count / 2)));
            alone.Sort();
        }
    }

    private (List<int[]> Groups, long Value, long Bound) Divide(int[] people, int[] sizes)
    {
        List<int[]> groups = [];
        long value = 0, bound = 0;
        int next = 0, group = 0, parts = 0;
        while (group < sizes.Length)
        {
            int first = group, from = next;
            while (group < sizes.Length && (next - from) + sizes[group] <= Part)
            {
                next += sizes[group++];
            }

            int[] part = people[from..next];
            long[] table = Table(part);
            int[] own = sizes[first..group];
            long most = GroupBound.Of(table, part.Length, own);
            (int[] groupOf, long found) = GroupSearch.Best(table, own, pool.Request.Seed + (ulong)parts++, PairingPool.Points, most);
            groups.AddRange(Enumerable.Range(0, own.Length).Select(g => part.Where((_, p) => groupOf[p] == g).ToArray()));
            value += found;
            bound += most;
        }

        return (groups, value, parts == 1 ? bound : PairingPool.Points * sizes.Sum(s => s * (s - 1L) / 2));
    }

    /// <summary>What each two are worth; two who may not be together cost more than everything else can add up to.</summary>
    private long[] Table(int[] part)
    {
        int count = part.Length;
        long never = -((PairingPool.Points + (MeetingMemory.MostBurden * tiers.Repeat)) * count * 8);
        long[] table = new long[count * count];
        for (int one = 0; one < count; one++)
        {
            for (int other = 0; other < one; other++)
            {
                table[(one * count) + other] = table[(other * count) + one] = pool.Allows(part[one], part[other]) ? tiers.Value(part[one], part[other]) : never;
            }
        }

        return table;
    }

    /// <summary>Who in a group is together with most people with whom they may not be; -1 when nobody is.</summary>
    private int WorstOf(int[] group)
    {
        (int Conflicts, int Person) worst = (0, -1);
        foreach (int person in group)
        {
            int conflicts = group.Count(other => other != person && !pool.Allows(person, other));
            worst = conflicts > worst.Conflicts ? (conflicts, person) : worst;
        }

        return worst.Person;
    }

    /// <summary>Counts again, with nothing of the search.</summary>
    private PairingCertificate Proof(List<int[]> groups, int people, long value, long bound)
    {
        long counted = 0;
        HashSet<int> seen = [];
        List<string> faults = [];
        foreach (int[] group in groups)
        {
            for (int i = 0; i < group.Length; i++)
            {
                if (!seen.Add(group[i]))
                {
                    faults.Add($"{pool.People[group[i]].Person} is in two groups.");
                }

                for (int j = 0; j < i; j++)
                {
                    counted += tiers.Value(group[i], group[j]);
                }
            }
        }

        int least = groups.Min(g => g.Length), most = groups.Max(g => g.Length);
        if (most - least > 1 || seen.Count != people || counted != value || value > bound)
        {
            faults.Add($"{seen.Count} of {people} people, sizes {least} to {most}, value {counted} for {value}, bound {bound}.");
        }

        return new(faults.Count == 0, "Everybody is in one group and sizes differ by one at most; no division into groups of these sizes exceeds the bound.", value, bound, faults.ToValueList());
    }
}
