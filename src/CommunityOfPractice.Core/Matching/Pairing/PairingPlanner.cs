using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>Plans pairing rounds: who should meet whom, with a certificate; nobody is dropped without reasons.</summary>
/// <remarks>
/// <para>Pairs: as many as possible, then nobody left over or one of three twice running, then no repeats, then the points of the criteria: one maximum-weight matching on whole
/// numbers (<see cref="Assignment.MaximumWeightMatching"/>), checked independently. Up to 1,500 people every two of them are looked at: time O(n³) at worst, space O(n²). For more people a
/// choice of candidates is made for each: time and space O(n) for the choice, and the certificate states a bound for all choices there are.</para>
/// <para>Groups: a seeded search with a bound, O(n) space for thousands of people.</para>
/// </remarks>
public static class PairingPlanner
{
    /// <summary>Plans one round.</summary>
    /// <param name="request">Everything it depends on.</param>
    /// <returns>The round.</returns>
    /// <exception cref="ArgumentException">The settings have problems (<see cref="PairingRules.Problems"/>), there are more than 20 rules of the host, or two rules or criteria have one id.</exception>
    public static PairingRound Plan(PairingRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Check();
        PairingPool pool = new(request);
        PairTiers tiers = new(pool);
        return request.Rules.Format switch
        {
            PairingFormat.Pairs => RoundOf(pool, new PairSolver(pool, pool.Allows, tiers).Solve(), false),
            PairingFormat.Groups => RoundOf(pool, new GroupSolver(pool, tiers).Solve(), true),
            _ => RoundOf(pool, Lottery.Draw(pool), false),
        };
    }

    /// <summary>Plans several rounds together, each knowing the ones before.</summary>
    /// <param name="request">Everything the first round depends on.</param>
    /// <param name="rounds">How many; one or more.</param>
    /// <param name="every">The time from one round to the next; positive.</param>
    /// <returns>The rounds in order.</returns>
    /// <remarks>
    /// One round is planned after the other. Only where more than n/2 rounds are wanted of an even number of up to 400 people who may all meet and never did, they go round in a circle: up to n − 1 rounds without any
    /// repeat, those turns of it that have the most points.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rounds"/> or <paramref name="every"/> is not positive.</exception>
    /// <exception cref="ArgumentException">As for <see cref="Plan"/>.</exception>
    public static ValueList<PairingRound> PlanSeveral(PairingRequest request, int rounds, TimeSpan every)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(every, TimeSpan.Zero);
        request.Check();
        List<PairingRound> planned = [];
        List<PastMeeting> history = [.. request.History];
        int[] turns = CirclePlan.Turns(request, rounds, every);
        for (int round = 0; round < rounds; round++)
        {
            PairingRequest next = new(request.People, request.At + (every * round), request.Seed + (ulong)round)
            {
                Rules = request.Rules,
                History = history,
                Managers = request.Managers,
                ExtraRules = request.ExtraRules,
                ExtraCriteria = request.ExtraCriteria,
            };
            PairingRound made = turns[round] >= 0 ? CirclePlan.Round(next, request.Seed, turns[round]) : Plan(next);
            planned.Add(made);
            history.AddRange(made.ToHistory());
        }

        return planned.ToValueList();
    }

    internal static PairingRound RoundOf(PairingPool pool, PairSolution solution, bool hosts)
    {
        List<PairingGroup> groups = [.. solution.Groups.Select(g => pool.Describe(g, hosts ? HostOf(pool, g) : null)).OrderBy(g => g.People[0])];
        UnmatchedReasons reasons = new(pool, solution);
        bool pairs = pool.Request.Rules.Format == PairingFormat.Pairs;
        IEnumerable<UnmatchedPerson> unmatched = pool.Absent.Select(a => new UnmatchedPerson(a.Person, a.Why, []))
            .Concat(solution.Alone.Select(person => pool.Request.Rules.Format == PairingFormat.Lottery ? reasons.OfLottery(person) : reasons.Of(person)));
        return new(
            pool.Request.At,
            pool.Request.Seed,
            groups.ToValueList(),
            unmatched.OrderBy(u => u.Person).ToValueList(),
            pairs ? reasons.Conflict() : [],
            solution.Certificate);
    }

    private static PersonId HostOf(PairingPool pool, int[] group) =>
        pool.People[group.OrderBy(m => pool.Memory.Hosted(pool.People[m].Person)).ThenBy(m => m).First()].Person;
}
