using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;
using static CommunityOfPractice.Core.Tests.Memberships.Stage;

namespace CommunityOfPractice.Core.Tests.Memberships;

/// <summary>Participation, nominations and copies of memberships, where little decides.</summary>
public sealed class MembershipEdgesTests
{
    [Fact]
    public void Promoted_IsWhoReachedAHigherLevel()
    {
        Stage stage = Active("f", "m");
        Assert.Equal((false, Start), Assess(ParticipationLevel.Peripheral, 0));
        Assert.Equal((true, Start.AddDays(7)), Assess(ParticipationLevel.Core, 7));
        Assert.Equal((false, Start.AddDays(14)), Assess(ParticipationLevel.Core, 14));
        Assert.Equal((false, Start.AddDays(21)), Assess(ParticipationLevel.Active, 21));

        (bool, DateTimeOffset) Assess(ParticipationLevel level, int day)
        {
            stage.At = Start.AddDays(day);
            stage.Happens(new ParticipationAssessed(P("m"), level, "1", ParticipationSignals.None), Actor.Policy("assess-participation/1"));
            return (stage.Members[P("m")].Participation!.Promoted, stage.Members[P("m")].Participation!.Since);
        }
    }

    [Fact]
    public void Newcomer_BeginsAtTheVeryInstant_AndOnlyMembersAreNew()
    {
        Membership member = Active("f").Members[P("f")];
        Assert.True(member.IsNewcomer(Start));
        Assert.True(member.IsNewcomer(Start.AddDays(30).AddTicks(-1)));
        Assert.False(member.IsNewcomer(Start.AddDays(2), new() { Newcomer = TimeSpan.FromDays(2) }));
        Assert.False((member with { Status = MembershipStatus.Alumni }).IsNewcomer(Start));
    }

    [Fact]
    public void OccasionalLevel_IsKeptByItsShare()
    {
        ParticipationPolicy policy = new() { OccasionalWeeks = 2, ActiveWeeks = 4, Demotion = 0.5 };
        Assert.Equal(ParticipationLevel.Occasional, policy.Assess(new(ParticipationLevel.Occasional, Start), new(1, 0, 0), Start.AddDays(90)));
        Assert.Equal(ParticipationLevel.Peripheral, policy.Assess(new(ParticipationLevel.Occasional, Start), new(0, 0, 0), Start.AddDays(90)));
    }

    [Fact]
    public void Unlocking_IsForOthers_AndNotForPolicies()
    {
        Stage stage = Active("f", "m");
        stage.Happens(new ParticipationAssessed(P("m"), ParticipationLevel.Core, "1", ParticipationSignals.None));
        Assert.Empty(stage.Do(new LockParticipation(Id, P("m"), "leave"), Host));
        Assert.Equal(["participation.own"], stage.Do(new UnlockParticipation(Id, P("m")), By("m")));
        Assert.Equal(["participation.by-policy"], stage.Do(new UnlockParticipation(Id, P("m")), Actor.Policy("x")));
    }

    [Fact]
    public void Undefined_IsMisuse()
    {
        Stage stage = Active("f", "m");
        Assert.Throws<ArgumentOutOfRangeException>(() => stage.Do(new ObjectToProcessing(Id, P("m"), (ProcessingPurpose)99), By("m")));
        Assert.Throws<ArgumentOutOfRangeException>(() => stage.Do(new LiftObjection(Id, P("m"), (ProcessingPurpose)99), By("m")));
        Assert.Throws<ArgumentOutOfRangeException>(() => stage.Do(new NominateForRole(Id, P("m"), (Role)99), By("f")));
        Assert.Equal("Fields", Assert.Throws<ArgumentNullException>(() => stage.Do(new SetMembershipFields(Id, P("m"), null!), Host)).ParamName);
    }

