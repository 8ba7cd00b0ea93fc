using CommunityOfPractice.Core.Assignment;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Tests.Matching;

public sealed class MentoringTests
{
    [Fact]
    [Trait("Law", "53")]
    public void Law53_SmallMarkets_EveryObjectiveIsTheBestOfAllAssignments_AndStableIsBestForMentees()
    {
        Random random = new(53);
        int priced = 0;
        for (int i = 0; i < 150; i++)
        {
            MentoringMarket market = Draw(random, 3, 3, 6);
            List<int[]> all = [.. AllOf(market)];
            Assert.All(Mentoring.Compare(market), r => Assert.True(r.Verified, r.Claim));

            MentoringResult total = Mentoring.Assign(market, MentoringObjective.MaxTotal), most = Mentoring.Assign(market, MentoringObjective.MaxParticipationThenTotal);
            MentoringResult fair = Mentoring.Assign(market, MentoringObjective.MaxMin), stable = Mentoring.Assign(market, MentoringObjective.Stable);
            int pairs = all.Max(a => a.Length);
            Assert.Equal(all.Max(a => Total(market, a)), total.TotalScore);
            Assert.Equal((pairs, all.Where(a => a.Length == pairs).Max(a => Total(market, a))), (most.Pairs.Count, most.TotalScore));
            Assert.Equal(pairs, fair.Pairs.Count);
            int least = all.Where(a => a.Length == pairs && pairs > 0).Select(a => a.Min(c => market.Choices[c].Total)).DefaultIfEmpty(0).Max();
            Assert.Equal(least, fair.LeastScore ?? 0);
            Assert.Equal(0, stable.BlockingPairs);
            priced += total.BlockingPairs > 0 && total.TotalScore > stable.TotalScore ? 1 : 0;

            // Of all stable assignments none gives a mentee more than this one, and the same places are filled in all.
            foreach (int[] other in all.Where(a => BlockingPairs.Count(market, a) == 0))
            {
                foreach (PersonId mentee in market.Mentees)
                {
                    int[] own = [.. stable.Pairs.Where(p => p.Mentee == mentee).Select(p => p.MenteeScore).OrderDescending()];
                    int[] theirs = [.. other.Select(c => market.Choices[c]).Where(p => p.Mentee == mentee).Select(p => p.MenteeScore).OrderDescending()];
                    Assert.Equal(own.Length, theirs.Length);
                    Assert.All(own.Zip(theirs), two => Assert.True(two.First >= two.Second));
                }
            }
        }

        Assert.True(priced > 10, $"stability cost something only {priced} times");
    }

    /// <summary>With one mentor for each mentee this is the problem of the room Assignment, which has a solver of its own.</summary>
    [Fact]
    [Trait("Law", "53")]
    public void Law53_OneMentorEach_AgreesWithTheOtherSolver()
    {
        Random random = new(5);
        for (int i = 0; i < 100; i++)
        {
            MentoringMarket market = Draw(random, 30, 8, 200, onePlace: true);
            int[] starts = [.. Enumerable.Range(0, market.Mentees.Length + 1).Select(m => Enumerable.Range(0, market.Choices.Count).Count(c => market.MenteeOf[c] < m))];
            int[] ranked = [.. Enumerable.Range(0, market.Choices.Count).OrderBy(c => market.MenteeOf[c]).ThenByDescending(c => market.Choices[c].MenteeScore).ThenBy(c => market.MentorOf[c])];
            ChoiceMarket other = ChoiceMarket.Of(starts, [.. ranked.Select(c => market.MentorOf[c])], [.. ranked.Select(c => (long)market.Choices[c].MentorScore)], market.MentorPlaces);
            StableAssignment expected = DeferredAcceptance.Of(other);

            MentoringResult found = Mentoring.Assign(market, MentoringObjective.Stable);
            Assert.Equal(
                Enumerable.Range(0, market.Mentees.Length).Where(m => expected.Ranks[m] >= 0).Select(m => (market.Mentees[m], market.Mentors[expected.ReceiverOf(other, m)])).Order(),
                found.Pairs.Select(p => (p.Mentee, p.Mentor)).Order());
        }
    }

