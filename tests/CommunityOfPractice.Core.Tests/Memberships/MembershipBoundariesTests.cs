using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using static CommunityOfPractice.Core.Tests.Memberships.MembershipWorld;

namespace CommunityOfPractice.Core.Tests.Memberships;

/// <summary>The very instant at which something begins or ends, and what a change of one thing leaves as it was.</summary>
public sealed class MembershipBoundariesTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    [Fact]
    public void Request_LastInstant_IsBeforeItExpires()
    {
        (MembershipCommand Answer, Actor By)[] answers =
            [(new ApproveRequest(Id, Ada), Host), (new DeclineRequest(Id, Ada, "full"), Host), (new WithdrawRequest(Id, Ada), Actor.Of(Ada)), (new SponsorRequest(Id, Ada), Actor.Of(Gus))];
        Assert.All(answers, row =>
        {
            MembershipWorld world = new MembershipWorld(JoinPolicy.ByRequest).Bring(Ada, MembershipStatus.Requested);
            world.Now = Day(30);
            Assert.Equal(["request.expired"], world.Do(row.Answer, row.By));
            world.Now -= Tick;
            Assert.Empty(world.Do(row.Answer, row.By));
        });
    }

    [Fact]
    public void Dates_ThatAreSetForNow_AreInThePast()
    {
        MembershipWorld world = new MembershipWorld().Bring(Ada, MembershipStatus.Active);
        Assert.Equal(["term.past"], world.Do(new SetMembershipTerm(Id, Ada, world.Now)));
        Assert.Equal(["pause.until-past"], world.Do(new PauseMembership(Id, Ada, world.Now)));
        world.Did(new SetMembershipTerm(Id, Ada, Day(1)));
        world.Now = Day(2); // the term is over, and no policy was applied yet
        Assert.Equal(["term.not-later"], world.Do(new ExtendMembershipTerm(Id, Ada, Day(2)), Host));
        Assert.Empty(world.Do(new ExtendMembershipTerm(Id, Ada, Day(2) + Tick), Host));
        Assert.Empty(world.Do(new PauseMembership(Id, Ada, Day(2) + Tick)));
    }

    [Fact]
    public void Dates_OfOneKind_LeaveTheOthers()
    {
        MembershipWorld world = new MembershipWorld().Bring(Ada, MembershipStatus.Active).Did(new SetMembershipTerm(Id, Ada, Day(60))).Fact(new LapseWarned(Ada, Day(14)));
        LapseWarning warning = new(Start, Day(14));
        Assert.Equal(new MembershipDates { TermEndsOn = Day(60), LapseWarning = warning }, world.Members[Ada].Dates);
        world.Did(new ExtendMembershipTerm(Id, Ada, Day(70)), Host);
        Assert.Equal(new MembershipDates { TermEndsOn = Day(70), LapseWarning = warning }, world.Members[Ada].Dates);
        world.Fact(new LapseWarningLifted(Ada));
        Assert.Equal(new MembershipDates { TermEndsOn = Day(70) }, world.Members[Ada].Dates);
        world.Did(new PauseMembership(Id, Ada, Day(5)));
        Assert.Equal(new MembershipDates { TermEndsOn = Day(70), PausedUntil = Day(5) }, world.Members[Ada].Dates);

        MembershipWorld warned = new MembershipWorld().Bring(Ada, MembershipStatus.Active).Fact(new LapseWarned(Ada, Day(14))).Did(new SetMembershipTerm(Id, Ada, Day(60)));
        Assert.Equal(new MembershipDates { TermEndsOn = Day(60), LapseWarning = warning }, warned.Members[Ada].Dates);
    }

    [Fact]
    public void NextDate_IsTheEarliest_WhicheverItIs()
    {
        MembershipDates dates = new() { PausedUntil = Day(4), LapseWarning = new(Start, Day(4)), TermEndsOn = Day(4) };
        Membership member = new(Ada) { Status = MembershipStatus.Active, MemberSince = Start };
        Assert.Null(member.NextDate);
        Assert.Equal(Day(3), (member with { Dates = dates with { PausedUntil = Day(3) } }).NextDate);
        Assert.Equal(Day(3), (member with { Dates = dates with { LapseWarning = new(Start, Day(3)) } }).NextDate);
        Assert.Equal(Day(3), (member with { Dates = dates with { TermEndsOn = Day(3) } }).NextDate);
        Assert.Equal(Day(4), (member with { Dates = new() { TermEndsOn = Day(4) } }).NextDate);
    }

    [Fact]
    public void Choices_OfOneKind_LeaveTheOthers()
    {
        ProcessingConsent analytics = new(ProcessingPurpose.Analytics, "data/1", "web"), matching = new(ProcessingPurpose.Matching, "data/1", "web");
        MembershipWorld world = new MembershipWorld().Bring(Ada, MembershipStatus.Active)
            .Did(new GiveConsent(Id, Ada, analytics)).Did(new MuteInvitations(Id, Ada)).Did(new ChooseAlumniListing(Id, Ada, true)).Did(new GiveConsent(Id, Ada, matching));
        MemberChoices all = new() { InvitationsMuted = true, ListedAsAlumni = true, Consents = [matching, analytics] };
        Assert.Equal(all, world.Members[Ada].Choices);
        world.Did(new UnmuteInvitations(Id, Ada));
        Assert.Equal(all with { InvitationsMuted = false }, world.Members[Ada].Choices);
        world.Did(new MuteInvitations(Id, Ada)).Did(new ChooseAlumniListing(Id, Ada, false));
        Assert.Equal(all with { ListedAsAlumni = false }, world.Members[Ada].Choices);
        world.Did(new WithdrawConsent(Id, Ada, ProcessingPurpose.Analytics));
        Assert.Equal(all with { ListedAsAlumni = false, Consents = [matching] }, world.Members[Ada].Choices);
    }

    [Fact]
    public void Consent_ToTheSameText_IsGivenOnceForEachPurpose()
    {
        MembershipWorld world = new MembershipWorld().Bring(Ada, MembershipStatus.Active).Did(new GiveConsent(Id, Ada, new(ProcessingPurpose.Matching, "data/1", "web")));
        Assert.Equal(["processing.exists"], world.Do(new GiveConsent(Id, Ada, new(ProcessingPurpose.Matching, "data/1", "chat"))));
        Assert.Empty(world.Do(new GiveConsent(Id, Ada, new(ProcessingPurpose.Analytics, "data/1", "web"))));
    }

    [Fact]
    public void Unblocked_StandWhereTheirPastPutsThem()
    {
        static MembershipStatus After(MembershipWorld world) => world.Bring(Ada, MembershipStatus.Blocked).Did(new UnblockPerson(Id, Ada, "settled"), Host).Members[Ada].Status;
        Assert.Equal(MembershipStatus.None, After(new MembershipWorld()));
        Assert.Equal(MembershipStatus.Alumni, After(new MembershipWorld().Bring(Ada, MembershipStatus.Alumni)));
        Assert.Equal(MembershipStatus.Removed, After(new MembershipWorld().Bring(Ada, MembershipStatus.Active)));
        Assert.Equal(MembershipStatus.Removed, After(new MembershipWorld().Bring(Ada, MembershipStatus.Removed)));
    }

    [Fact]
    public void Leaving_ForTheCommunitysReasons_IsForTheHost_WhenItIsSo()
    {
        (CommunityStatus Status, LeaveReason Reason)[] possible = [(CommunityStatus.Closed, LeaveReason.CommunityClosed), (CommunityStatus.Merged, LeaveReason.CommunityMerged)];
        foreach (CommunityStatus status in Enum.GetValues<CommunityStatus>())
        {
            foreach (LeaveReason reason in (LeaveReason[])[LeaveReason.CommunityClosed, LeaveReason.CommunityMerged])
            {
                MembershipWorld world = new MembershipWorld().Bring(Ada, MembershipStatus.Active);
                world.Setting = world.Setting with { Status = status };
                Assert.Equal(possible.Contains((status, reason)), world.Do(new LeaveCommunity(Id, Ada, reason), Host).Length == 0);
                Assert.NotEmpty(world.Do(new LeaveCommunity(Id, Ada, reason), Actor.Of(Ada)));
            }
        }
    }
}
