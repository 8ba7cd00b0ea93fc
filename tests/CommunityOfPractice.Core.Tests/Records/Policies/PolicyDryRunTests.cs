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

    [Fact]
    public void TwentyThousandIntervalsOverTenYears_TakeSeconds()
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
        long start = System.Diagnostics.Stopwatch.GetTimestamp();
        DryRunReport report = PolicyDryRun.Run(Id, history, PolicySet.Default with { Off = ["facilitation-grace/1", "no-interaction/1"] }, evidence, Start, Start.AddDays(3650));
        TimeSpan took = System.Diagnostics.Stopwatch.GetElapsedTime(start);
        Assert.Contains(report.Rules, r => r.Fact == nameof(MemberLapsed) && r.Count > 1000);
        Assert.True(took < TimeSpan.FromSeconds(30), $"{took} for {report.Changes.Count} changes");
    }
}
