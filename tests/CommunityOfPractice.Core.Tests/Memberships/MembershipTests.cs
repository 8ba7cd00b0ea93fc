using System.Reflection;
using System.Text.Json;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;
using static CommunityOfPractice.Core.Tests.Memberships.MembershipWorld;

namespace CommunityOfPractice.Core.Tests.Memberships;

public sealed class MembershipTests
{
    [Fact]
    public void Facts_RoundTripThroughJson()
    {
        MembershipFact[] facts = [.. EveryFact()];
        string[] expected = [.. typeof(MembershipFact).Assembly.GetTypes()
            .Where(t => t.IsAssignableTo(typeof(MembershipFact)) && !t.IsAbstract && MembershipTransitions.All.Any(r => Mentions(r, t))).Select(t => t.Name).Order()];
        Assert.Superset(expected.ToHashSet(), facts.Select(f => f.GetType().Name).ToHashSet());
        Assert.All(facts, fact => Assert.Equal(fact, JsonSerializer.Deserialize(JsonSerializer.Serialize(fact, fact.GetType()), fact.GetType())));
    }

    [Fact]
    public void Memberships_RoundTripThroughJson()
    {
        foreach (MembershipStatus status in Enum.GetValues<MembershipStatus>())
        {
            Membership membership = new MembershipWorld().Did(new MuteInvitations(Id, Ben)).Bring(Ada, status).Members[Ada] with
            {
                Fields = [new("a", "1")],
                Choices = new() { ListedAsAlumni = true, Consents = [new(ProcessingPurpose.Analytics, "data/1", "web")] },
                Sent = new(new DateOnly(2026, 2, 3), 4),
                Dates = new() { LapseWarning = new(Start, Day(3)), PausedUntil = Day(4), TermEndsOn = Day(5) },
            };
            Assert.Equal(membership, JsonSerializer.Deserialize<Membership>(JsonSerializer.Serialize(membership)));
        }
    }

    [Fact]
    public void FreeText_IsMarkedAsPersonal()
    {
        string[] texts = [.. typeof(MembershipFact).Assembly.GetTypes()
            .Where(t => EveryFact().Any(f => f.GetType() == t))
            .SelectMany(t => t.GetProperties())
            .Where(p => (p.PropertyType == typeof(string) || p.PropertyType == typeof(ValueList<Field>)) && p.GetCustomAttribute<PersonalDataAttribute>() is null)
            .Select(p => $"{p.DeclaringType!.Name}.{p.Name}")];
        Assert.Empty(texts);
    }

