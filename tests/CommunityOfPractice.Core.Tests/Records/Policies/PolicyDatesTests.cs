using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Memberships;
using static CommunityOfPractice.Core.Tests.Memberships.Stage;

namespace CommunityOfPractice.Core.Tests.Records;

/// <summary>Rules that wait for a date: not a tick before it, at it, and on which ground.</summary>
public sealed class PolicyDatesTests
{
    private const string Due = "2024-01-21T00:00:00Z";

    private static readonly DateTimeOffset On = Start.AddDays(20);

    private static readonly Row[] Rows =
    [
        new("end-break/1", s => s.Happens(new CommunityPaused(On, null)), ["PauseEnded"], "", $"paused-until={Due}"),
        new("expire-invitations/1", s => s.Happens(new MemberInvited(P("x"), On, null)), ["InvitationExpired"], "", $"expires-on={Due}"),
        new("expire-requests/1", s => s.Happens(new MembershipRequested(P("x"), Consent, [], On)), ["RequestExpired"], "", $"expires-on={Due}"),
        new("resume-paused/1", s => s.Happens(new MembershipPaused(P("m"), On, null)), ["MembershipResumed"], "", $"paused-until={Due}"),
        new("end-membership-terms/1", s => s.Happens(new MembershipTermSet(P("m"), On)), ["MembershipTermEnded"], "", $"term-ends-on={Due}"),
        new("end-role-terms/1", s => s.Happens(new RoleAppointed(P("m"), Role.Mentor, TermEndsOn: On)), ["RoleEnded"], "facilitation-grace-days=28", $"term-ends-on={Due}"),
        new("expire-nominations/1", s => s.Happens(new RoleNominated(P("m"), Role.Mentor, null, AsSuccessor: false, Interim: false, null, On)), ["NominationExpired"], "nomination-expiry-days=30", $"expires-on={Due}"),
        new("facilitation-grace/1", s => s.Happens(new FacilitationGraceStarted(On, null)), ["FacilitationGraceEnded"], "grace-days=28 notice-days=14", "active-facilitators=1"),
        new("expire-proposal/1", s => s.Place(c => c with { Status = CommunityStatus.Proposed, StatusSince = On.AddDays(-90) }), ["ProposalExpired"], "proposal-expiry-days=90", "last-interest=2023-10-23T00:00:00Z") { Empty = true },
    ];

    public static TheoryData<string> Rules => new(Rows.Select(r => r.Rule));

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_ActsAtItsDate_AndSaysOnWhatGround(string rule)
    {
        Row row = Rows.Single(r => r.Rule == rule);
        Stage stage = row.Empty ? new() : Active("f", "m");
        row.Arrange(stage);
        PolicyRun early = stage.Apply(On.AddTicks(-1));
        Assert.Empty(early.Changes);
        Assert.Equal(On, early.NextDue);

        // However late they are applied, it is of the day on which it was due.
        PolicyRun late = stage.Twin().Apply(On.AddDays(3)), run = stage.Apply(On);
        Assert.Equal(run.Changes, late.Changes);
        Assert.Equal(row.Facts, run.Changes.Select(c => c.Fact.GetType().Name));
        Assert.All(run.Changes, change =>
        {
            Assert.Equal((On, Actor.Policy(rule)), (change.OccurredAt, change.By));
            RuleGround ground = change.Because.Rule!;
            Assert.Equal((rule, row.Parameters, row.Evidence), (ground.RuleId, Text(ground.Parameters), Text(ground.Evidence)));
            Assert.Equal(PolicyRules.Standard.Single(r => r.Id == rule).VersionIn(PolicySet.Default), ground.PolicyVersion);
        });
        Assert.Empty(stage.Apply(On.AddDays(3)).Changes);
    }

