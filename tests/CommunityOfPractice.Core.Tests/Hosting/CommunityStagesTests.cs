using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Hosting;

public sealed class CommunityStagesTests
{
    private readonly Hosted host = new();
    private readonly InMemoryActivityStore activities = new();

    [Fact]
    public async Task AssessAsync_WithoutAJournal_IsNull() => Assert.Null(await Stages().AssessAsync(Hosted.Agile));

    [Fact]
    public async Task AssessAsync_FromProposalOn_FollowsTheStatus()
    {
        await host.Propose(Hosted.Agile, 1, Hosted.Ana, Hosted.Bo, Hosted.Cem);
        host.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(CommunityStage.Potential, (await Stages().AssessAsync(Hosted.Agile))!.Stage);

        await host.Must(new AdoptCharter(Hosted.Agile, World.Terms()), Hosted.Ana);
        await host.Must(new LaunchCommunity(Hosted.Agile, host.Clock.GetUtcNow().AddDays(7)), Hosted.Ana);
        host.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(CommunityStage.Coalescing, (await Stages().AssessAsync(Hosted.Agile))!.Stage);

        await host.Must(new AnnounceClosing(Hosted.Agile, "We are done.", World.Settled), Hosted.Ana);
        host.Clock.Advance(TimeSpan.FromDays(1));
        StageAssessment closing = (await Stages().AssessAsync(Hosted.Agile))!;
        Assert.Equal(CommunityStage.Transformation, closing.Stage);
        Assert.Equal(["stage.ending"], closing.EvidenceFor.Select(e => e.Code));
    }

    /// <summary>Members start the threads, somebody new joins each quarter: the community matures after two quarters, and was not mature before, as of any moment.</summary>
    [Fact]
    public async Task AssessAsync_MembersCarryIt_MaturesAfterTwoPeriods_AndAsOfEarlierItHadNot()
    {
        await host.Launch(Hosted.Agile);
        DateTimeOffset launched = host.Clock.GetUtcNow();
        PersonId[] newcomers = [Hosted.Fin, new("gus"), new("hal")];
        for (int quarter = 0; quarter < 3; quarter++)
        {
            await host.Must(new Core.Memberships.JoinCommunity(Hosted.Agile, newcomers[quarter], Hosted.Consent), newcomers[quarter]);
            foreach (int week in Enumerable.Range(0, 12))
            {
                await activities.AppendAsync([.. ((PersonId[])[Hosted.Bo, Hosted.Cem, Hosted.Dee]).Select(p =>
                    new Activity(Hosted.Agile, p, host.Clock.GetUtcNow().AddDays(7 * week), Act.Post))]);
            }

            host.Clock.Advance(TimeSpan.FromDays(91));
        }

        CommunityStages stages = Stages();
        StageAssessment now = (await stages.AssessAsync(Hosted.Agile))!;
        Assert.Equal(CommunityStage.Maturing, now.Stage);
        Assert.Equal(launched.AddDays(182), now.Since);
        Assert.Contains("stage.artifacts", now.NextStageGaps.Select(g => g.Code));
        Assert.Equal(CommunityStage.Coalescing, (await stages.AssessAsync(Hosted.Agile, launched.AddDays(181)))!.Stage);
        Assert.Equal(now.Stage, (await stages.AssessAsync(Hosted.Agile, launched.AddDays(183)))!.Stage);
    }

    /// <summary>All that stewardship needs is there, what the community made included; without the artifact it stays where it is.</summary>
    [Theory]
    [InlineData(true, CommunityStage.Stewardship)]
    [InlineData(false, CommunityStage.Maturing)]
    public async Task AssessAsync_MembersCarryItAndTendWhatTheyMade_IsStewardedAfterFourPeriods(bool tended, CommunityStage expected)
    {
        PersonId[] members = [Hosted.Cem, Hosted.Dee, Hosted.Fin, new("gus"), new("hal"), new("ida")];
        await host.Launch(Hosted.Agile, facilitators: 2, Hosted.Ana, Hosted.Bo, Hosted.Cem, Hosted.Dee);
        await host.Must(new PublishArtifact(Hosted.Agile, new("guide"), ArtifactKind.Guide, "How we plan"), Hosted.Cem);
        if (!tended)
        {
            await host.Must(new ResignStewardship(Hosted.Agile, new("guide"), Hosted.Cem), Hosted.Cem);
        }

        for (int quarter = 0; quarter < 4; quarter++)
        {
            PersonId newcomer = members[quarter + 2];
            await host.Must(new Core.Memberships.JoinCommunity(Hosted.Agile, newcomer, Hosted.Consent), newcomer);
            foreach (int week in Enumerable.Range(0, 12))
            {
                await activities.AppendAsync([.. members.Select(p => new Activity(Hosted.Agile, p, host.Clock.GetUtcNow().AddDays(7 * week), Act.Post))]);
            }

            host.Clock.Advance(TimeSpan.FromDays(91));
        }

        StageAssessment stage = (await Stages().AssessAsync(Hosted.Agile))!;
        Assert.Equal(expected, stage.Stage);
        Assert.Equal(1, stage.Confidence);
        Assert.Equal(tended ? [] : ["stage.artifacts"], stage.NextStageGaps.Select(g => g.Code));
    }

    [Fact]
    public void Constructor_AnImpossiblePolicy_Throws() =>
        Assert.Throws<ArgumentException>(() => new CommunityStages(new EvidenceSource(activities, host.Directory, new InMemoryPeopleDirectory(), host.Records), host.Records, host.Clock, new StagePolicy { Slack = 0 }));

    private CommunityStages Stages() => new(new EvidenceSource(activities, host.Directory, new InMemoryPeopleDirectory(), host.Records), host.Records, host.Clock);
}