    [Fact]
    public void Objections_AreKeptInOrder_WhicheverCameFirst()
    {
        Stage stage = Active("f", "m");
        foreach (ProcessingPurpose purpose in Enum.GetValues<ProcessingPurpose>().Reverse())
        {
            Assert.Empty(stage.Do(new ObjectToProcessing(Id, P("m"), purpose), By("m")));
        }

        Assert.Equal(Enum.GetValues<ProcessingPurpose>().Order(), stage.Members[P("m")].Choices!.Objections);
    }

    [Fact]
    public void UndoLapse_LiftsAWarning_WhileTheMembershipHasNotLapsed()
    {
        Stage stage = Active("f", "m");
        stage.Happens(new LapseWarned(P("m"), Start.AddDays(9)), Actor.Policy("lapse-inactive/1"));
        Assert.Equal([new LapseWarningLifted(P("m"))], stage.Record.Decide(new UndoLapse(Id, P("m")), new(Start, By("m"))).OrThrow().Select(c => c.Fact));
        stage.Happens(new MemberLapsed(P("m")));
        Assert.Equal([new MemberReturned(P("m"))], stage.Record.Decide(new UndoLapse(Id, P("m")), new(Start, By("m"))).OrThrow().Select(c => c.Fact));
    }

    [Fact]
    public void WhoGoes_LosesNominationsAndLevel_WhoRestsKeepsThem()
    {
        foreach ((MembershipStatus status, bool kept) in ((MembershipStatus, bool)[])[(MembershipStatus.Paused, true), (MembershipStatus.Lapsed, true), (MembershipStatus.Alumni, false), (MembershipStatus.Removed, false), (MembershipStatus.Blocked, false)])
        {
            Stage stage = Active("f", "m");
            stage.Happens(new ParticipationAssessed(P("m"), ParticipationLevel.Core, "1", ParticipationSignals.None));
            stage.Happens(new RoleNominated(P("m"), Role.Mentor, null, AsSuccessor: false, Interim: false, null, Start.AddDays(9)));
            Membership after = stage.Members[P("m")].To(status, new(Start, Host, Cause.Unstated, new MembershipResumed(P("m"))));
            Assert.Equal((kept ? 1 : 0, kept), (after.Nominations.Count, after.Participation is not null));
        }
    }

    [Fact]
    public void Copies_GoTheirOwnWay_WithEverybodyInThem()
    {
        Stage stage = Active("f", "m", "n");
        stage.Happens(new MembershipPaused(P("n"), Start.AddDays(5), null));
        stage.Happens(new RoleNominated(P("m"), Role.Facilitator, null, AsSuccessor: true, Interim: false, null, Start.AddDays(9)));
        stage.Happens(new SuccessionAccepted(P("m"), Role.Facilitator, null), By("m"));
        Members copy = stage.Members.Copy();
        stage.Happens(new MembershipTermEnded(P("m")));
        stage.Happens(new MembershipTermEnded(P("n")));
        stage.Happens(new RoleEnded(P("f"), Role.Facilitator, null, RoleEndReason.Resigned));
        Assert.Equal((2, 1, 0), (copy.Count(MembershipStatus.Active), copy.Count(MembershipStatus.Paused), copy.Count(MembershipStatus.Alumni)));
        Assert.Equal([P("n")], copy.WithStatus(MembershipStatus.Paused).Select(m => m.Person));
        Assert.Equal([P("n")], copy.DueBy(Start.AddDays(5)).Select(m => m.Person));
        Assert.Equal(([P("f")], P("m")), (copy.Holders(Role.Facilitator).ToValueList(), copy.Successor(Role.Facilitator)));
        Assert.Equal([P("m")], copy.Nominees(Role.Facilitator));
        Assert.Equal((1, 0), (stage.Members.Count(MembershipStatus.Active), stage.Members.Nominees(Role.Facilitator).Count));
    }

