using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Memberships;
using CommunityOfPractice.Core.Vocabulary;
using static CommunityOfPractice.Core.Tests.Memberships.Stage;

namespace CommunityOfPractice.Core.Tests.Records;

/// <summary>What a single rule says at one instant, without the walk that would ask it again.</summary>
public sealed class RuleStepsTests
{
    private static readonly DateTimeOffset On = Start.AddDays(20);
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);
    private static readonly TimeWindow Known = new(Start, Start.AddDays(4000));

    private static readonly (string Rule, string? Person, Action<Stage> Arrange)[] Dated =
    [
        ("end-break/1", null, s => s.Happens(new CommunityPaused(On, null))),
        ("expire-invitations/1", "x", s => s.Happens(new MemberInvited(P("x"), On, null))),
        ("expire-requests/1", "x", s => s.Happens(new MembershipRequested(P("x"), Consent, [], On))),
        ("resume-paused/1", "m", s => s.Happens(new MembershipPaused(P("m"), On, null))),
        ("end-membership-terms/1", "m", s => s.Happens(new MembershipTermSet(P("m"), On))),
        ("end-role-terms/1", "m", s => s.Happens(new RoleAppointed(P("m"), Role.Mentor, TermEndsOn: On))),
        ("expire-nominations/1", "m", s => s.Happens(new RoleNominated(P("m"), Role.Mentor, null, AsSuccessor: false, Interim: false, null, On))),
        ("facilitation-grace/1", null, s => s.Happens(new FacilitationGraceStarted(On, null))),
        ("purpose-review-overdue/1", null, s => s.Place(c => c with { NextReviewOn = On })),
        ("expire-proposal/1", null, s => s.Place(c => c with { Status = CommunityStatus.Proposed, StatusSince = On.AddDays(-90) })),
    ];

    public static TheoryData<string> Rules => new(Dated.Select(d => d.Rule));

    [Theory]
    [MemberData(nameof(Rules))]
    public void ATickBefore_ItIsLater_AtTheDateItActs(string rule)
    {
        (_, string? person, Action<Stage> arrange) = Dated.Single(d => d.Rule == rule);
        Stage stage = rule == "expire-proposal/1" ? new() : Active("f", "m");
        arrange(stage);
        Assert.Equal(PolicyStep.Later(On), Ask(stage, rule, person, On - Tick));
        PolicyStep step = Ask(stage, rule, person, On)!;
        Assert.Equal((On, true), (step.Due, step.Facts.Count > 0));
        Assert.Equal(step with { }, Ask(stage, rule, person, On.AddDays(3)));
    }

    [Fact]
    public void LapseInactive_WarnsInTime_AndLapsesWhenTheWarningHasRun()
    {
        Stage stage = Active("f", "m");
        DateTimeOffset warned = Start.AddDays(351), lapses = Start.AddDays(365);
        Assert.Equal(PolicyStep.Later(warned), Lapse(warned - Tick, Known));
        PolicyStep step = Lapse(warned, Known)!;
        Assert.Equal((true, "last-seen"), (step.IsNotice, step.Evidence[0].Name));
        Assert.Equal("quiet-since", Lapse(warned.AddDays(3), new(Start.AddDays(3), Known.Until))!.Evidence[0].Name);
        Assert.Equal([new LapseWarned(P("m"), lapses)], step.Facts);
        Assert.NotNull(Lapse(warned, new(Start, warned)));
        Assert.Null(Lapse(warned, new(Start, warned - Tick)));
        ActivityLog seen = Log(("m", 5));
        Assert.Equal("last-seen", Lapse(warned.AddDays(5), Known, seen)!.Evidence[0].Name);
        Assert.Equal(PolicyStep.Later(warned.AddDays(5)), Lapse(warned, Known, seen));

        stage.At = warned;
        stage.Happens(new LapseWarned(P("m"), lapses), Actor.Policy("lapse-inactive/1"));
        Assert.Equal(PolicyStep.Later(lapses), Lapse(lapses - Tick, Known));
        Assert.Equal([new MemberLapsed(P("m"))], Lapse(lapses, Known)!.Facts);
        Assert.Equal([new MemberLapsed(P("m"))], Lapse(lapses, new(Start, lapses))!.Facts);
        Assert.Null(Lapse(lapses, new(Start, lapses - Tick)));
        Assert.Equal([new LapseWarningLifted(P("m"))], Lapse(lapses, Known, Log(("m", 352)))!.Facts);
        Assert.Equal([new MemberLapsed(P("m"))], Lapse(lapses, Known, Log(("m", 351)))!.Facts);
        Assert.Equal(PolicyStep.Later(Start.AddDays(353)), Lapse(warned, Known, Log(("m", 353))));
        Assert.Equal(PolicyStep.Later(lapses), Lapse(warned, Known, Log(("m", 365))));
        Assert.Equal(PolicyStep.Later(lapses), Lapse(warned, Known, Log(("m", 370))));
        Assert.Equal(PolicyStep.Later(lapses), Lapse(warned, new(Start, lapses)));
        Assert.Null(Lapse(warned, new(Start, lapses - Tick)));
        stage.Place("m", m => m with { Status = MembershipStatus.Paused });
        Assert.Null(Lapse(lapses, Known));
        stage.Place("m", m => m with { Status = MembershipStatus.Active });
        stage.Place(c => c with { Status = CommunityStatus.Dormant });
        Assert.Null(Lapse(lapses, Known));

        PolicyStep? Lapse(DateTimeOffset at, TimeWindow known, ActivityLog? log = null) => Ask(stage, "lapse-inactive/1", "m", at, known, log ?? Log(("f", 1)));
    }

    [Fact]
    public void NoInteraction_NoticesInTime_AndRestsWhenTheNoticeHasRun()
    {
        Stage stage = Active("f", "m");
        stage.Policies = PolicyScenes.Quick;
        DateTimeOffset notice = Start.AddDays(34), rests = Start.AddDays(40);
        Assert.Equal(PolicyStep.Later(notice), Next(notice - Tick, Known));
        PolicyStep step = Next(notice, Known)!;
        Assert.Equal((notice, true, "last-interaction"), (step.Due, step.IsNotice, step.Evidence[0].Name));
        Assert.Equal("quiet-since", Next(notice.AddDays(3), new(Start.AddDays(3), Known.Until))!.Evidence[0].Name);
        Assert.Equal([new DormancyNoticed(rests, "no-interaction")], step.Facts);
        Assert.NotNull(Next(notice, new(Start, notice)));
        Assert.Null(Next(notice, new(Start, notice - Tick)));
        Assert.Equal("last-interaction", Next(notice.AddDays(5), Known, Log(("m", 5)))!.Evidence[0].Name);
        stage.Place(c => c with { PausedUntil = Start.AddDays(36) });
        Assert.Equal(PolicyStep.Later(Start.AddDays(36)), Next(notice, Known));
        Assert.NotEmpty(Next(Start.AddDays(36), Known)!.Facts);
        stage.Place(c => c with { PausedUntil = null });

        stage.At = notice;
        stage.Happens(new DormancyNoticed(rests, "no-interaction"), Actor.Policy("no-interaction/1"));
        Assert.Equal(PolicyStep.Later(rests), Next(rests - Tick, Known));
        Assert.Equal([new CommunityBecameDormant("no-interaction")], Next(rests, Known)!.Facts);
        Assert.Equal([new CommunityBecameDormant("no-interaction")], Next(rests, new(Start, rests))!.Facts);
        Assert.Null(Next(rests, new(Start, rests - Tick)));
        Assert.Equal([new DormancyNoticeLifted()], Next(rests, Known, Log(("m", 35)))!.Facts);
        Assert.Equal([new CommunityBecameDormant("no-interaction")], Next(rests, Known, Log(("m", 34)))!.Facts);
        Assert.Equal(PolicyStep.Later(Start.AddDays(36)), Next(notice, Known, Log(("m", 36))));
        stage.Place(c => c with { PausedUntil = Start.AddDays(90) });
        Assert.Equal([new DormancyNoticeLifted()], Next(rests, Known)!.Facts);
        stage.Place(c => c with { PausedUntil = null, DormancyNotice = new(notice, rests, "Nobody comes.") });
        Assert.Null(Next(rests, Known));

        PolicyStep? Next(DateTimeOffset at, TimeWindow known, ActivityLog? log = null) => Ask(stage, "no-interaction/1", null, at, known, log ?? Log(("f", 0)));
    }

    [Fact]
    public void FacilitationGrace_WaitsForSomebodyWhoStays()
    {
        Stage stage = Active("f", "m", "n");
        stage.Happens(new RoleEnded(P("f"), Role.Facilitator, null, RoleEndReason.Resigned));
        stage.Happens(new FacilitationGraceStarted(Start.AddDays(28), P("m")));
        stage.Happens(new RoleAppointed(P("m"), Role.Facilitator, Interim: true));
        stage.Happens(new RoleAppointed(P("m"), Role.Mentor));
        Assert.Equal(PolicyStep.Later(Start.AddDays(14)), Next(13));
        Assert.Equal([new DormancyNoticed(Start.AddDays(28), "no-facilitator")], Next(14)!.Facts);
        stage.At = Start.AddDays(14);
        stage.Happens(new DormancyNoticed(Start.AddDays(28), "no-facilitator"), Actor.Policy("facilitation-grace/1"));
        Assert.Equal(PolicyStep.Later(Start.AddDays(28)), Next(27));
        Assert.Null(Next(28));
        stage.Happens(new RoleAppointed(P("n"), Role.Facilitator));
        stage.Happens(new RoleAppointed(P("n"), Role.Mentor));
        Assert.Equal([new DormancyNoticeLifted()], Next(15)!.Facts);
        stage.Place("n", n => n with { Status = MembershipStatus.Paused });
        Assert.Equal(PolicyStep.Later(Start.AddDays(28)), Next(15));
        stage.Place("m", m => m with { Status = MembershipStatus.Paused });
        Assert.Equal([new CommunityBecameDormant("no-facilitator")], Next(28)!.Facts);
        stage.Place(c => c with { DormancyNotice = new(Start, Start.AddDays(30), "Nobody comes.") });
        Assert.Equal(PolicyStep.Later(Start.AddDays(30)), Next(29));
        Assert.Equal([new CommunityBecameDormant("no-facilitator")], Next(30)!.Facts);
        stage.Place("m", m => m with { Status = MembershipStatus.Active });
        Assert.Null(Next(30));

        PolicyStep? Next(double day) => Ask(stage, "facilitation-grace/1", null, Start.AddDays(day));
    }

    [Fact]
    public void AssessParticipation_BeginsWhenTheWindowIsKnown_AndRestsWhereNobodyContributes()
    {
        Stage stage = Active("f", "m");
        stage.Policies = PolicyScenes.Quick;
        ActivityLog log = Log(("f", 0), ("m", 30));
        DateTimeOffset monday = Start.AddDays(21);
        PolicyStep first = Next("m", Start.AddDays(23), Known)!;
        Assert.Equal((monday, false), (first.Due, first.IsNotice));
        Assert.Equal([new ParticipationAssessed(P("m"), ParticipationLevel.Peripheral, stage.Policies.Participation.Version, ParticipationSignals.None)], first.Facts);
        Assert.NotNull(Next("m", Start.AddDays(23), new(Start, monday)));
        Assert.Null(Next("m", Start.AddDays(23), new(Start, monday - Tick)));

        // what is known begins in the second week of the journal: its window of three weeks is whole at the beginning of the sixth
        Assert.Equal(PolicyStep.Later(Start.AddDays(35)), Next("m", Start.AddDays(23), new(Start.AddDays(8), Known.Until)));
        stage.Happens(new ParticipationAssessed(P("m"), ParticipationLevel.Peripheral, "1", ParticipationSignals.None));
        Assert.Equal(PolicyStep.Later(Start.AddDays(35)), Next("m", Start.AddDays(23), Known));
        ActivityLog addressed = ActivityLog.Of([new(Id, P("f"), Start.AddDays(9), Act.Post) { To = [P("m")] }]).OrThrow();
        Assert.Equal(PolicyStep.Later(Start.AddDays(28)), Next("m", Start.AddDays(23), Known, addressed));
        stage.Place("m", m => m with { Participation = new(ParticipationLevel.Active, Start) });
        Assert.Equal(PolicyStep.Later(Start.AddDays(28)), Next("m", Start.AddDays(23), Known, Log(("m", 9))));
        stage.Place("m", m => m with { Participation = new(ParticipationLevel.Core, Start, Locked: true) });
        Assert.Null(Next("m", Start.AddDays(23), Known));
        stage.Place("m", m => m with { Participation = null, Since = Start.AddDays(22) });
        Assert.Equal(PolicyStep.Later(Start.AddDays(28)), Next("m", Start.AddDays(23), Known));
        stage.Place("m", m => m with { Since = Start, Status = MembershipStatus.Paused });
        Assert.Null(Next("m", Start.AddDays(23), Known));
        stage.Place("m", m => m with { Status = MembershipStatus.Active });
        stage.Place(c => c with { Status = CommunityStatus.Dormant });
        Assert.Null(Next("m", Start.AddDays(23), Known));

        PolicyStep? Next(string person, DateTimeOffset at, TimeWindow known, ActivityLog? other = null) => Ask(stage, "assess-participation/1", person, at, known, other ?? log);
    }

    private static PolicyStep? Ask(Stage stage, string rule, string? person, DateTimeOffset at, TimeWindow? known = null, ActivityLog? log = null)
    {
        PolicyView view = new(stage.Community, stage.Members, stage.Record.Practice, stage.Record.LatestAt, at, stage.Policies, stage.Evidence(log, known));
        IPolicyRule one = PolicyRules.Standard.Single(r => r.Id == rule);
        return person is null ? one.NextForCommunity(view) : one.NextForMember(view, stage.Members[P(person)]);
    }

    private static ActivityLog Log(params (string Person, double Day)[] posts) => ActivityLog.Of(posts.Select(p => new Activity(Id, P(p.Person), Start.AddDays(p.Day), Act.Post))).OrThrow();
}