    [Fact]
    [Trait("Law", "54")]
    public void Law54_NoMentee_GainsByOtherScores()
    {
        Random random = new(54);
        for (int i = 0; i < 40; i++)
        {
            MentoringMarket market = Draw(random, 4, 3, 12, onePlace: true);
            MentoringResult honest = Mentoring.Assign(market, MentoringObjective.Stable);
            foreach (PersonId liar in market.Mentees)
            {
                int Worth(MentoringResult result) => result.Pairs.Where(p => p.Mentee == liar).Select(p => market.Choices.Single(c => (c.Mentee, c.Mentor) == (p.Mentee, p.Mentor)).MenteeScore).DefaultIfEmpty(-1).Max();
                for (int lie = 0; lie < 6; lie++)
                {
                    MentoringChoice[] told = [.. market.Choices.Where(c => c.Mentee != liar || random.Next(4) > 0).Select(c => c.Mentee == liar ? c with { MenteeScore = random.Next(1000) } : c)];
                    MentoringResult result = Mentoring.Assign(Market(market, told), MentoringObjective.Stable);
                    Assert.True(Worth(result) <= Worth(honest));
                }
            }
        }
    }

    [Fact]
    public void FromCriteria_LeavesOutBlocksAndThoseWhoDidNotAgree()
    {
        Participant ann = new(new("ann")) { OptedIn = true, Blocks = [new("cem")] }, bob = new(new("bob")), cem = new(new("cem")) { OptedIn = true }, dee = new(new("dee")) { OptedIn = true };
        PairCriterion likes = new("likes", "likes", (a, b) => b.Person.Text == "dee" ? 1 : null, (_, _) => "yes");
        MentoringMarket market = MentoringMarket.FromCriteria(
            new Dictionary<Participant, int> { [ann] = 1 }, new Dictionary<Participant, int> { [bob] = 1, [cem] = 1, [dee] = 1 }, [], [likes], [], 1);

        Assert.Equal([new MentoringChoice(new("ann"), new("dee"), 1000, 0)], market.Choices);
    }

