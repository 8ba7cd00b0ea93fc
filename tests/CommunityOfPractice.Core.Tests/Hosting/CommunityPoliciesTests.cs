using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Communities;
using CommunityOfPractice.Core.Vocabulary;
using static CommunityOfPractice.Core.Tests.Hosting.SmallHost;

namespace CommunityOfPractice.Core.Tests.Hosting;

public sealed class CommunityPoliciesTests
{
    private static readonly PolicySet Uncelebrated = PolicySet.Default with { Off = ["recognise-milestones/1"] };

    private static readonly CommunityId C = new("c");
    private readonly SmallHost host = new();

    [Fact, Trait("Law", "39")]
    public async Task ApplyAsync_WhatIsDue_IsCommittedOnceAndTold()
    {
        await host.Launch("c", "ana", "bo", "cem", "dee");
        await host.Do(new InviteMember(C, new("eva")), Desk);
        DateTimeOffset expires = World.Start + MembershipPolicy.Default.InvitationExpiry;
        host.Clock.SetUtcNow(expires.AddDays(3));
        PolicyOutcome outcome = await host.Policies().ApplyAsync(C);

        JournalEntry entry = Assert.Single(outcome.Entries);
        Assert.Equal((new InvitationExpired(new("eva")), expires, "expire-invitations/1"), (entry.Change.Fact, entry.Change.OccurredAt, entry.Change.By.RuleId));
        Assert.Equal(outcome.Entries, host.Told);
        Assert.Equal(entry, (await host.Entries("c"))[^1]);
        Assert.Empty(Journals.Verify(await host.Entries("c")));
        Assert.Equal(MembershipStatus.None, Assert.Single(await All(host.Directory.MembershipsOfAsync(new("eva")))).Status);
        Assert.Empty((await host.Policies().ApplyAsync(C)).Entries);
        Assert.Single(host.Told);
    }

    [Fact]
    public async Task ApplyAsync_ActivityUnknown_StaysUnknown()
    {
        await host.Launch("c", "ana", "bo", "cem", "dee");
        host.Clock.Advance(TimeSpan.FromDays(800));
        PolicyOutcome outcome = await host.Policies(Uncelebrated).ApplyAsync(C);

        Assert.IsType<ReviewOverdueNoticed>(Assert.Single(outcome.Entries).Change.Fact); // a date, not silence
        Assert.Contains(outcome.Skipped, s => s is { RuleId: "lapse-inactive/1", Reason.Code: "policy.activity-unknown" });
        Assert.Contains(outcome.Skipped, s => s is { RuleId: "no-interaction/1", Reason.Code: "policy.activity-unknown" });
    }

    /// <summary>Activities that were known until the import stopped are silent about what came later.</summary>
    [Fact]
    public async Task ApplyAsync_ActivitiesKnownForAWhile_SilenceCountsThatLong()
    {
        await host.Launch("c", "ana", "bo", "cem", "dee");
        (await host.Activities.AppendAsync([new(C, new("ana"), World.Start.AddDays(1), Act.Post)])).OrThrow();
        host.Clock.Advance(TimeSpan.FromDays(800));

        Assert.All((await host.Policies(Uncelebrated).ApplyAsync(C, new TimeWindow(World.Start, World.Start.AddDays(10)))).Entries, e => Assert.IsType<ReviewOverdueNoticed>(e.Change.Fact));
        Assert.Contains((await host.Policies(Uncelebrated).ApplyAsync(C)).Entries, e => e.Change.Fact is LapseWarned);
    }

    [Fact]
    public async Task ApplyAsync_OthersWereFaster_IsDecidedAgain()
    {
        await host.Launch("c", "ana", "bo", "cem", "dee");
        await host.Do(new InviteMember(C, new("eva")), Desk);
        host.Clock.Advance(TimeSpan.FromDays(100));
        host.Journal.Conflicts = 50;
        PolicyOutcome contended = await host.Policies().ApplyAsync(C);

        Assert.Equal(("record.contended", 0, 0), (contended.NotApplied?.Code, contended.Entries.Count, host.Told.Count));
        host.Journal.Conflicts = 2;
        PolicyOutcome applied = await host.Policies().ApplyAsync(C);
        Assert.Equal((null, 1, 1), (applied.NotApplied, applied.Entries.Count, host.Told.Count));
    }