    [Fact]
    public void Amended_IsTheOneNominationOnly()
    {
        Stage stage = Active("f", "m");
        foreach ((Role role, string? scope) in ((Role, string?)[])[(Role.Mentor, null), (Role.Mentor, "go"), (Role.DomainExpert, null)])
        {
            stage.Happens(new RoleNominated(P("m"), role, scope, AsSuccessor: true, Interim: false, null, Start.AddDays(9)));
        }

        stage.Happens(new NominationEndorsed(P("m"), Role.Mentor, null, P("f")));
        Assert.Equal([1, 0, 0], stage.Members[P("m")].Nominations.Select(n => n.Endorsers.Count));
        Assert.Equal(["consent.not-own-act"], stage.Do(new DeclineNomination(Id, P("m"), Role.Mentor), By("f")));
    }

    [Fact]
    public void Outlook_OfAStandIn_LeavesTheRoleWithoutASuccessor()
    {
        Stage stage = Active("f", "m", "g");
        stage.Happens(new RoleNominated(P("m"), Role.Facilitator, null, AsSuccessor: true, Interim: true, null, Start.AddDays(9)));
        stage.Happens(new SuccessionAccepted(P("m"), Role.Facilitator, null), By("m"));
        SuccessionOutlook outlook = Assert.Single(Succession.Outlook(stage.Members, stage.Community, Start));
        Assert.Equal((SuccessionOutcome.InterimStandsIn, P("m")), (outlook.Outcome, outlook.Successor));
        Assert.Equal([Role.Facilitator], outlook.RolesWithoutSuccessor);
        stage.Happens(new RoleAppointed(P("g"), Role.Facilitator));
        stage.Happens(new RoleAppointed(P("g"), Role.Mentor, "go"));
        stage.Happens(new RoleAppointed(P("f"), Role.Mentor));
        Assert.Equal([(null, "Mentor"), (null, "Mentor")], Succession.Outlook(stage.Members, stage.Community, Start).Select(o => (o.Successor, string.Join(' ', o.RolesWithoutSuccessor))));
        Assert.All(Succession.Outlook(stage.Members, stage.Community, Start, RoleCatalogue.Default), o => Assert.Equal(SuccessionOutcome.OthersGoOn, o.Outcome));
    }

    [Fact]
    public void Warnings_FollowTheCatalogue_AndAreSorted()
    {
        Stage stage = Active("f", "m", "n");
        stage.Happens(new RoleAppointed(P("m"), Role.Facilitator));
        Assert.DoesNotContain("succession.single-facilitator", Codes(RoleCatalogue.Default with { RecommendedFacilitators = 2 }));
        Assert.Contains("succession.single-facilitator", Codes(RoleCatalogue.Default with { RecommendedFacilitators = 3 }));
        foreach ((string person, Role role, string scope) in ((string, Role, string)[])[("n", Role.Mentor, "b"), ("m", Role.Mentor, "a"), ("m", Role.DomainExpert, "a")])
        {
            stage.Happens(new RoleAppointed(P(person), role, scope, TermEndsOn: Start.AddDays(3)));
        }

        Assert.Equal(["DomainExpert m", "Mentor m", "Mentor n"], Succession.Warnings(stage.Members, stage.Community, Start).Where(w => w.Code == "succession.term-ends").Select(w => $"{w.Role} {w.Person}"));
        Assert.DoesNotContain("succession.term-ends", Codes(RoleCatalogue.Default with { TermWarnings = [TimeSpan.FromDays(2)] }));

        IEnumerable<string> Codes(RoleCatalogue catalogue) => Succession.Warnings(stage.Members, stage.Community, Start, catalogue).Select(w => w.Code);
    }

    [Fact]
    public void Rosters_AreSorted_OpenPeriodsLast()
    {
        MembershipPeriod[] periods = [new(Id, P("a"), Start, Start.AddDays(1)), new(Id, P("a"), Start, Start.AddDays(1), Role.Mentor), new(Id, P("a"), Start), new(Id, P("b"), Start, Start.AddDays(1)), new(Id, P("a"), Start.AddDays(1))];
        MembershipPeriod[] expected = [periods[0], periods[1], periods[2], periods[3], periods[4]];
        Assert.Equal(expected, new Roster(Id, periods.ToValueList()).Periods);
        Assert.Equal(expected, new Roster(Id, periods.Reverse().ToValueList()).Periods);
    }
}
