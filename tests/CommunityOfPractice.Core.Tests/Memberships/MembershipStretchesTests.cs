using CommunityOfPractice.Core.Memberships;
using static CommunityOfPractice.Core.Tests.Memberships.MembershipWorld;

namespace CommunityOfPractice.Core.Tests.Memberships;

/// <summary>A roster tells leave, lapses and reasons.</summary>
public sealed class MembershipStretchesTests
{
    [Fact]
    public void Roster_OfAMemberWithLeaveAndExit_HasAStretchForEach()
    {
        MembershipWorld world = new MembershipWorld().Bring(Ada, MembershipStatus.Active);
        At(world, 10).Did(new PauseMembership(Id, Ada));
        At(world, 20).Did(new ResumeMembership(Id, Ada));
        At(world, 30).Fact(new MemberLapsed(Ada), Rule);
        Assert.Equal(Of(world), [(0, 10, MembershipStatus.Active, null), (10, 20, MembershipStatus.Paused, null), (20, 30, MembershipStatus.Active, null), (30, null, MembershipStatus.Lapsed, null)]);
        At(world, 40).Did(new ReturnFromLapse(Id, Ada));
        At(world, 50).Did(new LeaveCommunity(Id, Ada, LeaveReason.OrganisationExit), Host);
        At(world, 60).Did(new JoinCommunity(Id, Ada, Consent));
        Assert.Equal(
            Of(world),
            [
                (0, 10, MembershipStatus.Active, null), (10, 20, MembershipStatus.Paused, null), (20, 30, MembershipStatus.Active, null), (30, 40, MembershipStatus.Lapsed, null),
                (40, 50, MembershipStatus.Active, LeaveReason.OrganisationExit), (60, null, MembershipStatus.Active, null),
            ]);
        Assert.Equal([new(Day(10), Day(20), MembershipStatus.Paused), new(Day(30), Day(40), MembershipStatus.Lapsed)], world.Members[Ada].Absences);
    }

    [Fact]
    public void Roster_OfSomebodyWhoLeftOnLeave_EndsWithTheLeave()
    {
        MembershipWorld world = new MembershipWorld().Bring(Ada, MembershipStatus.Active);
        At(world, 10).Did(new PauseMembership(Id, Ada));
        At(world, 20).Did(new LeaveCommunity(Id, Ada));
        Assert.Equal(Of(world), [(0, 10, MembershipStatus.Active, null), (10, 20, MembershipStatus.Paused, LeaveReason.Choice)]);
    }

    [Fact]
    public void Erasure_OfAMemberOnLeave_KeepsTheStretches()
    {
        MembershipWorld world = new MembershipWorld().Bring(Ada, MembershipStatus.Active);
        At(world, 10).Did(new PauseMembership(Id, Ada));
        At(world, 20).Fact(Erasure(Ada), Host);
        Assert.Equal(Of(world), [(0, 10, MembershipStatus.Active, null), (10, 20, MembershipStatus.Paused, LeaveReason.Erased)]);
    }

    private static MembershipWorld At(MembershipWorld world, double day)
    {
        world.Now = Day(day);
        return world;
    }

    private static IEnumerable<(int From, int? Until, MembershipStatus Status, LeaveReason? Reason)> Of(MembershipWorld world) => world.Members.ToRoster(Id).Periods
        .Where(p => p.Person == Ada && p.Role is null)
        .Select(p => ((int)(p.From - Start).TotalDays, p.Until is { } until ? (int?)(until - Start).TotalDays : null, p.Status, p.Reason));
}
