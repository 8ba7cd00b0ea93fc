using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Memberships;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;
using static CommunityOfPractice.Core.Tests.Memberships.Stage;

namespace CommunityOfPractice.Core.Tests.Records;

public sealed class PolicyDryRunTests
{
    private static readonly DateTimeOffset End = Start.AddDays(160);

    [Property(MaxTest = 40)]
    public void ByTheDay_ItIsWhatApplyingDailyWouldHaveMade_AndNothingIsWritten(int seed)
    {
        Random random = new(seed);
        Stage stage = PolicyScenes.Random(random);
        PolicyEvidence evidence = stage.Evidence(PolicyScenes.Activities(random, 20));
        Change[] history = [.. stage.Journal];
        var state = stage.State;
        DryRunReport report = PolicyDryRun.Run(Id, stage.Journal, stage.Policies, evidence, stage.At, End, TimeSpan.FromDays(1));
        Assert.Equal(history, stage.Journal);
        Assert.Equal(state, stage.State);
        Assert.Equal(report, PolicyDryRun.Run(Id, stage.Journal, stage.Policies, evidence, stage.At, End, TimeSpan.FromDays(1)));

        List<Change> daily = [];
        for (DateTimeOffset at = stage.At; at <= End; at = at.AddDays(1))
        {
            daily.AddRange(stage.Apply(at, evidence).Changes);
        }

        Assert.Equal(daily, report.Changes);
        Assert.Equal(daily.Count, report.Rules.Sum(r => r.Count));
        Assert.Equal(daily.Select(c => (c.Fact as MembershipFact)?.Person ?? (c.Fact as MilestoneReached)?.Person).Where(p => p is not null).Distinct().Count(), report.PeopleAffected);
    }

    [Fact]
    public void WhatPeopleReallyDid_HasTheLastWord()
    {
        Stage stage = Active("f", "back", "gone", "left");
        stage.At = Start.AddDays(360);
        stage.Happens(new MembershipTermEnded(P("left")), By("left"));
        stage.At = Start.AddDays(500);
        stage.Happens(new LapseWarned(P("gone"), Start.AddDays(514)), Actor.Policy("lapse-inactive/0"));
        stage.At = Start.AddDays(514);
        stage.Happens(new MemberLapsed(P("gone")), Actor.Policy("lapse-inactive/0"));
        ActivityLog log = ActivityLog.Of(
        [
            .. Enumerable.Range(0, 20).Select(i => new Activity(Id, P("f"), Start.AddDays(30 * i), Act.Post)),
            new(Id, P("back"), Start.AddDays(400), Act.View),
        ]).OrThrow();
        DryRunReport report = PolicyDryRun.Run(Id, stage.Journal, PolicySet.Default with { Off = ["assess-participation/1", "recognise-milestones/1"] }, stage.Evidence(log), Start.AddDays(100), Start.AddDays(600));
        Assert.Equal(
            [
                (351, new LapseWarned(P("back"), Start.AddDays(365))), (351, new LapseWarned(P("gone"), Start.AddDays(365))), (351, new LapseWarned(P("left"), Start.AddDays(365))),
                (365, new MemberLapsed(P("back"))), (365, new MemberLapsed(P("gone"))),
            ],
            report.Changes.Select(c => ((c.OccurredAt - Start).TotalDays, c.Fact)).ToArray());
        Assert.Equal((3, 1, 2), (report.PeopleAffected, report.CameBack, report.Replaced));
        Assert.Equal([("MemberLapsed", 2), ("LapseWarned", 3)], report.Rules.Select(r => (r.Fact, r.People)).OrderBy(r => r.People));

        // With a silence of two years nobody would have been warned.
        PolicySet patient = PolicySet.Default with { Membership = new() { LapseAfter = TimeSpan.FromDays(730) }, Off = ["assess-participation/1", "recognise-milestones/1"] };
        Assert.Empty(PolicyDryRun.Run(Id, stage.Journal, patient, stage.Evidence(log), Start.AddDays(100), Start.AddDays(600)).Changes);
    }

    [Theory]
    [InlineData(0, 7, 21)]
    [InlineData(6, 7, 20)]
    [InlineData(0, 20, 20)]
    [InlineData(30, 7, 30)]
    [InlineData(0, null, 20)]
    public void Steps_AreCountedFromTheFirstInstant(int from, int? step, int visited)
    {
        Stage stage = Active("f", "m");
        stage.Happens(new MemberInvited(P("x"), Start.AddDays(20), null));
        DryRunReport report = Run(stage, Start.AddDays(from), Start.AddDays(60), step is { } days ? TimeSpan.FromDays(days) : null);
        Assert.Equal(Start.AddDays(20), Assert.Single(report.Changes).OccurredAt);
        Assert.Single(Run(stage, Start.AddDays(from), Start.AddDays(visited), step is { } same ? TimeSpan.FromDays(same) : null).Changes);
        if (visited > from)
        {
            Assert.Empty(Run(stage, Start.AddDays(from), Start.AddDays(visited).AddTicks(-1), step is { } less ? TimeSpan.FromDays(less) : null).Changes);
        }
    }

