using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Communities;

namespace CommunityOfPractice.Core.Tests.Hosting;

/// <summary>Ways in which somebody could take what is not theirs, as a reviewer tried them.</summary>
public sealed class TakeoverTests
{
    private static readonly PersonId Eve = new("eve");

    [Fact]
    public async Task Stranger_DoesNotSeeOrEnterAPrivateCommunity()
    {
        Hosted host = new();
        await host.Launch(Hosted.Agile, 3);
        await host.Must(new SetVisibility(Hosted.Agile, Visibility.Private, MemberListVisibility.Members), Hosted.Ana);

        Assert.Equal(["community.unknown"], await host.Codes(new JoinCommunity(Hosted.Agile, Eve, Hosted.Consent), Actor.Of(Eve)));
        Assert.Equal(["community.unknown"], await host.Codes(new RequestMembership(Hosted.Agile, Eve, Hosted.Consent, []), Actor.Of(Eve)));
        await host.Must(new InviteMember(Hosted.Agile, Eve), Hosted.Ana);
        await host.Must(new AcceptInvitation(Hosted.Agile, Eve, Hosted.Consent), Eve);
    }

    [Fact]
    public async Task Stranger_NeitherReopensNorFoundsByInterest()
    {
        Hosted host = new();
        await host.Must(World.Proposal(Hosted.Agile), Hosted.Ana);
        await host.Must(new ExpressInterest(Hosted.Agile, Eve), Eve);

        Assert.Equal(["permission.denied"], await host.Codes(new NominateForRole(Hosted.Agile, Eve, Role.Facilitator), Actor.Of(Eve)));
        Assert.Equal(["permission.denied"], await host.Codes(new AdoptCharter(Hosted.Agile, World.Terms()), Actor.Of(Eve)));
        Assert.Equal(["permission.denied"], await host.Codes(new ReopenCommunity(Hosted.Agile, Eve, "Mine.", []), Actor.Of(Eve)));
    }

    [Fact]
    public async Task UnknownCommunity_GetsNoJournal_ByAMembershipCommand()
    {
        Hosted host = new();

        Assert.Equal(["community.unknown"], await host.Codes(new MuteInvitations(new("ghost"), Eve), Actor.Of(Eve)));
        Assert.Equal(["community.unknown"], await host.Codes(new BlockPerson(new("ghost"), Eve, "why"), Actor.Host("h")));
    }

    /// <summary>An invitation that has run out shows nothing, from its date on and before any policy has run.</summary>
    [Fact]
    public async Task Invited_SeeAPrivateCommunity_UntilTheInvitationRunsOut()
    {
        Hosted host = new();
        await host.Launch(Hosted.Agile, 3);
        await host.Must(new SetVisibility(Hosted.Agile, Visibility.Private, MemberListVisibility.Members), Hosted.Ana);
        await host.Must(new InviteMember(Hosted.Agile, Eve), Hosted.Ana);
        host.Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromTicks(1));
        Assert.Equal((true, true, true), await Sees());
        host.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal((false, false, false), await Sees());

        // asked by the record and by the directory alike
        Assert.Equal(["invitation.expired"], await host.Codes(new AcceptInvitation(Hosted.Agile, Eve, Hosted.Consent), Actor.Of(Eve)));
        await host.Must(new InviteMember(Hosted.Agile, Eve), Hosted.Ana);
        Assert.Equal((true, true, true), await Sees());

