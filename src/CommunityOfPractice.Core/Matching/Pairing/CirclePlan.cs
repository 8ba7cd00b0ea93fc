using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>The circle method of tournaments: one stays, the others move on by one place, and in n − 1 rounds everybody meets everybody once.</summary>
internal static class CirclePlan
{
    private const int Largest = 400;

    /// <summary>By which turn of the circle each of several rounds is made; -1 for a round that is planned on its own.</summary>
    /// <remarks>
    /// As long as all are there, even in number, free to meet, and before everybody met everybody. Half of n rounds have no repeat when they are planned one after the other, each with the best
    /// points there are: the circle, which looks at points only in choosing its turns, is for more rounds than that.
    /// </remarks>
    public static int[] Turns(PairingRequest request, int rounds, TimeSpan every)
    {
        int[] turns = new int[rounds];
        Array.Fill(turns, -1);
        if (rounds == 1 || request.Rules.Format != PairingFormat.Pairs || request.History.Count > 0)
        {
            return turns;
        }

        PairingPool pool = new(request);
        bool longer = pool.Count is >= 2 and <= Largest && rounds > pool.Count / 2;
        int free = longer ? FreeRounds(request, pool, Math.Min(rounds, pool.Count - 1), every) : 0;
        if (free > pool.Count / 2)
        {
            int[] best = [.. Enumerable.Range(0, pool.Count - 1).OrderByDescending(turn => PointsOf(pool, Pairs(pool, request.Seed, turn))).ThenBy(turn => turn).Take(free)];
            best.CopyTo(turns, 0);
        }

        return turns;
    }

    public static PairingRound Round(PairingRequest request, ulong seed, int turn)
    {
        PairingPool pool = new(request);
        List<int[]> groups = Pairs(pool, seed, turn);
        PairingCertificate certificate = new(
            groups.TrueForAll(g => pool.Burden(g[0], g[1]) == 0),
            "Everybody has a partner they did not meet before, in this round and in all others of the circle.",
            PointsOf(pool, groups),
            (long)PairingPool.Points * groups.Count,
            []);
        return PairingPlanner.RoundOf(pool, new(groups, [], certificate), false);
    }

    /// <summary>The same circle in all rounds: ids first, then one lot.</summary>
    private static List<int[]> Pairs(PairingPool pool, ulong seed, int turn)
    {
        int[] order = [.. Enumerable.Range(0, pool.Count)];
        Array.Sort(pool.People.Select(p => p.Person).ToArray(), order);
        new SplitMix64(seed).Split(2).Shuffle(order.AsSpan());
        int moving = pool.Count - 1;
        List<int[]> groups = [[order[moving], order[turn % moving]]];
        for (int step = 1; step < pool.Count / 2; step++)
        {
            groups.Add([order[(turn + step) % moving], order[(turn - step + moving) % moving]]);
        }

        return groups;
    }

    private static long PointsOf(PairingPool pool, List<int[]> groups) => groups.Sum(g => (long)pool.Score(g[0], g[1]));

    /// <summary>How many rounds from the first one the same people are there and free to meet each other.</summary>
    private static int FreeRounds(PairingRequest request, PairingPool first, int rounds, TimeSpan every)
    {
        if (first.Count % 2 == 1 || first.People.Any(p => p.MostMeetings is not null))
        {
            return 0;
        }

        for (int round = 0; round < rounds; round++)
        {
            PairingPool pool = new(new(request.People, request.At + (every * round), request.Seed)
            {
                Rules = request.Rules,
                Managers = request.Managers,
                ExtraRules = request.ExtraRules,
            });
            if (!pool.People.SequenceEqual(first.People) || !AllFree(pool))
            {
                return round;
            }
        }

        return rounds;
    }

    private static bool AllFree(PairingPool pool)
    {
        for (int one = 0; one < pool.Count; one++)
        {
            for (int other = 0; other < one; other++)
            {
                if (!pool.Allows(one, other))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
