using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
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
