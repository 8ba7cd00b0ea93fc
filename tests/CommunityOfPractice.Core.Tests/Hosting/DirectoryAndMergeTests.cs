using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Communities;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Hosting;

/// <summary>The company's directory and the simulation of mergers, as services.</summary>
public sealed class DirectoryAndMergeTests
{
    private static readonly CommunityId Data = new("data");

    [Fact]
    [Trait("Law", "36")]
    public async Task Sync_InvitesAndLetsGo_AddsNobody_AndIsDoneOnce()
    {
        Hosted host = new();
        await host.Launch(Hosted.Agile);
        IDirectorySync directory = new DirectorySynchronizer(host.Records, host.Commands, PolicySet.Default);
        PersonId gus = new("gus"), hal = new("hal");
        await host.Must(new InviteMember(Hosted.Agile, hal), Hosted.Ana);
        ValueList<MembershipCommand> proposed = (await directory.ProposeAsync(Hosted.Agile, [gus, Hosted.Bo, Hosted.Fin], [Hosted.Cem, Hosted.Ana, hal])).OrThrow();
        DirectorySyncOutcome outcome = (await directory.SyncAsync(Hosted.Agile, [gus, Hosted.Bo, Hosted.Fin], [Hosted.Cem, Hosted.Ana, hal])).OrThrow();

        Assert.Equal([Hosted.Cem, hal, Hosted.Fin, gus], proposed.Select(c => c.Person));
        Assert.Equal([Hosted.Fin, gus], outcome.Invited);
        Assert.Equal([hal], outcome.Withdrawn);
        Assert.Equal([Hosted.Cem], outcome.Left);
        SyncRefusal refusal = Assert.Single(outcome.Refused);
        Assert.Equal((Hosted.Ana, "role.last-facilitator"), (refusal.Person, refusal.Reasons[0].Code));
        CommunityRecord record = CommunityRecord.Replay(Hosted.Agile, await host.Entries(Hosted.Agile));
        Assert.Equal([Hosted.Ana, Hosted.Bo, Hosted.Dee], record.Members.All.Where(m => m.Status == MembershipStatus.Active).Select(m => m.Person).Order());
        Assert.Equal(LeaveReason.OrganisationExit, (await host.Entries(Hosted.Agile)).Select(e => e.Change.Fact).OfType<MemberLeft>().Single().Reason);
        Assert.Contains(await host.Entries(Hosted.Agile), e => e.Change.By == directory.Actor);

        DirectorySyncOutcome again = (await directory.SyncAsync(Hosted.Agile, [gus, Hosted.Bo, Hosted.Fin], [Hosted.Cem, Hosted.Ana, hal])).OrThrow();
        Assert.Equal((0, 0, 0, 1), (again.Invited.Count, again.Withdrawn.Count, again.Left.Count, again.Refused.Count));
        Assert.Equal(["community.unknown"], (await directory.SyncAsync(new("ghost"), [gus], [])).Codes());
        Assert.Equal(["community.unknown"], (await directory.ProposeAsync(new("ghost"), [gus], [])).Codes());
        Assert.Empty(await host.Entries(new("ghost")));
    }

    /// <summary>Two facilitators who left at once: the first goes, the second is the last one and is named.</summary>
    [Fact]
    [Trait("Law", "37")]
    public async Task Sync_OfEveryFacilitator_KeepsTheLast()
    {
        Hosted host = new();
        await host.Launch(Hosted.Agile, 2);
        IDirectorySync directory = new DirectorySynchronizer(host.Records, host.Commands, PolicySet.Default);
        DirectorySyncOutcome outcome = (await directory.SyncAsync(Hosted.Agile, [], [Hosted.Bo, Hosted.Ana])).OrThrow();

        Assert.Equal([Hosted.Ana], outcome.Left);
        Assert.Equal([Hosted.Bo], outcome.Refused.Select(r => r.Person));
    }

    [Fact]
    [Trait("Law", "41")]
    public async Task Simulation_TellsWhatTheMergeDoes_AndChangesNothing()
    {
        Hosted host = await Two();
        JournalEntry[] before = await host.Entries(Data);
        MergeForecast forecast = (await host.Queries.SimulateMergeAsync(Hosted.Agile, Data, World.Host)).OrThrow();
        Assert.Equal(["merge.not-approved"], forecast.Unmet.Select(r => r.Code));
        Assert.Equal((4, 2, 1, 1), (forecast.Going, forecast.Staying, forecast.Facilitators, forecast.FacilitatorsGoing));
        Assert.Equal((3, 4), (forecast.NotYetIn, forecast.AtMost));
        Assert.Equal(before, await host.Entries(Data));

        await host.Must(new ApproveMerge(Data, Hosted.Agile), Hosted.Ana);
        MergeForecast ready = (await host.Queries.SimulateMergeAsync(Hosted.Agile, Data, World.Host)).OrThrow();
        Assert.Empty(ready.Unmet);
        Committed merged = await host.Must(new MergeInto(Hosted.Agile, Data), Hosted.Ana);
        Assert.Equal(ready.Invited, merged.Entries.Where(e => e.Community == Data).Select(e => e.Change.Fact).OfType<MemberInvited>().Select(f => f.Person).ToValueList());
    }

