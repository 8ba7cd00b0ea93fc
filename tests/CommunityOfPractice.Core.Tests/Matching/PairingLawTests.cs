using System.Text.Json;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Matching;

public sealed class PairingLawTests
{
    private static readonly DateTimeOffset At = PairingWorld.At;

    [Theory]
    [InlineData(PairingFormat.Pairs)]
    [InlineData(PairingFormat.Groups)]
    [InlineData(PairingFormat.Lottery)]
    [Trait("Law", "48")]
    public void Law48_EverybodyIsInOneGroupOrListedWithReasons_AndNoRuleIsBroken(PairingFormat format)
    {
        Random random = new(48);
        for (int i = 0; i < (format == PairingFormat.Groups ? 25 : 250); i++)
        {
            PairingRequest request = PairingWorld.Request(random, format == PairingFormat.Groups ? 16 : 24);
            request = request.With(rules: request.Rules with { Format = format, GroupSize = random.Next(3, 6) });
            PairingRound round = PairingPlanner.Plan(request);
            PairingPool pool = new(request);

            Assert.Equal(request.People.Select(p => p.Person), round.Groups.SelectMany(g => g.People).Concat(round.Unmatched.Select(u => u.Person)).Order());
            Assert.All(round.Unmatched, u => Assert.NotEmpty(u.Reasons));
            Assert.True(round.Certificate.Verified, string.Join(" ", round.Certificate.Faults));
            Assert.True(round.Certificate.Gap >= 0);
            foreach (PairingGroup group in round.Groups)
            {
                int[] members = [.. group.People.Select(p => Array.FindIndex(pool.People, q => q.Person == p))];
                Assert.All(members, m => Assert.All(members, n => Assert.True(m >= 0 && (m == n || pool.Allows(m, n)))));
                Assert.Equal(group.Weight, group.Shares.Sum(s => s.Amount));
            }
        }
    }

    [Fact]
    [Trait("Law", "49")]
    public void Law49_FewPeople_NoOtherRoundIsBetter()
    {
        Random random = new(49);
        int trios = 0, tried = 0;
        for (int i = 0; i < 700; i++)
        {
            PairingRequest request = PairingWorld.Request(random, 9);
            PairingPool pool = new(request);
            PairingRound round = PairingPlanner.Plan(request);
            (int Placed, Int128 Value) found = ValueOf(pool, new(pool), round);

            trios += round.Groups.Count(g => g.People.Count == 3);
            if (round.Groups.All(g => g.People.Count == 2))
            {
                Assert.Equal(BestPairs(pool, new(pool)), (round.Groups.Count, found.Value));
            }

            if (round.Certificate.Claim.Contains("every group of three", StringComparison.Ordinal) && round.Groups.Count(g => g.People.Count == 3) == 1)
            {
                Assert.Equal(Best(pool, new(pool), true), found);
                tried++;
            }
        }

        Assert.True(trios > 20 && tried > 20, $"only {trios} trios, {tried} with every other tried");
    }

    [Fact]
    [Trait("Law", "49")]
    public void Law49_NewNamesAndAnotherOrder_GiveTheSameValue()
    {
        Random random = new(7);
        for (int i = 0; i < 100; i++)
        {
            PairingRequest request = PairingWorld.Request(random, 20);
            PairingRound round = PairingPlanner.Plan(request);
            Participant[] shuffled = [.. request.People];
            PastMeeting[] history = [.. request.History];
            random.Shuffle(shuffled);
            random.Shuffle(history);
            Assert.Equal(round, PairingPlanner.Plan(request.With(shuffled, history)));

            request = request.With(rules: request.Rules with { Trios = false });
            PairingRound one = PairingPlanner.Plan(request), other = PairingPlanner.Plan(request.With(seed: request.Seed + 1));
            Assert.Equal((one.Groups.Count, one.Certificate.Value), (other.Groups.Count, other.Certificate.Value));
        }
    }

    [Fact]
    [Trait("Law", "50")]
    public void Law50_OnePersonMore_OrARuleLess_NeverLowersTheNumberOfPairs()
    {
        Random random = new(50);
        for (int i = 0; i < 150; i++)
        {
            PairingRequest request = PairingWorld.Request(random, 14);
            request = request.With(rules: request.Rules with { Trios = false });
            int pairs = PairingPlanner.Plan(request).Groups.Count;
            if (request.People.Count > 0)
            {
                Assert.True(PairingPlanner.Plan(request.With(request.People.Skip(1))).Groups.Count <= pairs);
            }

            Assert.True(PairingPlanner.Plan(request.With(rules: request.Rules with { SharedLanguage = false })).Groups.Count >= pairs);
            Assert.True(PairingPlanner.Plan(request.With(rules: request.Rules with { RequireOtherDepartment = false, NoRepeatWithin = TimeSpan.Zero })).Groups.Count >= pairs);
        }
    }