        async Task<(bool Found, bool Listed, bool Resolved)> Sees() => (
            await host.Queries.FindAsync(Hosted.Agile, Actor.Of(Eve)) is not null,
            (await Hosted.All(host.Queries.ListAsync(new CommunityFilter(), Actor.Of(Eve)))).Length == 1,
            await host.Queries.ResolveAsync(Hosted.Agile, Actor.Of(Eve)) is not null);
    }

    [Fact]
    public async Task RemovedSponsor_KeepsNoPower()
    {
        Hosted host = new();
        await host.Launch(Hosted.Agile, 1, Hosted.Ana, Hosted.Bo, Hosted.Cem, Hosted.Eva);
        await host.Must(new SetVisibility(Hosted.Agile, Visibility.Private, MemberListVisibility.Members), Hosted.Eva);
        await host.Must(new RemoveMember(Hosted.Agile, Hosted.Eva, "Rude."), Hosted.Ana);

        Assert.Null(await host.Queries.FindAsync(Hosted.Agile, Actor.Of(Hosted.Eva)));
        Assert.Empty(await Hosted.All(host.Queries.ListAsync(new CommunityFilter(), Actor.Of(Hosted.Eva))));
        foreach (Command command in (Command[])[
            new AnnounceClosing(Hosted.Agile, "Mine.", World.Settled), new NominateForRole(Hosted.Agile, Eve, Role.Facilitator),
            new EndRole(Hosted.Agile, Hosted.Ana, Role.Facilitator, "Mine."), new SetVisibility(Hosted.Agile, Visibility.Public, MemberListVisibility.Everyone)])
        {
            Assert.Equal(["permission.denied"], await host.Codes(command, Actor.Of(Hosted.Eva)));
        }

        Assert.DoesNotContain((await host.Queries.FindAsync(Hosted.Agile, World.Host))!.Roles, r => r.Role == Role.Sponsor);
    }

    /// <summary>Who named themselves to stand in excuses nobody: the last facilitator still hands over first, and so does a stand-in whose time is over.</summary>
    [Fact]
    public async Task SelfNamedInterim_ExcusesNobody()
    {
        Hosted host = new();
        await host.Launch(Hosted.Agile);
        await host.Must(new StartFacilitationGrace(Hosted.Agile, Hosted.Ana), Hosted.Ana);
        Assert.Equal(["role.last-facilitator"], await host.Codes(new LeaveCommunity(Hosted.Agile, Hosted.Ana), Actor.Of(Hosted.Ana)));
        Assert.Equal(["role.last-facilitator"], await host.Codes(new ResignRole(Hosted.Agile, Hosted.Ana, Role.Facilitator), Actor.Of(Hosted.Ana)));

        Hosted late = new();
        await late.Launch(Hosted.Agile);
        await late.Must(new StartFacilitationGrace(Hosted.Agile, Hosted.Bo), Hosted.Ana);
        late.Clock.Advance(TimeSpan.FromDays(28));
        Assert.Equal(["role.last-facilitator"], await late.Codes(new LeaveCommunity(Hosted.Agile, Hosted.Ana), Actor.Of(Hosted.Ana)));
    }

    [Fact]
    public async Task Facilitators_DoNotReadHowMuchSomebodyTakesPart()
    {
        Hosted host = new();
        await host.Launch(Hosted.Agile);
        CommunityRecord record = CommunityRecord.Replay(Hosted.Agile, await host.Entries(Hosted.Agile));
        DateTimeOffset at = host.Clock.GetUtcNow();
        Change assessed = new(at, Actor.Policy("assess-participation/1"), Cause.Unstated, new ParticipationAssessed(Hosted.Bo, ParticipationLevel.Core, "participation/1", new(9, 9, 9)));
        await host.Journal.AppendAsync([Sealing.Batch(record, [assessed], at, new SeededSalts("x"))]);

        Membership own = (await host.Queries.MembershipAsync(Hosted.Agile, Hosted.Bo, Actor.Of(Hosted.Bo))).OrThrow();
        Assert.Equal(ParticipationLevel.Core, own.Participation!.Level);
        Assert.Null((await host.Queries.MembershipAsync(Hosted.Agile, Hosted.Bo, Actor.Of(Hosted.Ana))).OrThrow().Participation);
        Assert.DoesNotContain((await host.Queries.HistoryAsync(Hosted.Agile, Actor.Of(Hosted.Ana))).OrThrow(), e => e.Change.Fact is ParticipationAssessed);
        Assert.Contains((await host.Queries.HistoryAsync(Hosted.Agile, World.Host)).OrThrow(), e => e.Change.Fact is ParticipationAssessed);
    }

    [Fact]
    public async Task UndefinedValues_AreMisuse()
    {
        Hosted host = new();
        await host.Launch(Hosted.Agile, 3);

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => host.Codes(new SetJoinPolicy(Hosted.Agile, (JoinPolicy)77), Actor.Of(Hosted.Ana)));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => host.Codes(new NominateForRole(Hosted.Agile, Hosted.Bo, (Role)77), Actor.Of(Hosted.Ana)));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => host.Codes(new SetVisibility(Hosted.Agile, (Visibility)77, MemberListVisibility.Members), Actor.Of(Hosted.Ana)));
    }
}
