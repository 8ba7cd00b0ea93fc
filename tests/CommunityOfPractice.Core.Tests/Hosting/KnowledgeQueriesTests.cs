using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Communities;
using CommunityOfPractice.Core.Vocabulary;
using static CommunityOfPractice.Core.Tests.Hosting.Hosted;

namespace CommunityOfPractice.Core.Tests.Hosting;

public sealed class KnowledgeQueriesTests
{
    private static readonly CommunityId Data = new("data");
    private static readonly ArtifactId Board = new("board"), Guide = new("guide");
    private static readonly StoryId Story = new("story");
    private static readonly Actor Stranger = Actor.Of(Fin);

    /// <summary>Who is only named by a story learns of a private community no more than it takes to agree, or not.</summary>
    [Fact]
    public async Task AStrangerWhomAStoryNames_CanAgreeAndTakeItBack_AndNothingElse()
    {
        Hosted host = new();
        await host.Launch(Agile);
        await host.Must(new PublishArtifact(Agile, Board, ArtifactKind.Tool, "Board"), Cem);
        await host.Must(new SetVisibility(Agile, Visibility.Private, MemberListVisibility.Members), Ana);
        await host.Must(new TellStory(Agile, Story, Cem, "It helped", [new(ValueCycle.Applied, "Fin changed the form.") { Contributors = [Fin] }]), Cem);

        Assert.Equal(["community.unknown"], await host.Codes(new RecordUse(Agile, Board, Fin), Stranger));
        Assert.Equal(["community.unknown"], await host.Codes(new TellStory(Agile, new("other"), Fin, "Mine", [new(ValueCycle.Applied, "I did.")]), Stranger));
        await host.Must(new ConsentToStory(Agile, Story, Fin, 1), Fin);
        await host.Must(new WithdrawStoryConsent(Agile, Story, Fin), Fin);
    }

    [Fact]
    public async Task Artifacts_ByFilter_PageByPage()
    {
        (Hosted host, KnowledgeQueries queries) = await Filled();
        host.Clock.Advance(TimeSpan.FromDays(400));

        Assert.Equal("board guide", await Ids(new()));
        Assert.Equal("board", await Ids(new() { Kind = ArtifactKind.Tool }));
        Assert.Equal("guide", await Ids(new() { Topic = new("testing") }));
        Assert.Equal("guide", await Ids(new() { OrphanedOnly = true }));
        Assert.Equal("", await Ids(new() { ReviewDueBy = World.Start.AddDays(181) }));
        Assert.Equal("board", await Ids(new() { ReviewDueBy = World.Start.AddDays(182) }));
        Assert.Equal("", await Ids(new() { Status = ArtifactStatus.Retired }));
        Assert.Equal([Guide], (await queries.ArtifactsAsync(Agile, Stranger, after: Board, take: 1)).OrThrow().Select(a => a.Artifact.Id));
        ArtifactView board = (await queries.FindAsync(Agile, Board, Actor.Of(Ana)))!;
        Assert.Equal((true, false, 1, World.Start.AddDays(182)), (board.IsStale, board.IsOrphaned, board.Reuse.People, board.ReviewDueOn));
        Assert.Equal(Math.Pow(2, -400 / 182.0), board.Freshness, 12);
        Assert.Equal([new(Board, 1, 1, 1, 0)], (await queries.MostReusedAsync(Agile, Stranger)).OrThrow());
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await queries.ArtifactsAsync(Agile, Stranger, take: 0));