    [Fact]
    [Trait("Law", "50")]
    public void Law50_ADearerRepeat_NeverRaisesTheRepeats()
    {
        Random random = new(51);
        int fell = 0;
        for (int i = 0; i < 100; i++)
        {
            PairingRequest request = PairingWorld.Request(random, 10, PairingWorld.Free with { Trios = false });
            request = request.With(request.People.Take(request.People.Count / 2 * 2).Select(p => p with { OptedIn = true, PausedUntil = null, MostMeetings = null }));
            request = request.With(history: [.. request.History.Where(m => m.People.Count > 1)]);
            PairingPool pool = new(request);
            int[] burdens = [.. new int?[] { 0, 1, 5, 25, 100, 1000, null }.Select(lambda =>
                PairingPlanner.Plan(request.With(rules: request.Rules with { RepeatPenalty = lambda })).Groups
                    .Sum(g => pool.Memory.Burden(g.People[0], g.People[1])))];
            Assert.Equal(burdens.OrderDescending(), burdens);
            fell += burdens[0] > burdens[^1] ? 1 : 0;
        }

        Assert.True(fell > 20, $"the penalty mattered only {fell} times");
    }

    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(24)]
    [Trait("Law", "51")]
    public void Law51_AllFree_TheFirstHalfHasNoRepeat_EvenRoundByRound(int count)
    {
        List<PastMeeting> history = [];
        for (int round = 0; round < count / 2; round++)
        {
            PairingRound made = PairingPlanner.Plan(new(PairingWorld.FreePeople(count), At.AddDays(7 * round), 3) { Rules = PairingWorld.Free, History = history });
            Assert.All(made.Groups, g => Assert.Equal(0, g.Repeats));
            Assert.Empty(made.Unmatched);
            history.AddRange(made.ToHistory());
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    [InlineData(30)]
    [Trait("Law", "51")]
    public void Law51_PlannedTogether_EverybodyMeetsEverybodyOnce(int count)
    {
        ValueList<PairingRound> rounds = PairingPlanner.PlanSeveral(new(PairingWorld.FreePeople(count), At, 3) { Rules = PairingWorld.Free }, count - 1, TimeSpan.FromDays(7));

        string[] pairs = [.. rounds.SelectMany(r => r.Groups).Select(g => string.Join('-', g.People))];
        Assert.Equal(count * (count - 1) / 2, pairs.Length);
        Assert.Equal(pairs.Length, pairs.Distinct().Count());
        Assert.All(rounds, r => Assert.True(r.Certificate.Verified));
    }

    [Fact]
    public void PlannedTogether_WithRules_EachRoundKnowsTheOnesBefore()
    {
        List<Participant> people = PairingWorld.FreePeople(9);
        people[0] = people[0] with { Blocks = [people[1].Person] };
        ValueList<PairingRound> rounds = PairingPlanner.PlanSeveral(new(people, At, 3) { Rules = PairingWorld.Free }, 3, TimeSpan.FromDays(7));

        Assert.All(rounds, r => Assert.All(r.Groups, g => Assert.Equal(0, g.Repeats)));
        Assert.Equal(9, rounds.SelectMany(r => r.Groups).Where(g => g.People.Count == 3).SelectMany(g => g.People).Distinct().Count());
    }

    [Fact]
    [Trait("Law", "47")]
    public void Law47_WhoDoesNotTakePart_ChangesNothingForOthers()
    {
        Random random = new(47);
        for (int i = 0; i < 60; i++)
        {
            PairingRequest request = PairingWorld.Request(random, 14);
            if (request.People.FirstOrDefault(p => !p.OptedIn) is { } gone)
            {
                // Their manager is what the host knows of the organisation, not something they take part in.
                PairingRequest rest = new(request.People.Where(p => p != gone), request.At, request.Seed)
                {
                    Rules = request.Rules,
                    History = request.History,
                    Managers = gone.Attributes.Manager is { } manager ? new Dictionary<PersonId, PersonId> { [gone.Person] = manager } : new Dictionary<PersonId, PersonId>(),
                };
                PairingRound with = PairingPlanner.Plan(request), without = PairingPlanner.Plan(rest);
                Assert.Equal(without.Groups, with.Groups);
                Assert.Equal(without.Unmatched, with.Unmatched.Where(u => u.Person != gone.Person).ToValueList());
            }
        }
    }

    [Fact]
    [Trait("Law", "56")]
    public void Law56_BlocksHoldBothWaysRound_AndNoWordTellsOfThem()
    {
        Random random = new(56);
        for (int i = 0; i < 200; i++)
        {
            PairingRequest request = PairingWorld.Request(random, 6);
            PairingRound round = PairingPlanner.Plan(request);
            HashSet<(PersonId, PersonId)> blocked = [.. request.People.SelectMany(p => p.Blocks.SelectMany(b => new[] { (p.Person, b), (b, p.Person) }))];
            Assert.DoesNotContain(round.Groups, g => g.People.Any(a => g.People.Any(b => a != b && blocked.Contains((a, b)))));

            string told = JsonSerializer.Serialize(round);
            Assert.DoesNotContain("block", told, StringComparison.OrdinalIgnoreCase);
            foreach (UnmatchedPerson unmatched in round.Unmatched)
            {
                string words = JsonSerializer.Serialize(unmatched.Reasons);
                Assert.DoesNotContain(request.People, p => p.Person != unmatched.Person && words.Contains(p.Person.Text, StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void OnlyABlockInTheWay_IsNeitherAConflictNorARelaxation()
    {
        List<Participant> people = PairingWorld.FreePeople(2);
        people[0] = people[0] with { Blocks = [people[1].Person] };
        PairingRound round = PairingPlanner.Plan(new(people, At, 1));

        Assert.Equal(2, round.Unmatched.Count);
        Assert.Empty(round.Conflict);
        Assert.All(round.Unmatched, u => Assert.Equal((1, 0), (u.Reasons.Count, u.Relaxation.Count)));
    }

    /// <summary>More people placed first; then the objective.</summary>
    private static (int Placed, Int128 Value) Best(PairingPool pool, PairTiers tiers, bool oneTrio)
    {
        return From(0, false);

        (int, Int128) From(int used, bool trio)
        {
            int person = Enumerable.Range(0, pool.Count).FirstOrDefault(p => (used & (1 << p)) == 0, -1);
            if (person < 0)
            {
                return (0, 0);
            }

            (int Placed, Int128 Value) best = Plus(From(used | (1 << person), trio), 0, -(Int128)tiers.Owed * pool.Debts[person]);
            for (int other = person + 1; other < pool.Count; other++)
            {
                if ((used & (1 << other)) != 0 || !pool.Allows(person, other))
                {
                    continue;
                }

                best = Max(best, Plus(From(used | (1 << person) | (1 << other), trio), 2, tiers.Value(person, other)));
                for (int third = other + 1; third < pool.Count && oneTrio && !trio; third++)
                {
                    if ((used & (1 << third)) == 0 && pool.Allows(person, third) && pool.Allows(other, third))
                    {
                        Int128 value = (Int128)tiers.Value(person, other) + tiers.Value(person, third) + tiers.Value(other, third) - ((Int128)tiers.Owed * (pool.Debts[person] + pool.Debts[other] + pool.Debts[third]));
                        best = Max(best, Plus(From(used | (1 << person) | (1 << other) | (1 << third), true), 3, value));
                    }
                }
            }

            return best;
        }

        static (int Placed, Int128 Value) Plus((int Placed, Int128 Value) one, int placed, Int128 value) => (one.Placed + placed, one.Value + value);

        static (int Placed, Int128 Value) Max((int Placed, Int128 Value) one, (int Placed, Int128 Value) other) => other.Placed > one.Placed || (other.Placed == one.Placed && other.Value > one.Value) ? other : one;
    }

    private static (int Pairs, Int128 Value) BestPairs(PairingPool pool, PairTiers tiers)
    {
        (int placed, Int128 value) = Best(pool, tiers, false);
        return (placed / 2, value);
    }

    private static (int Placed, Int128 Value) ValueOf(PairingPool pool, PairTiers tiers, PairingRound round)
    {
        int Number(PersonId person) => Array.FindIndex(pool.People, p => p.Person == person);
        Int128 value = 0;
        foreach (int[] group in round.Groups.Select(g => g.People.Select(Number).ToArray()))
        {
            value += group.SelectMany((a, i) => group.Skip(i + 1).Select(b => tiers.Value(a, b))).Aggregate((Int128)0, (sum, v) => sum + v);
            value -= group.Length == 3 ? (Int128)tiers.Owed * group.Sum(m => pool.Debts[m]) : 0;
        }

        value -= round.Unmatched.Select(u => Number(u.Person)).Where(n => n >= 0).Aggregate((Int128)0, (sum, n) => sum + ((Int128)tiers.Owed * pool.Debts[n]));
        return (round.Groups.Sum(g => g.People.Count), value);
    }
}