    [Fact]
    public void Report_TellsFirstAndLast_AndTheRulesOnTrial()
    {
        Stage stage = Active("f", "m");
        stage.Happens(new MemberInvited(P("x"), Start.AddDays(20), null));
        stage.Happens(new MemberInvited(P("y"), Start.AddDays(30), null));
        DryRunRule rule = Assert.Single(Run(stage, Start.AddDays(1), Start.AddDays(60), null).Rules);
        Assert.Equal((Start.AddDays(20), Start.AddDays(30), 2, 2), (rule.First, rule.Last, rule.Count, rule.People));
        Assert.Empty(PolicyDryRun.Run(Id, stage.Journal, PolicySet.Default, stage.Evidence(), Start, Start.AddDays(60), null, []).Changes);
        DryRunReport cut = Run(stage, Start.AddDays(1), Start.AddDays(30), null);
        Assert.Equal(2, cut.Changes.Count);
        Assert.Empty(stage.Members.WithStatus(MembershipStatus.Alumni));
    }

    /// <summary>What happened at the first instant belongs to the stretch, at the last one too; what happened before stands, in the practice as well.</summary>
    [Fact]
    public void History_CountsUpToTheLastInstant()
    {
        Stage stage = Active("f", "m");
        stage.Happens(new MemberInvited(P("x"), Start.AddDays(20), null));
        stage.At = Start.AddDays(10);
        stage.Happens(new InvitationExpired(P("x")), Actor.Policy("expire-invitations/0"));
        Assert.Equal((1, 1), (Run(stage, Start.AddDays(10), Start.AddDays(60), null).Replaced, Run(stage, Start.AddDays(1), Start.AddDays(10), null).Replaced));
        Assert.Equal((0, 0), (Run(stage, Start.AddDays(11), Start.AddDays(60), null).Replaced, Run(stage, Start.AddDays(1), Start.AddDays(10).AddTicks(-1), null).Replaced));
        Assert.Empty(Run(stage, Start.AddDays(11), Start.AddDays(60), null).Changes);
        Assert.Single(Run(stage, Start.AddDays(10), Start.AddDays(60), null).Changes);

        Stage recognised = Active("f", "m");
        recognised.At = Start.AddDays(366);
        recognised.Happens(new MilestoneReached(MilestoneKind.YearsOfMembership, P("m"), 1, Start.AddDays(366)), Actor.Policy("recognise-milestones/1"));
        PersonId[] celebrated = [.. PolicyDryRun.Run(Id, recognised.Journal, PolicySet.Default with { Off = ["facilitation-grace/1"] }, recognised.Evidence(), Start.AddDays(400), Start.AddDays(420)).Changes
            .Select(c => c.Fact).OfType<MilestoneReached>().Where(m => m.Kind == MilestoneKind.YearsOfMembership).Select(m => m.Person!.Value)];
        Assert.Equal([P("f")], celebrated);
    }

    private static DryRunReport Run(Stage stage, DateTimeOffset from, DateTimeOffset to, TimeSpan? step) =>
        PolicyDryRun.Run(Id, stage.Journal, PolicySet.Default with { Off = ["recognise-milestones/1", "facilitation-grace/1"] }, stage.Evidence(), from, to, step);

    /// <summary>Seconds when each rule asks about each interval a few times; hours when each step asks about all of them.</summary>
    [Fact]
    public void TwentyThousandIntervalsOverTenYears_AreGoneThrough()
    {
        Random random = new(1);
        List<Change> history = [new(Start, Host, Cause.Unstated, new CommunityLaunched(Start))];
        for (int i = 0; i < 20_000; i++)
        {
            PersonId person = new($"p{i}");
            DateTimeOffset from = Start.AddDays(random.Next(3000));
            history.Add(new(from, Actor.Of(person), Cause.Unstated, new MemberJoined(person, Consent)));
            history.Add(new(from.AddDays(random.Next(700)), Actor.Of(person), Cause.Unstated, new MembershipTermEnded(person)));
        }

        history.Sort((a, b) => a.OccurredAt.CompareTo(b.OccurredAt));
        ActivityLog log = ActivityLog.Of(Enumerable.Range(0, 10_000).Select(_ => new Activity(Id, new($"p{random.Next(20_000)}"), Start.AddDays(random.Next(3650)), Act.Post))).OrThrow();
        PolicyEvidence evidence = PolicyEvidence.Of(history, log.Of(Id), new(Start, Start.AddDays(3650)));
        DryRunReport report = PolicyDryRun.Run(Id, history, PolicySet.Default with { Off = ["facilitation-grace/1", "no-interaction/1"] }, evidence, Start, Start.AddDays(3650));
        Assert.Contains(report.Rules, r => r.Fact == nameof(MemberLapsed) && r.Count > 1000);
    }
}
