using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Indicators;

/// <summary>Questions and newcomers' first posts that wait, against Kaplan-Meier by the book.</summary>
[Properties(Arbitrary = [typeof(SmallCommunities)])]
public sealed class WaitingTests
{
    [Property, Trait("Law", "13")]
    public void Law13_AnUnansweredQuestionMore_NeverRaisesTheAnsweredShare(SmallCommunity community, byte day)
    {
        Activity question = Example.Did("newer", Act.Ask, day % 91);
        double? before = community.Read<AnsweredInTime>().Measurement.Amount, after = community.With(question).Read<AnsweredInTime>().Measurement.Amount;
        Assert.False(after > before + 1e-12);
    }

    [Property, Trait("Law", "13")]
    public void Law13_TheHonestMedian_IsNeverShorterThanThatOfTheAnsweredAlone(SmallCommunity community)
    {
        Waits waits = Waits.OfQuestions(new(community));
        if (community.Read<FirstAnswerMedian>() is { Measurement.Amount: { } median })
        {
            Assert.True(median >= new Waits([.. waits.All.Where(w => w.Ended)]).Median);
        }
    }

    [Property]
    public void AnsweredInTime_AnyCommunity_IsOneMinusKaplanMeier(SmallCommunity community) => Expected.Same<AnsweredInTime>(
        community,
        t => t.Untold is { } untold ? Expected.No(untold) : Waits.OfQuestions(t).Within48("questions"),
        ("questions", t => Waits.OfQuestions(t).All.Count),
        ("answered", t => Waits.OfQuestions(t).Answered),
        ("withdrawn", t => Waits.OfQuestions(t).Withdrawn),
        ("open", t => Waits.OfQuestions(t) is var w ? w.All.Count - w.Answered - w.Withdrawn : 0));

    [Property]
    public void FirstAnswerMedian_AnyCommunity_IsTheMedianOfKaplanMeier(SmallCommunity community) => Expected.Same<FirstAnswerMedian>(
        community,
        t => Waits.OfQuestions(t) switch
        {
            _ when t.Untold is { } untold => Expected.No(untold),
            { All.Count: < 10 and var n } => Expected.TooFew("questions", n, 10),
            { Answered: < 3 and var n } => Expected.TooFew("answered questions", n, 3),
            { Median: { } median } w => Expected.Value(median, w.All.Count),
            _ => Expected.No("median.not-reached"),
        });

    [Property]
    public void NewcomerWelcome_AnyCommunity_IsOneMinusKaplanMeier(SmallCommunity community) => Expected.Same<NewcomerWelcome>(
        community,
        t => t.RepliesKnown ? Waits.OfFirstPosts(t).Within48("newcomers' first posts") : Expected.No("replies.unknown"));

    /// <summary>The demonstration of domain.md D1, with two unanswered questions more that change nothing: they wait not yet an hour.</summary>
    [Fact]
    public void Questions_DemonstrationOfTheGoldenVectors_ReadAsThere()
    {
        double[] answered = [2, 5, 30], open = [10, 50, 50, 80, 100, 1, 1];
        SmallCommunity demo = Example.Of([
            .. answered.SelectMany((hours, i) => Example.Question(i, 50, hours)),
            .. open.SelectMany((hours, i) => Example.Question(10 + i, 91 - (hours / 24), null))]);
        Assert.Equal(0.40, demo.Read<AnsweredInTime>().Measurement.Amount!.Value, 1e-9);
        Assert.Equal((2, 5, 30), (HoursOf(.125, demo), HoursOf(.25, demo), HoursOf(.4, demo)));
        Reading median = demo.Read<FirstAnswerMedian>();
        Assert.Equal("median.not-reached", ((Measurement.NotApplicable)median.Measurement).Reason.Code);
        Assert.Equal("not reached", median.Finding);
        Assert.Equal(5, median.Details.Single(d => d.Name == "naive").Number, 1e-9);
    }

    [Theory]
    [InlineData(48, 1)]
    [InlineData(48.0001, 0.9)]
    public void AnsweredInTime_LastAnswerAtTheLimit_CountsUpTo48Hours(double hours, double share)
    {
        SmallCommunity ten = Example.Of(Enumerable.Range(0, 10).SelectMany(i => Example.Question(i, 10, i == 0 ? hours : 1)));
        Assert.Equal(share, ten.Read<AnsweredInTime>().Measurement.Amount!.Value, 1e-9);
    }