        async Task<string> Ids(ArtifactFilter filter) => string.Join(' ', (await queries.ArtifactsAsync(Agile, Stranger, filter)).OrThrow().Select(a => a.Artifact.Id));
    }

    [Fact]
    public async Task Artifacts_PeopleAreForThoseWhoMayKnowWhoBelongs()
    {
        (_, KnowledgeQueries queries) = await Filled();

        Artifact told = (await queries.FindAsync(Agile, Board, Actor.Of(Cem)))!.Artifact;
        Assert.Equal((Bo, Bo), (told.Steward, told.Authors.Single()));
        Artifact seen = (await queries.FindAsync(Agile, Board, Stranger))!.Artifact;
        Assert.Equal((null, 0, null), (seen.Steward, seen.Authors.Count, seen.Versions[0].By));
    }

    [Theory]
    [InlineData(Visibility.Public, null)]
    [InlineData(Visibility.Listed, "knowledge.hidden")]
    [InlineData(Visibility.Private, "community.unknown")]
    public async Task Strangers_ReadWhatAPublicCommunityPublishes(Visibility visibility, string? refusal)
    {
        (Hosted host, KnowledgeQueries queries) = await Filled();
        await host.Must(new SetVisibility(Agile, visibility, MemberListVisibility.Members), Ana);
        string[] expected = refusal is null ? [] : [refusal];

        Assert.Equal(expected, (await queries.ArtifactsAsync(Agile, Stranger)).Codes());
        Assert.Equal(expected, (await queries.MostReusedAsync(Agile, Stranger)).Codes());
        Assert.Equal(expected, (await queries.MatrixAsync(Agile, Stranger)).Codes());
        Assert.Equal(expected, (await queries.StoriesAsync(Agile, Stranger)).Codes());
        Assert.Equal(refusal is null, await queries.FindAsync(Agile, Board, Stranger) is not null);
        foreach (Actor viewer in (Actor[])[Actor.Of(Cem), Actor.Of(Eva), World.Host])
        {
            Assert.Empty((await queries.ArtifactsAsync(Agile, viewer)).Codes());
        }

        Assert.Equal(["community.unknown"], (await queries.ArtifactsAsync(Data, World.Host)).Codes());
    }

    /// <summary>Who used what is for themselves and for the host; a facilitator sees counts.</summary>
    [Fact]
    public async Task History_TellsAFacilitatorNothingAboutUses()
    {
        (Hosted host, _) = await Filled();
        await host.Must(new RecordUse(Agile, Board, Ana), Ana);

        Assert.Equal("ana", await Users(Actor.Of(Ana)));
        Assert.Equal("fin ana", await Users(World.Host));

        async Task<string> Users(Actor viewer) =>
            string.Join(' ', (await host.Queries.HistoryAsync(Agile, viewer)).OrThrow().Select(e => e.Change.Fact).OfType<ArtifactUsed>().Select(u => u.Use.Person));
    }

    [Fact]
    public async Task Stories_DraftsAreForThoseWhomTheyName()
    {
        (Hosted host, KnowledgeQueries queries) = await Filled();
        await host.Must(new SetVisibility(Agile, Visibility.Private, MemberListVisibility.Members), Ana);
        await host.Must(new TellStory(Agile, Story, Bo, "It helped", [new(ValueCycle.Applied, "We changed it.") { Contributors = [Fin] }]), Bo);
        Assert.Equal("bo fin ana", await Seen(Bo, Fin, Ana, Cem, new("gus")));
        await host.Must(new ConsentToStory(Agile, Story, Fin, 1), Fin);
        await host.Must(new ConsentToStory(Agile, Story, Bo, 1), Bo);
        await host.Must(new PublishStory(Agile, Story), Bo);
        Assert.Equal("bo fin ana cem", await Seen(Bo, Fin, Ana, Cem, new("gus")));
        Assert.Equal(1, (await queries.MatrixAsync(Agile, Actor.Of(Cem))).OrThrow().Stories);
        await host.Must(new WithdrawStoryConsent(Agile, Story, Fin), Fin);
        Assert.Equal("bo fin ana", await Seen(Bo, Fin, Ana, Cem, new("gus")));
        Assert.Equal(0, (await queries.MatrixAsync(Agile, Actor.Of(Cem))).OrThrow().Stories);
        Assert.Equal(["community.unknown"], await host.Codes(new RecordUse(Agile, Board, new("gus")), Actor.Of(new PersonId("gus"))));

        async Task<string> Seen(params PersonId[] viewers)
        {
            List<PersonId> seen = [];
            foreach (PersonId viewer in viewers)
            {
                if ((await queries.StoriesAsync(Agile, Actor.Of(viewer))).Match(s => s.Count == 1, _ => false))
                {
                    seen.Add(viewer);
                }
            }

            return string.Join(' ', seen);
        }
    }

    /// <summary>One transaction over all journals; the same request again gives the same answer.</summary>
    [Fact]
    public async Task Close_HandsOver_InOneCommit()
    {
        (Hosted host, KnowledgeQueries queries) = await Filled();
        await host.Launch(Data);
        LegacyPlan plan = new([new("board", LegacyDestination.Community, Data), new("guide", LegacyDestination.Archived)], "Data goes on with it.");
        await host.Must(new AnnounceClosing(Agile, "Done.", plan), Ana);
        host.Clock.Advance(TimeSpan.FromDays(15));
        CloseCommunity close = new(Agile, "Thank you.");
        Assert.Equal(["legacy.receiver-not-agreed"], await host.Codes(close, Actor.Of(Ana)));
        Assert.Equal(["permission.denied"], await host.Codes(new AgreeToTakeOver(Data, Agile), Actor.Of(Cem)));
        await host.Must(new AgreeToTakeOver(Data, Agile), Ana);
        CommandRequest request = new(close, Actor.Of(Ana)) { CommandId = "close-1" };
        Committed once = (await host.Commands.ExecuteAsync(request)).OrThrow(), again = (await host.Commands.ExecuteAsync(request)).OrThrow();

        Assert.Equal(once.Entries.OrderBy(e => e.Community).ThenBy(e => e.Version), again.Entries);
        Assert.True(again.IsRepetition);
        Assert.Contains(once.Entries, e => e.Community == Data && e.Change.Fact is ArtifactReceived);
        Assert.Equal((Data, (PersonId?)Bo), ((await queries.FindAsync(Agile, Board, Actor.Of(Cem)))!.Community, (await queries.FindAsync(Agile, Board, Actor.Of(Cem)))!.Artifact.Steward));
        Assert.Equal(Agile, (await queries.FindAsync(Agile, Guide, Actor.Of(Cem)))!.Community);
        RegistryCheck check = new(host.Journal, host.Clock, PolicySet.Default);
        Assert.DoesNotContain(await All(check.CheckAsync()), f => f.Severity == FindingSeverity.Error);
        await host.Must(new PublishArtifact(Data, Guide, ArtifactKind.Guide, "Another guide"), Bo);
        await host.Must(new ReopenCommunity(Agile, Ana, "Again.", []), World.Host);
        await host.Must(new RestoreArtifact(Agile, Guide), World.Host);
        Assert.Equal(["registry.artifact-double"], (await All(check.CheckAsync())).Where(f => f.Severity == FindingSeverity.Error).Select(f => f.Reason.Code));
    }

    /// <summary>A board by bo that fin used, and a guide that nobody tends.</summary>
    private static async Task<(Hosted Host, KnowledgeQueries Queries)> Filled()
    {
        Hosted host = new();
        await host.Launch(Agile);
        await host.Must(new PublishArtifact(Agile, Board, ArtifactKind.Tool, "The board") { Topics = [new("agile")] }, Bo);
        await host.Must(new PublishArtifact(Agile, Guide, ArtifactKind.Guide, "The guide") { Topics = [new("testing")] }, World.Host);
        await host.Must(new RecordUse(Agile, Board, Fin) { Department = "Sales" }, Fin);
        return (host, new(host.Records, PolicySet.Default));
    }
}
