using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>The circle method of tournaments: one stays, the others move on by one place, and in n − 1 rounds everybody meets everybody once.</summary>
internal static class CirclePlan
{
    private const int Largest = 400;

    /// <summary>Which of several rounds can go round in the circle: as long as all are there, even in number, free to meet, and before everybody met everybody.</summary>
    public static bool[] Rounds(PairingRequest request, int rounds, TimeSpan every)
    {
        bool[] circle = new bool[rounds];
        if (request.Rules.Format != PairingFormat.Pairs || rounds == 1 || request.History.Count > 0 || request.People.Count is < 2 or > Largest)
        {
            return circle;
        }

        for (int round = 0; round < Math.Min(rounds, request.People.Count - 1); round++)
        {
            PairingPool pool = new(new(request.People, request.At + (every * round), request.Seed)
            {
                Rules = request.Rules,
                Managers = request.Managers,
                ExtraRules = request.ExtraRules,
            });
            if (pool.Absent.Length > 0 || pool.Count % 2 == 1 || request.People.Any(p => p.MostMeetings is not null) || request.Rules.NoRepeatWithin > every * (pool.Count - 1) || !AllFree(pool))
            {
                break;
            }

            circle[round] = true;
        }

        return circle;
    }

    public static PairingRound Round(PairingRequest request, ulong seed, int round)
    {
        PairingPool pool = new(request);
        int[] order = [.. Enumerable.Range(0, pool.Count)];
        Array.Sort(pool.People.Select(p => p.Person).ToArray(), order);
        new SplitMix64(seed).Split(2).Shuffle(order.AsSpan()); // the same circle in all rounds: ids first, then one lot
        int moving = pool.Count - 1;
        List<int[]> groups = [[order[moving], order[round % moving]]];
        for (int step = 1; step < pool.Count / 2; step++)
        {
            groups.Add([order[(round + step) % moving], order[(round - step + moving) % moving]]);
        }

        long value = groups.Sum(g => (long)pool.Score(g[0], g[1]));
        return PairingPlanner.RoundOf(
            pool,
            new(groups, [], new(groups.TrueForAll(g => pool.Burden(g[0], g[1]) == 0), "Everybody has a partner they did not meet before, in this round and in all others of the circle.", value, (long)PairingPool.Points * groups.Count, [])),
            false);
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