    [Fact]
    public void SeveralDates_OfOnePerson_AreTakenInTheirOrder()
    {
        Stage stage = Active("f", "m");
        stage.Happens(new RoleAppointed(P("m"), Role.Mentor, "late", TermEndsOn: On.AddDays(2)));
        stage.Happens(new RoleAppointed(P("m"), Role.Mentor, "early", TermEndsOn: On));
        stage.Happens(new RoleAppointed(P("m"), Role.CoreGroup, TermEndsOn: On));
        stage.Happens(new RoleNominated(P("m"), Role.DomainExpert, "b", AsSuccessor: false, Interim: false, null, On.AddDays(1)));
        stage.Happens(new RoleNominated(P("m"), Role.DomainExpert, "a", AsSuccessor: false, Interim: false, null, On.AddDays(3)));
        Assert.Equal(
            ["0 CoreGroup ", "0 Mentor early", "1 DomainExpert b", "2 Mentor late", "3 DomainExpert a"],
            stage.Apply(On.AddDays(9)).Changes.Select(c => $"{(c.OccurredAt - On).TotalDays} {(c.Fact is RoleEnded e ? $"{e.Role} {e.Scope}" : c.Fact is NominationExpired n ? $"{n.Role} {n.Scope}" : "?")}"));
    }

    [Fact]
    public void Rules_ForMembersAndRunningCommunities_LeaveTheOthersAlone()
    {
        Stage stage = Active("f", "m");
        stage.Happens(new CommunityPaused(On, null));
        stage.Place(c => c with { Status = CommunityStatus.Dormant });
        Assert.Empty(stage.Apply(On.AddDays(1)).Changes);
        Stage alumna = Active("f", "m");
        alumna.Place("m", m => m with { Status = MembershipStatus.Alumni, Dates = new() { TermEndsOn = On, PausedUntil = On } });
        Assert.Empty(alumna.Apply(On.AddDays(1)).Changes);
    }

    [Fact]
    public void Grace_WithoutAFacilitator_IsNoticedInTimeAndEndsInDormancy()
    {
        Stage stage = Active("f", "m");
        stage.Happens(new RoleEnded(P("f"), Role.Facilitator, null, RoleEndReason.Resigned));
        PolicyRun begun = stage.Apply(Start.AddDays(1));
        Assert.Equal([new FacilitationGraceStarted(Start.AddDays(29), null)], begun.Changes.Select(c => c.Fact));
        Assert.Equal(Start.AddDays(15), begun.NextDue);
        PolicyRun noticed = stage.Apply(Start.AddDays(15));
        Assert.Equal([new DormancyNoticed(Start.AddDays(29), "no-facilitator")], noticed.Changes.Select(c => c.Fact));
        Assert.Equal("active-facilitators=0 grace-until=2024-01-30T00:00:00Z", Text(noticed.Changes[0].Because.Rule!.Evidence));
        Stage twin = stage.Twin();
        PolicyRun rests = stage.Apply(Start.AddDays(29));
        Assert.Equal([new CommunityBecameDormant("no-facilitator")], rests.Changes.Select(c => c.Fact));
        Assert.Equal("active-facilitators=0 grace-until=2024-01-30T00:00:00Z noticed-on=2024-01-16T00:00:00Z", Text(rests.Changes[0].Because.Rule!.Evidence));

        // Somebody who came to stay lifts the notice, and the grace ends at its date.
        twin.At = Start.AddDays(20);
        twin.Happens(new RoleAppointed(P("m"), Role.Facilitator));
        Assert.Equal([new DormancyNoticeLifted()], twin.Apply(Start.AddDays(20)).Changes.Select(c => c.Fact));
        Assert.Equal([new FacilitationGraceEnded()], twin.Apply(Start.AddDays(29)).Changes.Select(c => c.Fact));
    }

    private static string Text(IEnumerable<Field> fields) => string.Join(' ', fields.Select(f => $"{f.Name}={f.Value}"));

    private sealed record Row(string Rule, Action<Stage> Arrange, string[] Facts, string Parameters, string Evidence)
    {
        public bool Empty { get; init; }
    }
}
