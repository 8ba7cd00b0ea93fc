using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Communities;
using CommunityOfPractice.Core.Tests.Hosting;
using CommunityOfPractice.Core.Vocabulary;
using static CommunityOfPractice.Core.Tests.Practices.Workshop;

namespace CommunityOfPractice.Core.Tests.Practices;

/// <summary>Law 40: no open question is lost when communities merge and close.</summary>
public sealed class MovingQuestionsTests
{
    private static readonly QuestionId Q = new("q");

    [Fact, Trait("Law", "40")]
    public void Law40_Merge_BringsOpenQuestionsWithTheirAnswers()
    {
        (CommunityRecord a, CommunityRecord b) = (Of("a"), Of("b"));
        a.By(Cem, new AskQuestion(a.Id, Q, "How?", "Tell me.", [new("testing")]));
        a.By(Bo, new AnswerQuestion(a.Id, Q, new("a1"), "So."));
        a.By(Cem, new AskQuestion(a.Id, new("over"), "Why?", "", []));
        a.By(Cem, new WithdrawQuestion(a.Id, new("over")));
        Question before = a.Practice.Questions.Find(Q)!;
        MergeOutcome outcome = Merge(a, b, Now.AddDays(1));

        Assert.Equal(before with { StatusSince = Now.AddDays(1) }, b.Practice.Questions.Find(Q));
        Assert.Equal((1, 1), (b.Practice.Questions.Count, b.Practice.Questions.OpenCount));
        Assert.Equal((QuestionStatus.Forwarded, b.Id), (a.Practice.Questions.Find(Q)!.Status, a.Practice.Questions.Find(Q)!.ForwardedTo));
        b.By(Cem, new AcceptAnswer(b.Id, Q, new("a1")), Now.AddDays(2));
        Assert.All(outcome.Into, c => Assert.Equal(c.Fact, FactJson.Read(FactJson.Write(Sealing.Seal(b.Id, 1, null, c.OccurredAt, c, "s"))).Change.Fact));
    }

    [Fact]
    public void Merge_WhereAnIdStandsForAnotherQuestion_IsRefused()
    {
        (CommunityRecord a, CommunityRecord b) = (Of("a"), Of("b"));
        a.By(Cem, new AskQuestion(a.Id, Q, "How?", "", []));
        b.By(Bo, new AskQuestion(b.Id, Q, "Why?", "", []));
        b.Must(new ApproveMerge(b.Id, a.Id), Now);
        Assert.Equal(["question.id-taken"], Merging.Decide(a, b, new(a.Id, b.Id), World.At(Now)).Codes());
    }

    [Theory, Trait("Law", "40"), InlineData("nowhere", "legacy.receiver-not-living"), InlineData("data", null)]
    public async Task Law40_Closing_BringsQuestionsToLivingCommunitiesOnly(string taker, string? refused)
    {
        Hosted host = new();
        await host.Launch(Hosted.Agile);
        await host.Launch(new("data"));
        await host.Must(new AskQuestion(Hosted.Agile, Q, "How?", "", []), Hosted.Bo);
        await host.Must(new AnnounceClosing(Hosted.Agile, "Done.", new([new("question:q", LegacyDestination.Community) { TakenOverBy = new(taker) }], "x")), Hosted.Ana);
        host.Clock.Advance(TimeSpan.FromDays(30));

        Assert.Equal(refused is null ? Array.Empty<string>() : [refused], await host.Codes(new CloseCommunity(Hosted.Agile, "Thanks."), Actor.Of(Hosted.Ana)));
        CommunityRecord there = CommunityRecord.Replay(new("data"), await host.Entries(new("data")));
        Assert.Equal(refused is null ? 1 : 0, there.Practice.Questions.OpenCount);
    }
}
