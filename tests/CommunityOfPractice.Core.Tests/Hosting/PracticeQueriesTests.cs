using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Hosting;

/// <summary>Questions and celebrations as different viewers see them.</summary>
public sealed class PracticeQueriesTests
{
    private static readonly Actor Member = Actor.Of(Hosted.Dee), Outsider = Actor.Of(Hosted.Fin);

    private readonly Hosted host = new();

    private QuestionQueries Questions => new(host.Records, PolicySet.Default);

    private RecognitionQueries Recognition => new(host.Records);

    [Theory]
    [InlineData(Visibility.Public, null, "questions.hidden")]
    [InlineData(Visibility.Listed, "questions.hidden", "questions.hidden")]
    [InlineData(Visibility.Private, "community.unknown", "community.unknown")]
    public async Task Questions_AreShownInside(Visibility visibility, string? queue, string question)
    {
        await host.Launch(Hosted.Agile);
        await host.Must(new SetVisibility(Hosted.Agile, visibility, MemberListVisibility.Members), Hosted.Ana);
        await host.Must(new AskQuestion(Hosted.Agile, new("q"), "How?", "", []), Hosted.Bo);
        host.Clock.Advance(TimeSpan.FromHours(50));

        foreach (Actor inside in (Actor[])[Member, Actor.Of(Hosted.Eva), World.Host])
        {
            OpenQuestion open = Assert.Single((await Questions.OpenAsync(Hosted.Agile, inside)).OrThrow());
            Assert.Equal((new QuestionId("q"), "How?", TimeSpan.FromHours(50), true), (open.Question!.Value, open.Title, open.Age, open.IsEscalationDue));
            Assert.Equal(Hosted.Bo, (await Questions.FindAsync(Hosted.Agile, new("q"), inside)).OrThrow().Asker);
        }

        Assert.Equal(queue is null ? [] : [queue], (await Questions.OpenAsync(Hosted.Agile, Outsider)).Codes());
        Assert.Equal([question], (await Questions.FindAsync(Hosted.Agile, new("q"), Outsider)).Codes());
        Assert.Equal(["question.unknown"], (await Questions.FindAsync(Hosted.Agile, new("x"), Member)).Codes());
        Assert.Equal(["community.unknown"], (await Questions.OpenAsync(new("none"), World.Host)).Codes());
        await host.Must(new LeaveCommunity(Hosted.Agile, Hosted.Bo), Hosted.Bo);
        Assert.True((await Questions.FindAsync(Hosted.Agile, new("q"), Actor.Of(Hosted.Bo))).IsAccepted);
    }

    [Fact]
    public async Task Celebrations_AreForThoseWhoSeeTheMembers_AndOnlyOfThoseWhoWantIt()
    {
        await host.Launch(Hosted.Agile);
        await host.Must(new GiveKudos(Hosted.Agile, new("k1"), Hosted.Bo, "For the talk."), Hosted.Cem);
        host.Clock.Advance(TimeSpan.FromHours(1));
        await host.Must(new GiveKudos(Hosted.Agile, new("k2"), Hosted.Cem, "For asking.", "question:q"), Hosted.Bo);
        host.Clock.Advance(TimeSpan.FromDays(366));
        await new CommunityPolicies(host.Records, new InMemoryActivityStore(), PolicySet.Default, [], []).ApplyAsync(Hosted.Agile);

        Assert.Equal(
            [
                "YearsOfMembership 1 ana", "YearsOfMembership 1 bo", "YearsOfMembership 1 cem", "YearsOfMembership 1 dee", "YearsSinceLaunch 1",
                "cem by bo: For asking. (question:q)", "bo by cem: For the talk. ()",
            ],
            await Seen(Member));
        Assert.Equal(["YearsSinceLaunch 1"], await Seen(Outsider));
        Assert.Equal(2, (await Recognition.LatestAsync(Hosted.Agile, Member, take: 2)).OrThrow().Count);
        Assert.Empty((await Recognition.LatestAsync(Hosted.Agile, Member, since: host.Clock.GetUtcNow())).OrThrow());
        Assert.Equal(["community.unknown"], (await Recognition.LatestAsync(new("none"), Member)).Codes());

        await host.Must(new OptOutOfRecognition(Hosted.Agile, Hosted.Bo), Hosted.Bo);
        foreach (Actor viewer in (Actor[])[Member, World.Host, Actor.Of(Hosted.Ana), Actor.Of(Hosted.Bo)])
        {
            Assert.DoesNotContain(await Seen(viewer), c => c.StartsWith("bo", StringComparison.Ordinal) || c.EndsWith(" bo", StringComparison.Ordinal));
        }

        await host.Must(new OptIntoRecognition(Hosted.Agile, Hosted.Bo), Hosted.Bo);
        await host.Must(new LeaveCommunity(Hosted.Agile, Hosted.Bo), Hosted.Bo);
        Assert.Contains("cem by : For asking. (question:q)", await Seen(Member));
        Assert.DoesNotContain(await Seen(Member), c => c.StartsWith("bo", StringComparison.Ordinal));
        await host.Must(new WithdrawKudos(Hosted.Agile, new("k2")), Hosted.Bo);
        Assert.DoesNotContain(await Seen(Member), c => c.Contains("For asking", StringComparison.Ordinal));
    }

    [Theory, InlineData(Visibility.Public, 1), InlineData(Visibility.Listed, 0)]
    public async Task Celebrations_WhereTheCommunityIsNotPublic_AreForThoseInside(Visibility visibility, int strangers)
    {
        await host.Launch(Hosted.Agile);
        await host.Must(new SetVisibility(Hosted.Agile, visibility, MemberListVisibility.Everyone), Hosted.Ana);
        await host.Must(new GiveKudos(Hosted.Agile, new("k"), Hosted.Bo, "You helped me out."), Hosted.Cem);

        Assert.Equal(strangers, (await Seen(Outsider)).Length);
        foreach (Actor inside in (Actor[])[Member, Actor.Of(Hosted.Eva), World.Host])
        {
            Assert.Equal(["bo by cem: You helped me out. ()"], await Seen(inside));
        }
    }

    private async Task<string[]> Seen(Actor viewer) => [.. (await Recognition.LatestAsync(Hosted.Agile, viewer, take: 99)).OrThrow().Select(c =>
        c.Kudos is null ? $"{c.Milestone} {c.Number} {c.Person}".TrimEnd() : $"{c.Person} by {c.From}: {c.Reason} ({c.About})")];
}
