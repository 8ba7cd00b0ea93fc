using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Hosting;

/// <summary>A command that names another community names one that is there, and that the actor may know of.</summary>
public sealed class NamedCommunitiesTests
{
    private static readonly CommunityId Data = new("data"), Ghost = new("ghost");

    [Fact]
    public async Task UnknownAndHiddenCommunities_AreRefusedAlike()
    {
        Hosted host = new();
        await host.Launch(Hosted.Agile);
        await host.Launch(Data, 2, Hosted.Ana, Hosted.Fin, Hosted.Dee, Hosted.Cem);
        await host.Must(new LeaveCommunity(Data, Hosted.Ana), Hosted.Ana);
        await host.Must(new SetVisibility(Data, Visibility.Private, MemberListVisibility.Members), Hosted.Fin);
        foreach (CommunityId named in (CommunityId[])[Ghost, Data])
        {
            Assert.Equal(["community.parent-unknown"], await host.Codes(new SetParent(Hosted.Agile, named), Actor.Of(Hosted.Ana)));
            Assert.Equal(["merge.from-unknown"], await host.Codes(new ApproveMerge(Hosted.Agile, named), Actor.Of(Hosted.Ana)));
        }

        // every unmet guard is named; who may see it may name it
        await host.Must(new AnnounceClosing(Data, "Done.", World.Settled), Hosted.Fin);
        Assert.Equal(["community.not-active", "merge.from-unknown"], await host.Codes(new ApproveMerge(Data, Ghost), Actor.Of(Hosted.Fin)));
        await host.Must(new SetParent(Hosted.Agile, Data), World.Host);
        await host.Must(new SetParent(Hosted.Agile, null), Hosted.Ana);
        Assert.Equal(["parent.self"], await host.Codes(new SetParent(Hosted.Agile, Hosted.Agile), Actor.Of(Hosted.Ana)));
    }

    /// <summary>Who objected stands in the records: a source without them, or over others, would overlook it.</summary>
    [Fact]
    public void AnalyticsOfMembers_NeedTheRecords()
    {
        Hosted host = new();
        EvidenceSource none = new(new InMemoryActivityStore(), new InMemoryCommunityDirectory(), new InMemoryPeopleDirectory()), others = new(new InMemoryActivityStore(), new InMemoryCommunityDirectory(), new InMemoryPeopleDirectory(), new Hosted().Records);
        Assert.Throws<ArgumentException>(() => new OwnReadings(none));
        Assert.All([none, others], source => Assert.Throws<ArgumentException>(() => new CommunityStages(source, host.Records, TimeProvider.System)));
    }

    [Fact]
    public async Task TheDefaultId_IsMisuse()
    {
        Hosted host = new();
        await Assert.ThrowsAsync<ArgumentException>(async () => await host.Queries.FindAsync(default, Actor.Of(Hosted.Ana)));
        CommunityHealth health = new(new EvidenceSource(new InMemoryActivityStore(), new InMemoryCommunityDirectory(), new InMemoryPeopleDirectory()), new HealthAssessor(), TimeProvider.System, TimeSpan.FromDays(91));
        await Assert.ThrowsAsync<ArgumentException>(async () => await health.AssessAsync(default));
    }

    [Fact]
    public async Task Questions_GoToLivingCommunitiesOnly()
    {
        Hosted host = new();
        await host.Launch(Hosted.Agile);
        await host.Launch(Data);
        await host.Must(new AskQuestion(Hosted.Agile, new("q"), "T", "x", []), Hosted.Bo);
        await host.Must(new AnnounceClosing(Data, "Done.", World.Settled), Hosted.Ana);
        Reason closing = Assert.Single((await host.Commands.ExecuteAsync(new ForwardQuestion(Hosted.Agile, new("q"), Data), Actor.Of(Hosted.Ana))).Match(_ => [], r => r.Reasons));
        Assert.Equal(("question.to-not-living", "'data' takes no questions; it is closing."), (closing.Code, closing.Text));
        Assert.Equal(["data", "Closing"], closing.Arguments!);
        Assert.Equal(["question.to-unknown"], await host.Codes(new ForwardQuestion(Hosted.Agile, new("q"), Ghost), Actor.Of(Hosted.Ana)));
        await host.Launch(new("design"));
        await host.Must(new ForwardQuestion(Hosted.Agile, new("q"), new("design")), Hosted.Ana);
    }
}