    [Fact]
    public void Misuse_Throws()
    {
        Assert.Throws<ArgumentException>(() => new MuteInvitations(Id, default));
        Assert.Throws<ArgumentException>(() => new MuteInvitations(Id, Ada) with { Person = default });
        Assert.Throws<ArgumentException>(() => new JoinConsent("", "web"));
        Assert.Throws<ArgumentException>(() => Consent with { Channel = "" });
        Assert.Throws<ArgumentException>(() => new ProcessingConsent(ProcessingPurpose.Matching, "x", ""));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProcessingConsent((ProcessingPurpose)7, "x", "web"));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DecideAppeal(Id, Ada, (AppealOutcome)7, "why"));
        Assert.Throws<ArgumentNullException>(() => new MembershipWorld().Do(new JoinCommunity(Id, Ada, null!)));
        Assert.Throws<ArgumentNullException>(() => new MembershipWorld().Do(new AcceptInvitation(Id, Ada, null!)));
        Assert.Throws<ArgumentNullException>(() => new MembershipWorld().Do(new RequestMembership(Id, Ada, null!, [])));
        Assert.Throws<ArgumentNullException>(() => new MembershipWorld().Do(new RequestMembership(Id, Ada, Consent, null!)));
        Assert.Throws<ArgumentNullException>(() => new MembershipWorld().Do(new AppealRemoval(Id, Ada, null!)));
        Assert.Throws<ArgumentNullException>(() => new MembershipWorld().Do(new GiveConsent(Id, Ada, null!)));
        Assert.Throws<ArgumentNullException>(() => new MembershipWorld().Do(new SetMembershipFields(Id, Ada, null!), Host));
    }

    [Fact]
    public void Invitation_LastInstant_IsBeforeItExpires()
    {
        MembershipWorld world = new MembershipWorld().Bring(Ada, MembershipStatus.Invited);
        world.Now = Day(30);
        Assert.Equal(["invitation.expired"], world.Do(new AcceptInvitation(Id, Ada, Consent)));
        Assert.Equal(["invitation.expired"], world.Do(new DeclineInvitation(Id, Ada)));
        Assert.Empty(world.Do(new InviteMember(Id, Ada), Host));
        world = new MembershipWorld().Bring(Ada, MembershipStatus.Invited);
        world.Now = Day(30).AddTicks(-1);
        Assert.Empty(world.Do(new AcceptInvitation(Id, Ada, Consent)));
    }

    [Fact]
    public void Invitation_Declined_IsNotRepeatedFor90Days()
    {
        MembershipWorld world = new MembershipWorld().Bring(Ada, MembershipStatus.Invited).Did(new DeclineInvitation(Id, Ada, "no time"));
        world.Now = Day(90).AddTicks(-1);
        Assert.Equal(["invitation.cool-off"], world.Do(new InviteMember(Id, Ada), Host));
        world.Now = Day(90);
        Assert.Empty(world.Do(new InviteMember(Id, Ada), Host));
    }

    [Fact]
    public void Invitations_OfOneMemberOnOneDay_AreLimited_TheHostsAreNot()
    {
        MembershipWorld world = new() { Policy = MembershipPolicy.Default with { MaxInvitationsPerDay = 2 } };
        world.Did(new InviteMember(Id, new("a")), Actor.Of(Gus)).Did(new InviteMember(Id, new("b")), Actor.Of(Gus));
        Assert.Equal(["invitation.rate-limit"], world.Do(new InviteMember(Id, new("c")), Actor.Of(Gus)));
        world.Did(new InviteMember(Id, new("c")), Host).Did(new InviteMember(Id, new("d")), Host).Did(new InviteMember(Id, new("e")), Host).Did(new InviteMember(Id, new("f")), Actor.Of(Fay));
        world.Now = new(2026, 1, 2, 0, 0, 0, TimeSpan.Zero);
        Assert.Empty(world.Do(new InviteMember(Id, new("g")), Actor.Of(Gus)));
    }

    [Fact]
    public void Refusal_NamesEveryUnmetGuard()
    {
        MembershipWorld world = new MembershipWorld(JoinPolicy.ByInvitation, CommunityStatus.Closed).Bring(Ada, MembershipStatus.Blocked);
        Assert.Equal(["consent.not-own-act", "community.not-open", "join.by-invitation", "membership.blocked"], world.Do(new JoinCommunity(Id, Ada, Consent), Host));
        Assert.Equal(["actor.not-in-charge", "membership.not-member", "reason.missing"], world.Do(new RemoveMember(Id, Ada, " "), Actor.Policy("low-score/1")));
    }

    [Fact]
    public void Request_OfSomebodyRemoved_FallsBackToRemoved()
    {
        MembershipWorld world = new MembershipWorld().Bring(Ada, MembershipStatus.Removed);
        Assert.Equal(["removal.cool-off"], world.Do(new RequestMembership(Id, Ada, Consent, [])));
        Assert.Equal(["membership.removed"], world.Do(new JoinCommunity(Id, Ada, Consent)));
        world.Now = Day(90).AddTicks(-1);
        Assert.Equal(["removal.cool-off"], world.Do(new RequestMembership(Id, Ada, Consent, [])));
        world.Now = Day(90);
        world.Did(new RequestMembership(Id, Ada, Consent, []));
        Assert.Equal(["membership.removed"], world.Do(new JoinCommunity(Id, Ada, Consent)));
        world.Did(new DeclineRequest(Id, Ada, "not yet"), Host);
        Assert.Equal(MembershipStatus.Removed, world.Members[Ada].Status);
        world.Now = Day(180).AddTicks(-1);
        Assert.Equal(["request.cool-off"], world.Do(new RequestMembership(Id, Ada, Consent, [])));
        world.Now = Day(180);
        world.Did(new RequestMembership(Id, Ada, Consent, [])).Did(new ApproveRequest(Id, Ada), Host);
        Assert.Null(world.Members[Ada].Removal);
        Assert.Empty(world.Do(new LeaveCommunity(Id, Ada)));
        Assert.Empty(world.Do(new JoinCommunity(Id, Ada, Consent)));
    }

    [Fact]
    public void Sponsors_WhoLeftMeanwhile_DoNotCount()
    {
        MembershipWorld world = new MembershipWorld(JoinPolicy.ByRequest, sponsors: 2).Bring(Ben, MembershipStatus.Active).Bring(Ada, MembershipStatus.Requested);
        world.Did(new SponsorRequest(Id, Ada), Actor.Of(Gus)).Did(new SponsorRequest(Id, Ada), Actor.Of(Ben)).Did(new PauseMembership(Id, Ben));
        Assert.Equal(["request.too-few-sponsors"], world.Do(new ApproveRequest(Id, Ada), Host));
        world.Did(new ResumeMembership(Id, Ben)).Did(new ApproveRequest(Id, Ada), Actor.Of(Fay));
        Assert.Equal(Consent, world.Members[Ada].Consent);
    }

    [Fact]
    public void Block_OfAMember_LeavesTheAppealOpen()
    {
        MembershipWorld world = new MembershipWorld().Bring(Ada, MembershipStatus.Active).Did(new BlockPerson(Id, Ada, "threats"), Actor.Of(Fay)).Did(new AppealRemoval(Id, Ada, "it was not me"));
        Assert.Equal(["appeal.own-decision", "membership.blocked"], world.Do(new DecideAppeal(Id, Ada, AppealOutcome.RemovalOverturned, "wrong person"), Actor.Of(Fay)));
        world.Did(new UnblockPerson(Id, Ada, "wrong person"), Host).Did(new DecideAppeal(Id, Ada, AppealOutcome.RemovalOverturned, "wrong person"), Host);
        Assert.Equal(MembershipStatus.Active, world.Members[Ada].Status);
        Assert.Equal(LeaveReason.Removed, Assert.Single(world.Members[Ada].History).Reason);
    }

    [Fact]
    public void Appeal_IsPossibleOnce_AndDecidedOnce()
    {
        MembershipWorld world = new MembershipWorld().Bring(Ada, MembershipStatus.Removed);
        Assert.Equal(["appeal.none"], world.Do(new DecideAppeal(Id, Ada, AppealOutcome.RemovalOverturned, "why"), Host));
        world.Now = Day(14);
        Assert.Equal(["appeal.too-late"], world.Do(new AppealRemoval(Id, Ada, "unfair")));
        world.Now = Day(14).AddTicks(-1);
        world.Did(new AppealRemoval(Id, Ada, "unfair")).Did(new DecideAppeal(Id, Ada, AppealOutcome.RemovalUpheld, "it stands"), Actor.Of(Fay));
        Assert.Equal(["appeal.none"], world.Do(new DecideAppeal(Id, Ada, AppealOutcome.RemovalOverturned, "after all"), Host));
        Assert.Equal(["appeal.exists"], world.Do(new AppealRemoval(Id, Ada, "again")));
    }

    [Fact]
    public void LeaveAndJoin_KeepBothStretches()
    {
        MembershipWorld world = new MembershipWorld().Bring(Ada, MembershipStatus.Active);
        world.Now = Day(10);
        world.Did(new LeaveCommunity(Id, Ada, LeaveReason.OrganisationExit), Host);
        world.Now = Day(20);
        world.Did(new JoinCommunity(Id, Ada, Consent));
        Assert.Equal([new PastPeriod(Start, Day(10), null) { Reason = LeaveReason.OrganisationExit }], world.Members[Ada].History);
        Assert.Equal(Day(20), world.Members[Ada].MemberSince);
        Assert.Equal([Ada, Fay, Gus], world.Members.MembersAt(Day(9)));
        Assert.Equal([Fay, Gus], world.Members.MembersAt(Day(10)));
        Assert.Equal([Ada, Fay, Gus], world.Members.ToRoster(Id).MembersAt(Day(20)));
        Assert.Equal([Fay], world.Members.ToRoster(Id).HoldersAt(Role.Facilitator, Day(20)));
    }

    [Fact]
    public void Alumni_AreListed_OnlyWhenTheyAskedForIt()
    {
        MembershipWorld world = new MembershipWorld().Bring(Ada, MembershipStatus.Alumni).Bring(Ben, MembershipStatus.Alumni).Bring(Cleo, MembershipStatus.Active);
        world.Did(new ChooseAlumniListing(Id, Ben, true)).Did(new ChooseAlumniListing(Id, Cleo, true));
        Assert.Equal([Ben], world.Members.ListedAlumni().Select(m => m.Person));
        world.Did(new LeaveCommunity(Id, Cleo)).Did(new ChooseAlumniListing(Id, Ben, false));
        Assert.Equal([Cleo], world.Members.ListedAlumni().Select(m => m.Person));
    }

    [Fact]
    public void ProcessingConsent_IsApartFromMembership()
    {
        MembershipWorld world = new MembershipWorld().Bring(Ada, MembershipStatus.Active);
        Assert.False(world.Members[Ada].Allows(ProcessingPurpose.Matching));
        world.Did(new GiveConsent(Id, Ada, new(ProcessingPurpose.Matching, "data/1", "web"))).Did(new GiveConsent(Id, Ada, new(ProcessingPurpose.Matching, "data/2", "web")));
        Assert.Equal("data/2", Assert.Single(world.Members[Ada].Choices!.Consents).TextVersion);
        Assert.False(world.Members[Ada].Allows(ProcessingPurpose.Analytics));
        world.Did(new WithdrawConsent(Id, Ada, ProcessingPurpose.Matching));
        Assert.Equal(MembershipStatus.Active, world.Members[Ada].Status);
        Assert.False(world.Members[Ada].Allows(ProcessingPurpose.Matching));
    }

    [Fact]
    public void Lapse_IsMarkedWarnedAndUndone()
    {
        MembershipWorld world = new MembershipWorld().Bring(Ada, MembershipStatus.Active).Fact(new LapseWarned(Ada, Day(14)));
        Assert.Equal(new LapseWarning(Start, Day(14)), world.Members[Ada].LapseWarning);
        Assert.Equal([Ada], world.Members.DueBy(Day(14)).Select(m => m.Person));
        Assert.Empty(world.Members.DueBy(Day(14).AddTicks(-1)));
        world.Did(new UndoLapse(Id, Ada));
        Assert.Null(world.Members[Ada].Dates);
        world.Fact(new LapseWarned(Ada, Day(14))).Fact(new MemberLapsed(Ada)).Did(new UndoLapse(Id, Ada));
        Assert.Equal((MembershipStatus.Active, Start), (world.Members[Ada].Status, world.Members[Ada].MemberSince));
        Assert.Empty(world.Members[Ada].History);
    }

    [Fact]
    public void Lapsed_ComeBackWithoutApproval_InAnyCommunity()
    {
        foreach (JoinPolicy policy in Enum.GetValues<JoinPolicy>())
        {
            Assert.Empty(new MembershipWorld(policy).Bring(Ada, MembershipStatus.Lapsed).Do(new JoinCommunity(Id, Ada, Consent)));
            Assert.Empty(new MembershipWorld(policy).Bring(Ada, MembershipStatus.Lapsed).Do(new ReturnFromLapse(Id, Ada)));
        }
    }

    [Fact]
    public void Term_OfSomebodyElse_IsNoRemovalWithoutAppeal()
    {
        MembershipWorld world = new MembershipWorld().Bring(Ada, MembershipStatus.Active);
        Assert.Equal(["term.too-soon"], world.Do(new SetMembershipTerm(Id, Ada, Day(30).AddTicks(-1)), Host));
        world.Did(new SetMembershipTerm(Id, Ada, Day(30).ToOffset(TimeSpan.FromHours(5))), Host);
        Assert.Equal(TimeSpan.Zero, world.Members[Ada].TermEndsOn!.Value.Offset);
        Assert.Equal(["term.not-later"], world.Do(new ExtendMembershipTerm(Id, Ada, Day(30)), Host));
        world.Did(new ExtendMembershipTerm(Id, Ada, Day(31)), Actor.Of(Fay)).Did(new PauseMembership(Id, Ada, Day(3)));
        Assert.Equal((Day(3), Day(31)), (world.Members[Ada].NextDate!.Value, world.Members[Ada].TermEndsOn!.Value));
        world.Did(new ExtendMembershipTerm(Id, Ada, null), Host).Fact(new MembershipResumed(Ada));
        Assert.Null(world.Members[Ada].Dates);
        Assert.Empty(world.Do(new SetMembershipTerm(Id, Ada, Day(1))));
    }

    [Fact]
    public void Erased_LeaveCountsAndHistoryOnly()
    {
        MembershipWorld world = new MembershipWorld().Bring(Ada, MembershipStatus.Alumni).Did(new ChooseAlumniListing(Id, Ada, true)).Did(new SetMembershipFields(Id, Ada, [new("badge", "7")]), Host).Did(new JoinCommunity(Id, Ada, Consent));
        world.Now = Day(5);
        world.Fact(Erasure(Ada));
        Assert.Equal(
            new Membership(Ada)
            {
                Status = MembershipStatus.Erased,
                Since = Day(5),
                History = [new PastPeriod(Start, Start, null) { Reason = LeaveReason.Choice }, new PastPeriod(Start, Day(5), null) { Reason = LeaveReason.Erased }],
            },
            world.Members[Ada]);
        Assert.Equal(1, world.Members.Count(MembershipStatus.Erased));
        Assert.False(world.Fact(Erasure(Ben)).Members.Knows(Ben));
    }

    [Fact]
    public void RolesOfMembers_EndWithBeingActive_TheSponsorsDoesNot()
    {
        foreach (MembershipFact end in (MembershipFact[])[new MembershipPaused(Ada, null, null), new MemberLapsed(Ada), new MemberLeft(Ada, LeaveReason.Choice, null), Erasure(Ada)])
        {
            MembershipWorld world = new MembershipWorld().Bring(Ada, MembershipStatus.Active);
            Membership before = world.Members[Ada];
            world.Members.Put(before, before with { Roles = [new(Role.Sponsor, Start), new(Role.Mentor, Start)] });
            world.Fact(end);
            Assert.Equal(end is MemberErased ? [] : [Role.Sponsor], world.Members[Ada].Roles.Select(r => r.Role));
            Assert.Empty(world.Members.Holders(Role.Mentor));
            Assert.Contains(new PastPeriod(Start, Start, Role.Mentor), world.Members[Ada].History);
        }
    }

    [Fact]
    public void LastFacilitator_IsHeld()
    {
        MembershipWorld world = new();
        Assert.Equal(["role.last-facilitator"], world.Do(new LeaveCommunity(Id, Fay)));
        Assert.Equal(["role.last-facilitator"], world.Do(new PauseMembership(Id, Fay)));
        Assert.Equal(["role.last-facilitator"], world.Do(new RemoveMember(Id, Fay, "why"), Host));
        Assert.Equal(["role.last-facilitator"], world.Do(new BlockPerson(Id, Fay, "why"), Host));
    }

    [Fact]
    public void Record_DecidesAndFolds()
    {
        CommunityRecord record = new(Id);
        record.Apply(new(Start, Host, Cause.Unstated, new CommunityLaunched(Start)));
        foreach (Change change in record.Decide(new JoinCommunity(Id, Ada, Consent), new(Start, Actor.Of(Ada))).OrThrow())
        {
            record.Apply(change);
        }

        Assert.Equal(1, record.Members.Count(MembershipStatus.Active));
        Assert.Equal(["membership.exists"], record.Decide(new JoinCommunity(Id, Ada, Consent), new(Start, Actor.Of(Ada))).Match<string[]>(_ => [], r => [.. r.Reasons.Select(x => x.Code)]));
        Assert.True(record.Members.Knows(Ada));
        Assert.False(record.Members.Knows(Ben));
    }

    [Fact]
    public void Policy_Problems_AreAllListed()
    {
        Assert.Empty(MembershipPolicy.Default.Problems());
        MembershipPolicy broken = new()
        {
            Version = " ",
            InvitationExpiry = default,
            RequestExpiry = default,
            LapseAfter = default,
            AppealWindow = default,
            InvitationCoolOff = -TimeSpan.FromTicks(1),
            RequestCoolOff = -TimeSpan.FromTicks(1),
            RemovalCoolOff = -TimeSpan.FromTicks(1),
            LapseNotice = -TimeSpan.FromTicks(1),
            TermNotice = -TimeSpan.FromTicks(1),
            MaxInvitationsPerDay = -1,
            RequiredSponsors = -1,
        };
        Assert.Equal(["policy.version-missing", .. Enumerable.Repeat("policy.not-positive", 4), .. Enumerable.Repeat("policy.negative", 7)], broken.Problems().Select(p => p.Code));
        Assert.Equal(["policy.notice-too-long"], (MembershipPolicy.Default with { LapseNotice = TimeSpan.FromDays(365) }).Problems().Select(p => p.Code));
        MembershipPolicy none = MembershipPolicy.Default with { InvitationCoolOff = default, RequestCoolOff = default, RemovalCoolOff = default, LapseNotice = default, TermNotice = default, MaxInvitationsPerDay = 0 };
        Assert.Empty(none.Problems());
    }

    [Fact]
    public void Dates_BeyondTheCalendar_StopAtItsEnd()
    {
        MembershipWorld world = new() { Now = DateTimeOffset.MaxValue.AddDays(-1) };
        Assert.Equal(DateTimeOffset.MaxValue, world.Bring(Ada, MembershipStatus.Invited).Members[Ada].InvitationExpiresOn);
    }

    private static bool Mentions(MembershipTransition row, Type fact) => row.Trigger == fact.Name;

    private static IEnumerable<MembershipFact> EveryFact() =>
    [
        new MemberInvited(Ada, Day(30), "come"), new InvitationDeclined(Ada, Day(90), null), new InvitationWithdrawn(Ada), new InvitationExpired(Ada),
        new MembershipRequested(Ada, Consent, [new("why", "to learn")], Day(30)), new RequestSponsored(Ada, Ben), new RequestDeclined(Ada, "full", Day(90)), new RequestWithdrawn(Ada), new RequestExpired(Ada),
        new MemberJoined(Ada, Consent), new MembershipPaused(Ada, Day(3), "baby"), new MembershipPaused(Ada, null, null), new MembershipResumed(Ada), new LapseWarned(Ada, Day(14)), new LapseWarningLifted(Ada), new MemberLapsed(Ada), new MemberReturned(Ada),
        new MemberLeft(Ada, LeaveReason.OrganisationExit, "bye"), new AlumniListingChosen(Ada, true), new AlumnusRecorded(Ada), new MemberRemoved(Ada, "why", Day(14), Day(90)), new RemovalAppealed(Ada, "unfair"), new RemovalUpheld(Ada, "no"), new RemovalOverturned(Ada, "yes"),
        new PersonBlocked(Ada, "why"), new PersonUnblocked(Ada, "why"), new MembershipTermSet(Ada, Day(60)), new MembershipTermExtended(Ada, null), new MembershipTermEnded(Ada),
        new ProcessingConsentGiven(Ada, new(ProcessingPurpose.Matching, "data/1", "web")), new ProcessingConsentWithdrawn(Ada, ProcessingPurpose.Analytics),
        new InvitationsMuted(Ada), new InvitationsUnmuted(Ada), new MembershipFieldsSet(Ada, [new("a", "1")]), Erasure(Ada),
    ];
}
