using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Matching;

public sealed class ExpertTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero);

    private static readonly string[] Tags = ["go", "rust", "sql", "care"];

    [Fact]
    [Trait("Law", "58")]
    public void Law58_NobodyIsAskedMoreThanTheyTake_AndNoOtherAssignmentAsksMoreOrBetter()
    {
        Random random = new(58);
        int unassigned = 0;
        for (int i = 0; i < 200; i++)
        {
            (ExpertFinder finder, OpenAsk[] asks, ExpertCandidate[] people) = Draw(random);
            ExpertRound round = finder.Assign(asks, people);
            unassigned += round.Unassigned.Count;

            Assert.True(round.Verified);
            Assert.Equal(asks.Select(a => a.Id).Order(StringComparer.Ordinal), round.Asks.Select(a => a.Question).Concat(round.Unassigned).Order(StringComparer.Ordinal));
            Assert.All(round.Asks.GroupBy(a => a.Person), g => Assert.True(people.Single(p => p.Person == g.Key) is var p && p.IsFree(At) && g.Count() <= p.Asks));
            Assert.All(round.Asks, a => Assert.NotEqual(asks.Single(q => q.Id == a.Question).Asker, a.Person));
            Assert.Equal(Best(finder, asks, people), (round.Asks.Count, round.TotalScore));
        }

        Assert.True(unassigned > 50);
    }

    [Fact]
    [Trait("Law", "57")]
    public void Law57_SharesAddUp_AndATopicLessTakesItsShare()
    {
        (ExpertFinder finder, OpenAsk[] asks, ExpertCandidate[] people) = Draw(new Random(57));
        Assert.All(asks.SelectMany(a => finder.Rank(a, people, 9)), s => Assert.Equal(s.Shares.Sum(x => x.Amount), s.Score, 12));
    }

    [Fact]
    public void OnlyWhatWasBefore_AndOnlyThoseWhoAgreed_Count()
    {
        ExpertFinder finder = new([Answer("ann", -1), Answer("bob", -2), Answer("cem", 0), Answer("dee", -3), Answer("eve", -4)], At);
        OpenAsk ask = new("q", new("eve"), [new("go")]);
        ExpertCandidate[] people =
        [
            new(new("ann"), 1) { OptedIn = true }, new(new("bob"), 1), new(new("cem"), 1) { OptedIn = true }, new(new("dee"), 1) { OptedIn = true, PausedUntil = At.AddDays(1) },
            new(new("eve"), 1) { OptedIn = true }, new(new("fay"), 0) { OptedIn = true },
        ];
        Assert.Equal(["ann"], finder.Rank(ask, people, 9).Select(s => s.Person.Text));
        Assert.Equal("They answered 1 similar question.", finder.Rank(ask, people, 9)[0].Because);
    }

    [Fact]
    public void WhoAnsweredMoreOfTheKind_AndWasAccepted_ComesFirst()
    {
        ExpertFinder finder = new([Answer("ann", -1), Answer("ann", -2), Answer("bob", -1), Answer("cem", -1) with { Topics = [new("sql")] }, Answer("dee", -1) with { Accepted = false }, Answer("dee", -1) with { Accepted = false }], At);
        ExpertCandidate[] people = [.. new[] { "ann", "bob", "cem", "dee" }.Select(p => new ExpertCandidate(new(p), 1) { OptedIn = true })];

        string[] ranked = [.. finder.Rank(new("q", new("x"), [new("go")]), people, 9).Select(s => s.Person.Text)];
        Assert.Equal(("ann", "cem"), (ranked[0], ranked[3]));
        Assert.Equal(["bob", "dee"], ranked[1..3].Order()); // as many answers, one of them accepted or two of them not: a tie
    }

    [Fact]
    public void EqualScores_AreDecidedByLot_NotById()
    {
        AnswerEvidence[] answers = [.. Enumerable.Range(0, 8).Select(i => Answer($"p{i}", -1))];
        ExpertCandidate[] people = [.. Enumerable.Range(0, 8).Select(i => new ExpertCandidate(new($"p{i}"), 1) { OptedIn = true })];
        HashSet<PersonId> first = [.. Enumerable.Range(0, 40).Select(i => new ExpertFinder(answers, At).Rank(new($"q{i}", new("x"), [new("go")]), people, 1)[0].Person)];
        HashSet<PersonId> seeded = [.. Enumerable.Range(0, 40).Select(i => new ExpertFinder(answers, At) { Seed = (ulong)i }.Assign([new("q", new("x"), [new("go")])], people).Asks[0].Person)];

        Assert.True(first.Count > 4 && seeded.Count > 4, $"{first.Count} and {seeded.Count} of 8 came first");
        Assert.Equal(
            new ExpertFinder(answers, At) { Seed = 3 }.Rank(new("q", new("x"), [new("go")]), people, 8),
            new ExpertFinder(answers.Reverse(), At) { Seed = 3 }.Rank(new("q", new("x"), [new("go")]), people.Reverse(), 8));
    }

    /// <summary>However many answer a lot elsewhere, the one who answered on the topic is found.</summary>
    [Fact]
    public void Assign_ManyWhoAnsweredOtherThings_DoNotHideTheOneWhoKnows()
    {
        AnswerEvidence[] busy = [.. Enumerable.Range(0, 60).SelectMany(i => Enumerable.Range(1, 20).Select(day => Answer($"busy{i:D2}", -day) with { Topics = [new("sql")], Accepted = false }))];
        AnswerEvidence[] go = [.. Enumerable.Range(1, 3).SelectMany(i => Enumerable.Range(1, 200).Select(_ => Answer($"away{i}", -1)))];
        ExpertFinder finder = new([.. busy, .. go, Answer("zoe", -900) with { Accepted = false }], At);
        IEnumerable<ExpertCandidate> people = Enumerable.Range(0, 60).Select(i => $"busy{i:D2}").Append("zoe").Select(p => new ExpertCandidate(new(p), 1) { OptedIn = true });

        Assert.Equal("zoe", Assert.Single(finder.Assign([new("q", new("x"), [new("go")])], people).Asks).Person.Text);
    }

    [Fact]
    public void QuestionsWithoutAnybody_HaveReasons()
    {
        ExpertFinder finder = new([Answer("ann", -1)], At);
        ExpertCandidate[] people = [new(new("ann"), 1) { OptedIn = true }, new(new("not"), 1)];
        OpenAsk Go(string id) => new(id, new("x"), [new("go")]);
        ExpertRound round = finder.Assign([Go("a"), Go("b"), Go("c") with { AskedBefore = [new("ann")] }, Go("d") with { Topics = [] }, Go("e") with { Topics = [new("sql")] }, Go("f") with { Asker = new("ann") }], people);

        Assert.Equal(round.Unassigned, round.Explained.Select(e => e.Question));
        Assert.Equal(
            ["c experts.not-free", "d experts.no-topics", "e experts.no-evidence", "f experts.no-evidence"],
            round.Explained.Where(e => e.Question[0] > 'b').Select(e => $"{e.Question} {e.Reason.Code}"));
        Assert.Equal("experts.taken", Assert.Single(round.Explained, e => e.Question is "a" or "b").Reason.Code);
    }

    [Fact]
    public void Escalation_WaitsThenAsksTheNext()
    {
        ExpertFinder finder = new([Answer("ann", -1), Answer("ann", -2), Answer("bob", -1)], At);
        ExpertCandidate[] people = [.. new[] { "ann", "bob" }.Select(p => new ExpertCandidate(new(p), 1) { OptedIn = true })];
        OpenAsk ask = new("q", new("x"), [new("go")]) { AskedBefore = [new("ann")] };

        Assert.Null(finder.Escalate(ask, At.AddHours(-3), people, TimeSpan.FromHours(4)));
        Assert.Equal("bob", finder.Escalate(ask, At.AddHours(-4), people, TimeSpan.FromHours(4))?.Person.Text);
        Assert.Null(finder.Escalate(ask with { AskedBefore = [new("ann"), new("bob")] }, At.AddHours(-4), people, TimeSpan.FromHours(4)));
        Assert.Throws<ArgumentOutOfRangeException>(() => finder.Escalate(ask, At, people, TimeSpan.Zero));
    }

    private static AnswerEvidence Answer(string person, int days) => new(new(person), At.AddDays(days), [new("go")], true);

    private static (ExpertFinder Finder, OpenAsk[] Asks, ExpertCandidate[] People) Draw(Random random)
    {
        ValueList<TopicId> Topics() => Tags.Where(_ => random.Next(3) == 0).Select(t => new TopicId(t)).ToValueList();
        AnswerEvidence[] evidence = [.. Enumerable.Range(0, random.Next(20)).Select(_ => new AnswerEvidence(new($"p{random.Next(4)}"), At.AddDays(-random.Next(1, 100)), Topics(), random.Next(2) == 0))];
        return (
            new(evidence, At),
            [.. Enumerable.Range(0, random.Next(6)).Select(i => new OpenAsk($"q{i}", new($"p{random.Next(6)}"), Topics()))],
            [.. Enumerable.Range(0, 4).Select(i => new ExpertCandidate(new($"p{i}"), random.Next(3)) { OptedIn = random.Next(4) > 0, PausedUntil = random.Next(5) == 0 ? At.AddDays(1) : null })]);
    }

    private static (int Asked, long Score) Best(ExpertFinder finder, OpenAsk[] asks, ExpertCandidate[] people)
    {
        ILookup<string, (PersonId Person, long Score)> options = asks.SelectMany(a => finder.Rank(a, people, 99).Where(s => s.Shares.Count > 1).Select(s => (a.Id, s.Person, (long)Math.Round(s.Score * 1_000_000)))).ToLookup(o => o.Id, o => (o.Person, o.Item3));
        return From(0, people.ToDictionary(p => p.Person, p => p.Asks));

        (int Asked, long Score) From(int ask, Dictionary<PersonId, int> left)
        {
            if (ask == asks.Length)
            {
                return (0, 0);
            }

            (int Asked, long Score) best = From(ask + 1, left);
            foreach ((PersonId person, long score) in options[asks[ask].Id].Where(o => left[o.Person] > 0))
            {
                left[person]--;
                (int asked, long total) = From(ask + 1, left);
                left[person]++;
                best = (asked + 1, total + score).CompareTo(best) > 0 ? (asked + 1, total + score) : best;
            }

            return best;
        }
    }
}
