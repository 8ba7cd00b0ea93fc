using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Hosting;

public sealed class ExpertFindingTests
{
    private static readonly Actor Host = Actor.Host("desk");

    private readonly Hosted host = new();
    private readonly ExpertFinding experts;

    public ExpertFindingTests() => experts = new(host.Records, PolicySet.Default, asksPerWeek: 1);

    [Fact]
    public async Task Assign_AsksWhoAnsweredSuchQuestions_OncePerPersonAndWeek()
    {
        await Prepare(Hosted.Bo, Hosted.Cem);
        await Ask("q3");
        await Ask("q4");

        ExpertRound round = (await experts.AssignAsync(Hosted.Agile, Host)).OrThrow();
        ExpertSuggestion ask = Assert.Single(round.Asks);
        Assert.Equal((Hosted.Bo, 1), (ask.Person, round.Unassigned.Count));
        Assert.True(round.Verified);

        await host.Must(new EscalateQuestion(Hosted.Agile, new(ask.Question), EscalationTarget.Person) { Person = Hosted.Bo }, Hosted.Ana);
        round = (await experts.AssignAsync(Hosted.Agile, Host)).OrThrow();
        Assert.Empty(round.Asks);
        Assert.DoesNotContain(ask.Question, round.Unassigned);

        ExpertRound more = (await experts.AssignAsync(Hosted.Agile, Host, [new(Hosted.Bo, 2)])).OrThrow();
        Assert.Equal(Hosted.Bo, Assert.Single(more.Asks).Person);
    }

    [Fact]
    public async Task Assign_WhenNobodyAnsweredInTime_AsksTheNext()
    {
        await Prepare(Hosted.Bo, Hosted.Cem);
        await host.Must(new AnswerQuestion(Hosted.Agile, new("q1"), new("c1"), "Or so."), Hosted.Cem);
        await Ask("q3");
        await host.Must(new EscalateQuestion(Hosted.Agile, new("q3"), EscalationTarget.Person) { Person = Hosted.Bo }, Hosted.Ana);
        host.Clock.Advance(PolicySet.Default.Practice.EscalateAfter - TimeSpan.FromMinutes(1));
        Assert.Empty((await experts.AssignAsync(Hosted.Agile, Host)).OrThrow().Asks);

        host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(Hosted.Cem, Assert.Single((await experts.AssignAsync(Hosted.Agile, Host)).OrThrow().Asks).Person);
        Assert.Equal([Hosted.Cem], (await experts.RankAsync(Hosted.Agile, new("q3"), Host)).OrThrow().Select(s => s.Person));
    }

    [Fact]
    [Trait("Law", "47")]
    public async Task Law47_WhoDoesNotAgree_IsNeitherAskedNorEvidence()
    {
        await Prepare(Hosted.Bo, Hosted.Cem);
        await host.Must(new AnswerQuestion(Hosted.Agile, new("q1"), new("c1"), "Or so."), Hosted.Cem);
        await Ask("q3");
        ExpertSuggestion both = (await experts.RankAsync(Hosted.Agile, new("q3"), Host)).OrThrow().Single(s => s.Person == Hosted.Cem);
        await host.Must(new WithdrawConsent(Hosted.Agile, Hosted.Bo, ProcessingPurpose.Matching), Hosted.Bo);

        ExpertSuggestion alone = Assert.Single((await experts.RankAsync(Hosted.Agile, new("q3"), Host)).OrThrow());
        Assert.Equal(Hosted.Cem, alone.Person);
        Assert.True(alone.Score > both.Score);
        Assert.Equal(1, alone.Score, 12);
    }

    [Fact]
    public async Task OnlyFacilitatorsAndTheHost_AreTold_AndEveryRefusalHasItsCode()
    {
        await Prepare(Hosted.Bo);
        Assert.Equal(["experts.hidden"], CodesOf(await experts.AssignAsync(Hosted.Agile, Actor.Of(Hosted.Cem))));
        Assert.Equal(["experts.hidden"], CodesOf(await experts.RankAsync(Hosted.Agile, new("q1"), Actor.Of(Hosted.Cem))));
        Assert.Equal(["question.unknown"], CodesOf(await experts.RankAsync(Hosted.Agile, new("none"), Actor.Of(Hosted.Ana))));
        Assert.Equal(["question.not-open"], CodesOf(await experts.RankAsync(Hosted.Agile, new("q1"), Host)));
        Assert.True((await experts.AssignAsync(Hosted.Agile, Actor.Of(Hosted.Ana))).IsAccepted);
    }

    private static string[] CodesOf<T>(Decision<T> decision) => decision.Match(_ => [], refused => refused.Reasons.Select(r => r.Code).ToArray());

    /// <summary>Bo answered q1 and q2 and was accepted; those named agree to be asked.</summary>
    private async Task Prepare(params PersonId[] agreed)
    {
        await host.Launch(Hosted.Agile);
        foreach (PersonId person in agreed)
        {
            await host.Must(new GiveConsent(Hosted.Agile, person, new(ProcessingPurpose.Matching, "data/1", "web")), person);
        }

        foreach (string question in (string[])["q1", "q2"])
        {
            await Ask(question);
            await host.Must(new AnswerQuestion(Hosted.Agile, new(question), new("a1"), "So."), Hosted.Bo);
            await host.Must(new AcceptAnswer(Hosted.Agile, new(question), new("a1")), Hosted.Dee);
        }
    }

    private async Task Ask(string question) => await host.Must(new AskQuestion(Hosted.Agile, new(question), "How?", "Really, how?", [new("go")]), Hosted.Dee);
}
