using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Indicators;

/// <summary>Questions and their answers (domain D), against the obvious computation.</summary>
[Properties(Arbitrary = [typeof(SmallCommunities)])]
public sealed class AnswerTests
{
    [Property]
    public void MeanWait_AnyCommunity_IsTheAreaUnderTheCurve(SmallCommunity community)
    {
        if (community.Read<MeanWaitForAnswer>().Measurement is Measurement.Value value)
        {
            Waits waits = Waits.OfQuestions(new(community));
            double area = 0, from = 0, level = 1;
            foreach (double time in waits.All.Where(w => w.Ended && w.Hours <= 168).Select(w => w.Hours).Distinct().Order())
            {
                area += level * (time - from);
                (from, level) = (time, waits.At(time).S);
            }

            Assert.Equal(area + (level * (168 - from)), value.Number, 1e-9);
            Assert.InRange(value.Number, 0, 168);
        }
    }

    /// <summary>The demonstration of domain.md D1, with two unanswered questions more that change nothing: they wait not yet an hour.</summary>
    [Fact]
    public void FirstAnswer_DemonstrationOfTheGoldenVectors_HasItsSharesAsDetails()
    {
        double[] answered = [2, 5, 30], open = [10, 50, 50, 80, 100, 1, 1];
        Reading reading = Example.Of([
            .. answered.SelectMany((hours, i) => Example.Question(i, 50, hours)),
            .. open.SelectMany((hours, i) => Example.Question(10 + i, 91 - (hours / 24), null))]).Read<FirstAnswerMedian>();
        Assert.Equal(["questions", "answered", "naive", "within24h", "within48h", "mean7d"], reading.Details.Select(d => d.Name));
        Assert.Equal([.25, .4], reading.Details.Skip(3).Take(2).Select(d => Math.Round(d.Number, 9)));
        Assert.Equal(2 + (3 * .875) + (25 * .75) + (138 * .6), reading.Details[^1].Number, 1e-9);
    }

    [Property]
    public void Unanswered_AnyCommunity_AreThoseAWeekOldWithoutAnAnswerByThen(SmallCommunity community) => Expected.Same<UnansweredQuestions>(
        community,
        t =>
        {
            int unanswered = 0, all = 0;
            foreach (Activity question in t.InWindow.Where(a => a.Act == Act.Ask && t.AsOf - a.At >= TimeSpan.FromDays(7)))
            {
                bool InTime(Activity a) => a.At - question.At <= TimeSpan.FromDays(7);
                DateTimeOffset? withdrawn = t.RepliesTo(question).Where(a => a.Act == Act.Withdraw && a.Person == question.Person && InTime(a)).Select(a => (DateTimeOffset?)a.At).Min();
                bool answered = t.RepliesTo(question).Any(a => Answers(a, question) && InTime(a) && !(a.At > withdrawn));
                all += answered || withdrawn is null ? 1 : 0;
                unanswered += !answered && withdrawn is null ? 1 : 0;
            }

            return t.Untold is { } untold ? Expected.No(untold) : Expected.Share(unanswered, all, 5, "questions that are 7 days old");
        });

    [Property]
    public void Backlog_AnyCommunity_IsTheMedianAgeOfWhatIsOpen(SmallCommunity community) => Expected.Same<BacklogAge>(
        community,
        t =>
        {
            double[] ages = [.. t.History.Where(a => a.Act == Act.Ask && !t.RepliesTo(a).Any(r => Answers(r, a) || (r.Act == Act.Withdraw && r.Person == a.Person))).Select(a => (t.AsOf - a.At).TotalDays).Order()];
            return t.Untold is { } untold ? Expected.No(untold)
                : ages.Length == 0 ? Expected.No("questions.none-open")
                : Expected.Value((ages[(ages.Length - 1) / 2] + ages[ages.Length / 2]) / 2, ages.Length);
        });

    /// <summary>The oldest questions are those of before the window: a pile that nobody looks at does not vanish with the quarter.</summary>
    [Fact]
    public void Backlog_QuestionsOfBeforeTheWindow_AreOpenToo()
    {
        SmallCommunity community = Example.Of(
            Example.Did("a", Act.Ask, -109, "old"), Example.Did("a", Act.Ask, -50, "answered"), Example.Did("b", Act.Answer, -49, "r", "answered"), Example.Did("a", Act.Ask, 81, "new"));
        Reading reading = community.Read<BacklogAge>();
        Expected.Same(Expected.Value((200 + 10) / 2.0, 2), reading.Measurement);
        Assert.Equal([new Detail("open", 2), new("oldest", 200)], reading.Details);
    }