    [Fact]
    public async Task ApplyToAllAsync_EveryCommunity_HasItsOutcome()
    {
        foreach (string community in (string[])["b", "a", "c"])
        {
            await host.Launch(community, "ana", "bo", "cem");
            await host.Do(new InviteMember(new(community), new("eva")), Desk);
        }

        host.Clock.Advance(TimeSpan.FromDays(100));
        List<PolicyOutcome> outcomes = await All(host.Policies().ApplyToAllAsync());
        Assert.Equal(["a", "b", "c"], outcomes.Select(o => o.Community.Text));
        Assert.All(outcomes, o => Assert.IsType<InvitationExpired>(Assert.Single(o.Entries).Change.Fact));
    }

    [Fact]
    public async Task DryRunAsync_IsWhatThePureRunSays_AndWritesAndTellsNothing()
    {
        await host.Launch("c", "ana", "bo", "cem", "dee");
        await host.Launch("d", "ana", "bo", "cem");
        await host.Do(new InviteMember(C, new("eva")), Desk);
        (await host.Activities.AppendAsync([new(C, new("ana"), World.Start.AddDays(1), Act.Post)])).OrThrow();
        PolicySet trial = PolicySet.Default with { Membership = MembershipPolicy.Default with { LapseAfter = TimeSpan.FromDays(60) } };
        Change[] history = [.. (await host.Entries("c")).Select(e => e.Change)];
        DateTimeOffset to = World.Start.AddDays(300);
        ActivityLog log = ActivityLog.Of(await All(host.Activities.ReadAsync(C, DateTimeOffset.MaxValue))).OrThrow();
        DryRunReport report = await host.Policies().DryRunAsync(C, trial, World.Start, to);

        Assert.Equal(PolicyDryRun.Run(C, history, trial, PolicyEvidence.Of(history, log.Of(C)), World.Start, to), report);
        Assert.Contains(report.Rules, r => r is { RuleId: "lapse-inactive/1", Fact: nameof(MemberLapsed) });
        Assert.Equal(["c", "d"], (await All(host.Policies().DryRunAllAsync(trial, World.Start, to))).Select(r => r.Community.Text));
        Assert.Equal((0, 0), (host.Journal.Writes, host.Told.Count));
        Assert.Equal(history.Length, (await host.Entries("c")).Length);
    }

    [Fact]
    public async Task Policies_ThatAreNotSound_Throw()
    {
        PolicySet unsound = PolicySet.Default with { Community = new() { MinMembers = 0 } };
        Assert.Throws<ArgumentException>(() => host.Policies(unsound));
        await Assert.ThrowsAsync<ArgumentException>(async () => await host.Policies().DryRunAsync(C, unsound, World.Start, World.Start));
        Assert.Throws<ArgumentException>(() => host.Policies().DryRunAllAsync(unsound, World.Start, World.Start));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await host.Policies().DryRunAsync(C, PolicySet.Default, World.Start.AddDays(1), World.Start));
    }

    /// <summary>A community that fails keeps no other from its policies, and the failure is told.</summary>
    [Fact]
    public async Task ApplyToAllAsync_GoesOn_WhenACommunityFails()
    {
        await host.Launch("a", "ana", "bo", "cem");
        await host.Launch("c", "ana", "bo", "cem", "dee");
        await host.Do(new InviteMember(C, new("eva")), Desk);
        host.Clock.SetUtcNow(World.Start + MembershipPolicy.Default.InvitationExpiry + TimeSpan.FromDays(3));
        CommunityPolicies policies = new(host.Records, host.Activities, PolicySet.Default, [new Failing(new("a"))], []);
        PolicyOutcome[] outcomes = [.. await All(policies.ApplyToAllAsync())];

        Assert.Equal(["a", "c"], outcomes.Select(o => o.Community.Text));
        Assert.Equal(("policies.failed", "Not here."), (outcomes[0].NotApplied?.Code, outcomes[0].Failure?.Message));
        Assert.Null(outcomes[1].Failure);
        Assert.IsType<InvitationExpired>(Assert.Single(outcomes[1].Entries).Change.Fact);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await policies.ApplyAsync(new("a")));
    }

    private sealed class Failing(CommunityId where) : IPolicyRule
    {
        public string Id => "failing/1";

        public string VersionIn(PolicySet policies) => "1";

        public ValueList<Field> ParametersIn(PolicySet policies) => [];

        public PolicyStep? NextForCommunity(PolicyView view) => view.Community.Id == where ? throw new InvalidOperationException("Not here.") : null;
    }
}