    /// <summary>Of the questions only the first is old enough to show what happens after 48 hours.</summary>
    [Theory]
    [InlineData(9, 9, false)]
    [InlineData(10, 3, true)]
    [InlineData(10, 2, false)]
    public void AnsweredInTime_YoungQuestions_NeedTenAndThreeAnswers(int questions, int answers, bool enough)
    {
        SmallCommunity young = Example.Of(Enumerable.Range(0, questions).SelectMany(i => Example.Question(i, i == questions - 1 ? 89 : 90, i < answers ? 1 : null)));
        Assert.Equal(enough, young.Read<AnsweredInTime>().Measurement is Measurement.Value);
        Assert.Equal(enough, young.Read<FirstAnswerMedian>().Measurement is not Measurement.InsufficientData);
    }

    /// <summary>Nobody was observed for 48 hours: three answers give a lower bound and no value, and time alone will bring one.</summary>
    [Fact]
    public void AnsweredInTime_NobodyObservedForSoLong_SaysWhenThereWillBeEnough()
    {
        SmallCommunity young = Example.Of(Enumerable.Range(0, 12).SelectMany(i => Example.Question(i, 90, i < 4 ? 1 : null)));
        Measurement.InsufficientData little = Assert.IsType<Measurement.InsufficientData>(young.Read<AnsweredInTime>().Measurement);
        Assert.Equal((4, 10, Example.Start.AddDays(92)), (little.Have, little.Need, little.EnoughOn));
        SmallCommunity then = young with { Window = new(young.Window.From, little.EnoughOn!.Value) };
        Assert.IsType<Measurement.Value>(then.Read<AnsweredInTime>().Measurement);
    }

    [Theory]
    [InlineData(2.0, true)]
    [InlineData(1.9999, false)]
    public void AnsweredInTime_NobodyAnswers_NeedsTheFull48Hours(double daysOpen, bool enough)
    {
        SmallCommunity silent = Example.Of(Enumerable.Range(0, 10).SelectMany(i => Example.Question(i, 91 - daysOpen, null)));
        Assert.Equal(enough, silent.Read<AnsweredInTime>().Measurement.Amount == 0);
    }

    [Fact]
    public void AnsweredInTime_WithdrawnBeforeTheAnswer_CountsAsWithdrawn()
    {
        IEnumerable<Activity> ten = Enumerable.Range(0, 10).SelectMany(i => Example.Question(i, 10, 4));
        SmallCommunity community = Example.Of(
        [
            .. ten,
            Example.Did("asker0", Act.Withdraw, 10.1, null, "q0"),
            Example.Did("asker1", Act.Withdraw, 10.9, null, "q1"),
            Example.Did("asker0", Act.Withdraw, 10.1, null, "q2"),
        ]);
        Reading reading = community.Read<AnsweredInTime>();
        Assert.Equal([10d, 9, 0, 1], reading.Details.Select(d => d.Number));
        Assert.Equal(["questions", "answered", "open", "withdrawn"], reading.Details.Select(d => d.Name));
    }

    [Theory]
    [InlineData("ann", "zoe")]
    [InlineData("zoe", "ann")]
    public void AnsweredInTime_WithdrawnAtTheInstantOfTheAnswer_CountsAsAnsweredWhateverTheNames(string asker, string helper)
    {
        SmallCommunity tie = Example.Of(
            Example.Did(asker, Act.Ask, 10, "q"), Example.Did(asker, Act.Withdraw, 11, null, "q"), Example.Did(helper, Act.Answer, 11, null, "q"));
        Assert.Equal([1d, 1, 0, 0], tie.Read<AnsweredInTime>().Details.Select(d => d.Number));
    }

    [Fact]
    public void AnsweredInTime_OwnAnswersCommentsAndBots_DoNotAnswer()
    {
        SmallCommunity community = Example.Of(
            Example.Did("a", Act.Ask, 1, "q"),
            Example.Did("a", Act.Answer, 1.1, null, "q"),
            Example.Did("b", Act.Comment, 1.1, null, "q"),
            Example.Did("c", Act.Answer, 1.1, null, "q") with { Actor = ActorKind.Bot });
        Assert.Equal([1d, 0, 1, 0], community.Read<AnsweredInTime>().Details.Select(d => d.Number));
    }

    private static double HoursOf(double share, SmallCommunity community) =>
        AnsweredInTime.WaitingCurve(community.Evidence)!.Steps.ToArray().First(s => 1 - s.Survival >= share - 1e-9).Time;
}