    [Property]
    public void ClosureRatio_AnyCommunity_IsClosedOverOpened(SmallCommunity community) => Expected.Same<ClosureRatio>(
        community,
        t =>
        {
            int opened = t.InWindow.Count(a => a.Act == Act.Ask), closed = 0;
            foreach (Activity question in t.History.Where(a => a.Act == Act.Ask))
            {
                DateTimeOffset? first = t.RepliesTo(question).Where(r => Answers(r, question) || (r.Act == Act.Withdraw && r.Person == question.Person)).Select(r => (DateTimeOffset?)r.At).Min();
                closed += first >= t.From && first < t.AsOf ? 1 : 0;
            }

            return t.Untold is { } untold ? Expected.No(untold)
                : opened == 0 ? Expected.TooFew("questions asked in the window", 0, 1)
                : Expected.Value((double)closed / opened, opened);
        });

    [Property]
    public void Acceptance_AnyCommunity_IsTheShareOfTheAnsweredWithAnAcceptedAnswer(SmallCommunity community) => Expected.Same<AnswerAcceptance>(
        community,
        t =>
        {
            bool IsAccepted(Activity q) => q.Accepted is not null && t.RepliesTo(q).Any(r => Answers(r, q) && r.Id == q.Accepted);
            Activity[] answered = [.. t.InWindow.Where(a => a.Act == Act.Ask && t.RepliesTo(a).Any(r => Answers(r, a)))];
            return t.Untold is { } untold ? Expected.No(untold)
                : !t.History.Any(a => a.Act == Act.Ask && IsAccepted(a)) ? Expected.No("acceptance.unknown")
                : Expected.Share(answered.Count(IsAccepted), answered.Length, 5, "answered questions");
        });

    /// <summary>Thirty questions of whom nobody can tell which of thirty answers is theirs; one link is enough to tell, and without an answer there was none.</summary>
    [Fact]
    public void Answers_OfWhichNoneSaysWhatItAnswers_LeaveQuestionsUntold()
    {
        IHealthIndicator[] all = [new AnsweredInTime(), new FirstAnswerMedian(), new MeanWaitForAnswer(), new UnansweredQuestions(), new BacklogAge(), new ClosureRatio(), new AnswerAcceptance()];
        Activity[] asked = [.. Enumerable.Range(0, 30).Select(i => Example.Did($"p{i}", Act.Ask, 10) with { Id = new($"q{i}") })], answers = [.. Enumerable.Range(0, 30).Select(i => Example.Did($"r{i}", Act.Answer, 11))];
        Assert.All(all, i => Expected.Same(Expected.No("replies.unknown"), i.Read(Example.Of([.. asked, .. answers]).Evidence).Measurement));
        answers[0] = answers[0] with { InReplyTo = new("q0") };
        Assert.Equal(1.0 / 30, new AnsweredInTime().Read(Example.Of([.. asked, .. answers]).Evidence).Measurement.Amount!.Value, 12);
        Assert.Equal(0, new AnsweredInTime().Read(Example.Of(asked).Evidence).Measurement.Amount);
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void Acceptance_AroundFiveAnsweredQuestions_HasAValueFromFive(int questions, bool enough)
    {
        Activity[] all = [.. Enumerable.Range(0, questions).SelectMany(i => Example.Question(i, 10, 1)), .. Example.Question(99, 10, null)];
        all[0] = all[0] with { Accepted = new("r0") };
        Assert.Equal(enough, Example.Of(all).Read<AnswerAcceptance>().Measurement.Amount == 0.2);
    }

    /// <summary>Five questions of 20 days ago; the fifth has what the table says.</summary>
    [Theory]
    [InlineData(168.0, false, 0.0)]
    [InlineData(168.001, false, 0.2)]
    [InlineData(null, false, 0.2)]
    [InlineData(null, true, null)]
    public void Unanswered_AtTheLimitOrWithdrawn_CountsAsItSays(double? hours, bool withdrawn, double? share)
    {
        SmallCommunity five = Example.Of(
        [
            .. Enumerable.Range(0, 5).SelectMany(i => Example.Question(i, 70, i == 4 ? hours : 1)),
            .. withdrawn ? [Example.Did("asker4", Act.Withdraw, 71, null, "q4")] : Array.Empty<Activity>(),
        ]);
        Assert.Equal(share, five.Read<UnansweredQuestions>().Measurement.Amount);
    }

    [Fact]
    public void ClosureRatio_OldQuestionsAnsweredNow_IsAboveOne()
    {
        SmallCommunity community = Example.Of([.. Example.Question(0, -10, 480), .. Example.Question(1, 10, 4), .. Example.Question(2, -10, 24)]);
        Assert.Equal(2, community.Read<ClosureRatio>().Measurement.Amount);
    }

    private static bool Answers(Activity reply, Activity question) => reply.Act is Act.Answer or Act.Reply && reply.Person != question.Person;
}