    [Fact]
    public void Nonsense_IsRefused()
    {
        Dictionary<PersonId, int> one = new() { [new("a")] = 1 }, other = new() { [new("b")] = 1 };
        MentoringChoice choice = new(new("a"), new("b"), 1, 1);
        Assert.Throws<ArgumentException>(() => new MentoringMarket(one, other, [choice, choice with { MenteeScore = 2 }], 1));
        Assert.Throws<ArgumentException>(() => new MentoringMarket(one, other, [choice with { Mentor = new("c") }], 1));
        Assert.Throws<ArgumentException>(() => new MentoringMarket(one, other, [choice with { MentorScore = -1 }], 1));
        Assert.Throws<ArgumentException>(() => new MentoringMarket(one, new Dictionary<PersonId, int> { [new("b")] = -1 }, [choice], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Mentoring.Assign(new(one, other, [], 1), (MentoringObjective)9));
    }

    [Fact]
    public void WhoHasNoMentor_IsToldWhy_AndWhoWantsNoneIsNotListed()
    {
        PersonId[] p = [.. Enumerable.Range(0, 7).Select(PairingWorld.Id)];
        List<Participant> people = PairingWorld.FreePeople(7);
        people[1] = people[1] with { Attributes = new() { Manager = p[0] } };
        people[2] = people[2] with { Blocks = [p[0], p[6]] };
        people[3] = people[3] with { PausedUntil = PairingWorld.At.AddDays(1), OptedIn = false };
        people[6] = people[6] with { Attributes = new() { Languages = ["fr"] } };
        people[1] = people[1] with { Attributes = people[1].Attributes with { Languages = ["de"] } };
        MentoringMarket market = MentoringMarket.FromRequest(
            new(people, PairingWorld.At, 1), p[1..6].ToDictionary(m => m, m => m == p[5] ? 0 : 1), new Dictionary<PersonId, int> { [p[0]] = 1, [p[6]] = 0 });

        foreach (MentoringResult result in Mentoring.Compare(market))
        {
            Assert.Equal((p[4], p[0]), (Assert.Single(result.Pairs).Mentee, result.Pairs[0].Mentor));
            Assert.Equal([p[1], p[2], p[3]], result.Unmatched);
            Assert.Equal(result.Unmatched, result.Explained.Select(e => e.Person));
            Assert.Equal(["mentoring.no-mentor", "pair.reporting-line", "pair.no-common-language"], result.Explained[0].Reasons.Select(r => r.Code));
            Assert.Equal("With 1 of 2 mentors: One of them reports to the other.", result.Explained[0].Reasons[1].Text);
            Assert.Equal(["mentoring.no-mentor"], result.Explained[1].Reasons.Select(r => r.Code)); // a block is not spoken of
            Assert.Equal(["mentoring.no-mentor", "person.not-opted-in", "person.paused"], result.Explained[2].Reasons.Select(r => r.Code));
        }
    }

    [Fact]
    public void WhoseMentorsAreTaken_IsToldSo_AndAPairWorthNothingToo()
    {
        PersonId a = new("a"), b = new("b"), x = new("x"), y = new("y");
        MentoringMarket market = new(new Dictionary<PersonId, int> { [a] = 1, [b] = 1 }, new Dictionary<PersonId, int> { [x] = 1, [y] = 1 }, [new(a, x, 5, 5), new(b, x, 1, 1)], 1);
        Assert.Equal("mentoring.taken", Assert.Single(Assert.Single(Mentoring.Assign(market, MentoringObjective.Stable).Explained).Reasons).Code);

        market = new(new Dictionary<PersonId, int> { [a] = 1 }, new Dictionary<PersonId, int> { [x] = 1 }, [new(a, x, 0, 0)], 1);
        MentoringResult total = Mentoring.Assign(market, MentoringObjective.MaxTotal);
        Assert.True(total.Pairs.Count == 1 || total.Explained[0].Reasons[0].Code == "mentoring.no-gain");
        Assert.Single(Mentoring.Assign(market, MentoringObjective.MaxParticipationThenTotal).Pairs);
    }

    private static MentoringMarket Draw(Random random, int mentees, int mentors, int choices, bool onePlace = false)
    {
        Dictionary<PersonId, int> learning = Enumerable.Range(0, random.Next(1, mentees + 1)).ToDictionary(i => new PersonId($"e{i}"), _ => onePlace ? 1 : random.Next(0, 3));
        Dictionary<PersonId, int> helping = Enumerable.Range(0, random.Next(1, mentors + 1)).ToDictionary(i => new PersonId($"r{i}"), _ => random.Next(0, 3));
        (PersonId, PersonId)[] all = [.. learning.Keys.SelectMany(e => helping.Keys.Select(r => (e, r)))];
        random.Shuffle(all);
        int[] wanted = [.. Enumerable.Range(0, 1000)], wanting = [.. Enumerable.Range(0, 1000)];
        random.Shuffle(wanted);
        random.Shuffle(wanting);
        return new(learning, helping, all.Take(choices).Select((pair, i) => new MentoringChoice(pair.Item1, pair.Item2, wanted[i], wanting[i])), 7);
    }

    private static MentoringMarket Market(MentoringMarket like, IEnumerable<MentoringChoice> choices) => new(
        like.Mentees.Select((m, i) => (m, like.MenteePlaces[i])).ToDictionary(m => m.m, m => m.Item2), like.Mentors.Select((m, i) => (m, like.MentorPlaces[i])).ToDictionary(m => m.m, m => m.Item2), choices, like.Seed);

    private static long Total(MentoringMarket market, int[] made) => made.Sum(c => (long)market.Choices[c].Total);

    private static IEnumerable<int[]> AllOf(MentoringMarket market) =>
        Enumerable.Range(0, 1 << market.Choices.Count).Select(bits => Enumerable.Range(0, market.Choices.Count).Where(c => (bits & (1 << c)) != 0).ToArray())
            .Where(made => made.GroupBy(c => market.MenteeOf[c]).All(g => g.Count() <= market.MenteePlaces[g.Key]) && made.GroupBy(c => market.MentorOf[c]).All(g => g.Count() <= market.MentorPlaces[g.Key]));
}
