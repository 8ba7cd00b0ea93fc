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