    /// <summary>Who asks sees what they may: a blocked person is not told of by the difference of two numbers.</summary>
    [Fact]
    public async Task Simulation_ShowsEachViewerWhatTheyMayKnow()
    {
        Hosted host = await Two();
        MergeForecast stranger = (await host.Queries.SimulateMergeAsync(Hosted.Agile, Data, Actor.Of(new("eve")))).OrThrow();
        MergeForecast member = (await host.Queries.SimulateMergeAsync(Hosted.Agile, Data, Actor.Of(Hosted.Eva))).OrThrow();
        MergeForecast lead = (await host.Queries.SimulateMergeAsync(Hosted.Agile, Data, Actor.Of(Hosted.Ana))).OrThrow();

        Assert.Equal((null, null, 6), (stranger.NotYetIn, stranger.Invited, stranger.AtMost));
        Assert.Equal((3, null, 5), (member.NotYetIn, member.Invited, member.AtMost));
        Assert.Equal([Hosted.Bo, Hosted.Dee], lead.Invited!);

        await host.Must(new SetVisibility(Data, Visibility.Private, MemberListVisibility.Members), Hosted.Ana);
        Assert.Equal(["community.unknown"], (await host.Queries.SimulateMergeAsync(Hosted.Agile, Data, Actor.Of(Hosted.Bo))).Codes());
        Assert.Equal(["community.unknown"], (await host.Queries.SimulateMergeAsync(Hosted.Agile, new("ghost"), World.Host)).Codes());
        Assert.Equal(["merge.self"], (await host.Queries.SimulateMergeAsync(Data, Data, World.Host)).OrThrow().Unmet.Select(r => r.Code));
    }

    /// <summary>Pure: for any two communities the forecast names who the merge invites, and the guards that the merge names.</summary>
    [Property(MaxTest = 60)]
    [Trait("Law", "41")]
    public void Forecast_IsTheMerge(int seed)
    {
        Random random = new(seed);
        CommunityRecord from = World.Standing("a", (CommunityStatus)random.Next(1, 6)), into = World.Standing("b", random.Next(3) == 0 ? CommunityStatus.Dormant : CommunityStatus.Active);
        DateTimeOffset at = World.Start.AddDays(60);
        foreach (PersonId person in World.People[3..])
        {
            if (random.Next(2) == 0)
            {
                from.Join(person, at);
            }

            into.Members.Put(null, into.Members[person] with { Status = (MembershipStatus)random.Next(0, 9), Since = at });
        }

        if (random.Next(2) == 0)
        {
            into.Do(new ApproveMerge(into.Id, from.Id), World.At(at));
        }

        CommunitySnapshot[] before = [from.ToSnapshot(), into.ToSnapshot()];
        MergeForecast forecast = Merging.Forecast(from, into, World.At(at));
        Decision<MergeOutcome> decision = Merging.Decide(from, into, new(from.Id, into.Id), World.At(at));

        Assert.Equal(before, (CommunitySnapshot[])[from.ToSnapshot(), into.ToSnapshot()]);
        Assert.Equal(decision.Codes(), forecast.Unmet.Select(r => r.Code));
        decision.Match(
            outcome =>
            {
                Assert.Equal(outcome.Into.Select(c => c.Fact).OfType<MemberInvited>().Select(f => f.Person), forecast.Invited!);
                from.Fold(outcome.From);
                into.Fold(outcome.Into);
                Assert.Equal(forecast.Staying, into.Members.Count(MembershipStatus.Active));
                return 0;
            },
            _ => 1);
        Assert.True(forecast.Invited!.Count <= forecast.NotYetIn);
    }

    /// <summary>Ana leads both; cem is in agile and blocked in data; eva is in both.</summary>
    private static async Task<Hosted> Two()
    {
        Hosted host = new();
        await host.Launch(Hosted.Agile, 1, Hosted.Ana, Hosted.Bo, Hosted.Cem, Hosted.Dee);
        await host.Launch(Data, 1, Hosted.Ana, Hosted.Fin, Hosted.Cem);
        await host.Must(new BlockPerson(Data, Hosted.Cem, "Rude."), Hosted.Ana);
        return host;
    }
}
