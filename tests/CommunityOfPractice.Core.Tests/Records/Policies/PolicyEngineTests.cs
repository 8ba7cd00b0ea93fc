using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Communities;
using CommunityOfPractice.Core.Tests.Memberships;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;
using static CommunityOfPractice.Core.Tests.Memberships.Stage;

namespace CommunityOfPractice.Core.Tests.Records;

public sealed class PolicyEngineTests
{
    private static readonly DateTimeOffset End = Start.AddDays(200);

    [Property(MaxTest = 100), Trait("Law", "39")]
    public void Law39_TwiceAtOneTime_IsOnce(int seed)
    {
        Random random = new(seed);
        Stage stage = PolicyScenes.Random(random);
        ActivityLog log = PolicyScenes.Activities(random, 120);
        for (int i = 0; i < 8; i++)
        {
            DateTimeOffset at = stage.At.AddHours(random.Next(30 * 24));
            var before = stage.State;
            long version = stage.Record.Version;
            PolicyRun run = PolicyEngine.Apply(stage.Record, at, stage.Policies, stage.Evidence(log));
            Assert.Equal(before, stage.State);
            Assert.Equal(version, stage.Record.Version);
            Assert.Equal(run, PolicyEngine.Apply(stage.Record, at, stage.Policies, stage.Evidence(log)));
            Assert.Equal(run.Changes, stage.Apply(at, stage.Evidence(log)).Changes);
            stage.At = at;
            Assert.Empty(PolicyEngine.Apply(stage.Record, at, stage.Policies, stage.Evidence(log)).Changes);
        }
    }

    [Property(MaxTest = 60), Trait("Law", "39")]
    public void Law39_AnOverdueReview_IsNoticedOncePerDueDate_AndNeverBefore(int seed)
    {
        Random random = new(seed);
        CommunityRecord record = World.Standing("a", CommunityStatus.Active);
        List<(DateTimeOffset Due, DateTimeOffset At)> noticed = [];
        HashSet<DateTimeOffset> due = [];
        DateTimeOffset at = World.Start.AddDays(10);
        for (int i = 0; i < 30; i++)
        {
            at = at.AddDays(random.Next(1, 120));
            switch (random.Next(4))
            {
                case 0:
                    record.Do(new ReviewPurpose(record.Id, ReviewVerdict.Reaffirm, 3), World.At(at));
                    break;
                case 1:
                    record.Do(new AdoptCharter(record.Id, World.Terms() with { ReviewCadence = TimeSpan.FromDays(random.Next(30, 400)) }), World.At(at));
                    break;
            }

            DateTimeOffset? overdue = record.Community.IsReviewOverdue(at) ? record.Community.NextReviewOn : null;
            PolicyRun run = PolicyEngine.Apply(record, at, PolicySet.Default, PolicyEvidence.Of([], null));
            record.Fold(run.Changes);
            foreach (Change change in run.Changes.Where(c => c.Fact is ReviewOverdueNoticed))
            {
                noticed.Add((((ReviewOverdueNoticed)change.Fact).DueOn, change.OccurredAt));
                Assert.Equal(("purpose-review-overdue/1", "purpose-review-overdue/1"), (change.By.RuleId, change.Because.Rule!.RuleId));
                Assert.Equal([new Field("review-cadence-days", "365")], change.Because.Rule.Parameters);
                Assert.Equal(["due-on", "charter-version"], change.Because.Rule.Evidence.Select(e => e.Name));
            }

            Assert.Equal(overdue is null ? record.Community.ReviewOverdueSince : overdue, record.Community.ReviewOverdueSince);
            due.UnionWith(overdue is { } o ? [o] : []);
        }

        Assert.Equal(due.Order(), noticed.Select(n => n.Due).Distinct().Order());
        Assert.All(noticed, n => Assert.True(n.At >= n.Due, "noticed when it is noticed, not after the fact"));
        Assert.Equal(noticed.Count, noticed.Distinct().Count());
    }

    [Fact]
    public void OverdueReview_IsPartOfADryRun_AndCanBeSwitchedOff()
    {
        CommunityRecord record = new(new("a"));
        List<Change> history = [];
        foreach (Change change in World.Changes("a", CommunityStatus.Active))
        {
            history.Add(change);
        }

        DateTimeOffset to = World.Start.AddDays(800);
        DryRunReport report = PolicyDryRun.Run(record.Id, history, PolicySet.Default, PolicyEvidence.Of(history, null), World.Start.AddDays(10), to);
        DryRunReport off = PolicyDryRun.Run(record.Id, history, PolicySet.Default with { Off = ["purpose-review-overdue/1"] }, PolicyEvidence.Of(history, null), World.Start.AddDays(10), to);

        Change noticed = Assert.Single(report.Changes, c => c.Fact is ReviewOverdueNoticed);
        Assert.Equal(World.Start.AddDays(2 + 365), noticed.OccurredAt);
        Assert.DoesNotContain(off.Changes, c => c.Fact is ReviewOverdueNoticed);
        Assert.Contains(off.Skipped, s => s.RuleId == "purpose-review-overdue/1");
    }

    /// <summary>What docs/policies.md says: a late run decides for the past, and answers about the past change with it.</summary>
    [Fact]
    public void LateRun_DatesConsequencesBack_SoThatAnswersAboutThePastChange()
    {
        Stage stage = Active("f", "m");
        stage.Place("m", m => PolicyScenes.Paused(m, Start.AddDays(10)));
        stage.At = Start.AddDays(40);
        Assert.Equal(MembershipStatus.Paused, Then(Start.AddDays(20)));
        PolicyRun run = stage.Apply(Start.AddDays(40));

        Assert.Equal(Start.AddDays(10), Assert.Single(run.Changes, c => c.Fact is MembershipResumed).OccurredAt);
        Assert.Equal(MembershipStatus.Active, Then(Start.AddDays(20)));
        Assert.Equal(MembershipStatus.Paused, Then(Start.AddDays(10)));

        // never before the latest fact: what was decided in between stands
        Stage other = Active("f", "m");
        other.Place("m", m => PolicyScenes.Paused(m, Start.AddDays(10)));
        other.At = Start.AddDays(30);
        other.Happens(new CheckedIn("Fine.", Start.AddDays(90)));
        Assert.Equal(Start.AddDays(30), Assert.Single(other.Apply(Start.AddDays(40)).Changes, c => c.Fact is MembershipResumed).OccurredAt);

        MembershipStatus Then(DateTimeOffset instant)
        {
            CommunityRecord then = new(Id);
            foreach (Change change in stage.Journal.Where(c => c.OccurredAt < instant))
            {
                then.Apply(change);
            }

            return then.Members[P("m")].Status;
        }
    }

    [Fact]
    public void Off_NamesRulesThatThereAre()
    {
        PolicySet typo = PolicySet.Default with { Off = ["lapse-inactive/1", "lapse-inactiv/1", "mine/1"] };

        Assert.Equal(["policy.off-unknown", "policy.off-unknown"], typo.Problems().Select(p => p.Code));
        Assert.Contains("lapse-inactiv/1", Assert.Single(typo.Problems([new Mine()])).Text, StringComparison.Ordinal);
        Assert.Empty((PolicySet.Default with { Off = [.. PolicyRules.Standard.Select(r => r.Id)] }).Problems());
    }

    private sealed class Mine : IPolicyRule
    {
        public string Id => "mine/1";

        public string VersionIn(PolicySet policies) => "mine/1";

        public ValueList<Field> ParametersIn(PolicySet policies) => [];
    }

    [Property(MaxTest = 60), Trait("Law", "39")]
    public void Law39_HowOftenTheyAreApplied_DoesNotMatter_WhenEachNoticeDateIsVisited(int seed)
    {
        Random random = new(seed);
        Stage scene = PolicyScenes.Random(random), due = scene.Twin(), often = scene.Twin(), seldom = scene.Twin();
        ActivityLog log = PolicyScenes.Activities(random, 10);
        DateTimeOffset[] notices = [.. WalkByDueDates(due, log).Where(c => IsNotice(c) || c.Fact is ParticipationAssessed).Select(c => c.OccurredAt).Distinct()];
        IEnumerable<DateTimeOffset> more = Enumerable.Range(0, 40).Select(_ => scene.At.AddHours(random.Next(190 * 24))).Where(d => d < End);
        foreach (DateTimeOffset at in due.Journal.Skip(scene.Journal.Count).Select(c => c.OccurredAt).Concat(more).Distinct().Order())
        {
            often.Apply(at, often.Evidence(log));
            often.At = at;
        }

        foreach (DateTimeOffset at in notices.Order())
        {
            seldom.Apply(at, seldom.Evidence(log));
            seldom.At = at;
        }

        often.Apply(End, often.Evidence(log));
        seldom.Apply(End, seldom.Evidence(log));
        Assert.Equal(due.State, often.State);
        Assert.Equal(due.State, seldom.State);
    }

    [Property(MaxTest = 100), Trait("Law", "39")]
    public void ConsequencesThatCostSomething_FollowTheirNotice_AfterNDays(int seed)
    {
        Random random = new(seed);
        Stage stage = PolicyScenes.Random(random);
        ActivityLog log = PolicyScenes.Activities(random, 150, 90);
        while (stage.At < End)
        {
            DateTimeOffset at = stage.At.AddHours(random.Next(40 * 24));
            stage.Apply(at, stage.Evidence(log));
            stage.At = at;
            Dictionary<PersonId, DateTimeOffset> warned = [];
            DateTimeOffset? noticed = null;
            foreach (Change change in stage.Journal)
            {
                switch (change.Fact)
                {
                    case LapseWarned w:
                        warned.Add(w.Person, change.OccurredAt);
                        Assert.True(w.LapsesOn >= change.OccurredAt + stage.Policies.Membership.LapseNotice);
                        break;
                    case LapseWarningLifted l:
                        Assert.True(warned.Remove(l.Person));
                        break;
                    case MemberLapsed l:
                        Assert.True(warned.Remove(l.Person, out DateTimeOffset since));
                        Assert.True(change.OccurredAt >= since + stage.Policies.Membership.LapseNotice);
                        Assert.DoesNotContain(All(log), a => a.Person == l.Person && a.Actor == ActorKind.Human && a.At > since && a.At <= change.OccurredAt);
                        break;
                    case DormancyNoticed n:
                        Assert.Null(noticed);
                        Assert.True(n.EffectiveOn >= change.OccurredAt + stage.Policies.Community.DormancyNotice);
                        noticed = change.OccurredAt;
                        break;
                    case DormancyNoticeLifted:
                        Assert.NotNull(noticed);
                        noticed = null;
                        break;
                    case CommunityBecameDormant:
                        Assert.True(change.OccurredAt >= noticed + stage.Policies.Community.DormancyNotice);
                        break;
                }
            }
        }
    }

    [Property(MaxTest = 60)]
    public void EveryChange_SaysByWhichRuleAndOnWhatGround_AndDatesNeverGoBack(int seed)
    {
        Random random = new(seed);
        Stage stage = PolicyScenes.Random(random);
        HashSet<string> ids = [.. PolicyRules.Standard.Select(r => r.Id)];
        DateTimeOffset latest = stage.Record.LatestAt!.Value;
        foreach (Change change in WalkByDueDates(stage, PolicyScenes.Activities(random, 100)))
        {
            RuleGround ground = change.Because.Rule!;
            Assert.Contains(ground.RuleId, ids);
            Assert.Equal(ground.RuleId, change.By.RuleId);
            Assert.False(string.IsNullOrEmpty(ground.PolicyVersion));
            Assert.NotEmpty(ground.Evidence);
            Assert.True(change.OccurredAt >= latest);
            latest = change.OccurredAt;
            Assert.True(stage.Community.Status != CommunityStatus.Active || stage.Members.ActiveFacilitators() > 0 || stage.Community.FacilitationGrace is not null);
        }

        Assert.All(stage.Members.All, m => Assert.True(m.Status == MembershipStatus.Active || m.Roles.Count == 0));
    }

    [Property(MaxTest = 40)]
    public void UnknownIsNotSilence(int seed)
    {
        Stage stage = PolicyScenes.Random(new(seed));
        PolicyRun run = stage.Apply(End);
        Assert.DoesNotContain(run.Changes, c => c.Fact is LapseWarned or MemberLapsed or ParticipationAssessed || c.Fact is DormancyNoticed { Reason: "no-interaction" });
        Assert.Equal(["assess-participation/1", "lapse-inactive/1", "no-interaction/1"], run.Skipped.Select(s => s.RuleId));
        Assert.All(run.Skipped, s => Assert.Equal("policy.activity-unknown", s.Reason.Code));

        // Known, but only from a short while ago, or only until long ago: still no silence of fifty days.
        ActivityLog log = PolicyScenes.Activities(new(seed), 5);
        Assert.Empty(Lapses(PolicyScenes.Random(new(seed)), log, new(End.AddDays(-33), End)));
        Assert.Empty(Lapses(PolicyScenes.Random(new(seed)), log, new(Start, Start.AddDays(33))));

        static IEnumerable<Change> Lapses(Stage stage, ActivityLog log, TimeWindow known) =>
            stage.Apply(End, stage.Evidence(log, known)).Changes.Where(c => c.Fact is LapseWarned or MemberLapsed || c.Fact is DormancyNoticed { Reason: "no-interaction" });
    }

    [Fact]
    public void Lapse_WarnsWaitsAndLapses_OnTheDay_AndASignOfLifeLiftsIt()
    {
        Stage stage = Active("f", "m", "n");
        stage.Policies = PolicySet.Default with { Off = ["no-interaction/1", "assess-participation/1"] };
        TimeWindow known = new(Start, End.AddYears(5));
        ActivityLog log = Log(("f", 300), ("f", 350), ("f", 364), ("n", 355));
        Assert.Equal(Start.AddDays(351), stage.Apply(Start.AddDays(350.9), stage.Evidence(log, known)).NextDue);
        Assert.Equal([new LapseWarned(P("m"), Start.AddDays(365)), new LapseWarned(P("n"), Start.AddDays(365))], Facts(stage.Apply(Start.AddDays(351), stage.Evidence(log, known))));
        Assert.Empty(Facts(stage.Apply(Start.AddDays(354), stage.Evidence(log, known))));
        Assert.Equal([new LapseWarningLifted(P("n"))], Facts(stage.Apply(Start.AddDays(356), stage.Evidence(log, known))));
        PolicyRun run = stage.Apply(Start.AddDays(366), stage.Evidence(log, known));
        Assert.Equal([new MemberLapsed(P("m"))], Facts(run));
        Assert.Equal(Start.AddDays(365), run.Changes[0].OccurredAt);
        Assert.Equal([new("lapse-after-days", "365"), new("notice-days", "14")], run.Changes[0].Because.Rule!.Parameters);
        Assert.Equal([new("quiet-since", "2024-01-01T00:00:00Z"), new("warned-on", "2024-12-17T00:00:00Z")], run.Changes[0].Because.Rule!.Evidence.Select(e => e.Name == "last-seen" ? e with { Name = "quiet-since" } : e));
    }

    [Fact, Trait("Law", "37")]
    public void TheLastFacilitatorLapses_GraceBegins_ThenNotice_ThenDormancy()
    {
        Stage stage = Active("f", "m");
        stage.Policies = PolicyScenes.Quick with { Off = ["no-interaction/1", "assess-participation/1"] };
        PolicyEvidence evidence = stage.Evidence(Log(("m", 30), ("m", 60), ("m", 75)), new(Start, End));
        List<(double Day, Type Fact)> all = [];
        for (int day = 1; day < 90; day++)
        {
            all.AddRange(stage.Apply(Start.AddDays(day), evidence).Changes.Select(c => ((c.OccurredAt - Start).TotalDays, c.Fact.GetType())));
        }

        Assert.Equal(
            [
                (42, typeof(LapseWarned)), (50, typeof(RoleEnded)), (50, typeof(FacilitationGraceStarted)), (50, typeof(MemberLapsed)),
                (64, typeof(DormancyNoticed)), (70, typeof(CommunityBecameDormant)),
            ],
            all);
    }

    [Fact]
    public void AHostsOwnRule_ActsAndIsHeldToTheSameLaws()
    {
        Stage stage = Active("f", "m");
        PolicyRun run = PolicyEngine.Apply(stage.Record, Start.AddDays(1), PolicySet.Default, stage.Evidence(), [new HostRule(m => m.Participation is null ? new ParticipationAssessed(m.Person, ParticipationLevel.Active, "h", ParticipationSignals.None) : null)]);
        Assert.Equal(["f", "m"], run.Changes.Select(c => ((MembershipFact)c.Fact).Person.Text));
        Assert.Throws<InvalidOperationException>(() => PolicyEngine.Apply(stage.Record, Start.AddDays(1), PolicySet.Default, stage.Evidence(), [new HostRule(m => new LapseWarningLifted(m.Person))]));
        stage.Happens(new MemberLapsed(P("m")));
        Assert.Throws<InvalidOperationException>(() => PolicyEngine.Apply(
            stage.Record, Start.AddDays(1), PolicySet.Default, stage.Evidence(), [new HostRule(m => m.Status == MembershipStatus.Lapsed ? new MemberJoined(m.Person, Consent) : null)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => PolicyEngine.Apply(stage.Record, Start.AddTicks(-1), PolicySet.Default, stage.Evidence()));
        PolicyRun off = PolicyEngine.Apply(stage.Record, Start.AddDays(1), PolicySet.Default with { Off = ["host/1"] }, stage.Evidence(), [new HostRule(_ => throw new InvalidOperationException())]);
        Assert.Equal("policy.switched-off", Assert.Single(off.Skipped).Reason.Code);
    }

    [Fact]
    public void AGrace_BesideSomebodysOwnNotice_EndsInDormancyToo()
    {
        Stage stage = new();
        stage.Place(c => c with
        {
            Status = CommunityStatus.Active,
            StatusSince = Start,
            FacilitationGrace = new(Start.AddDays(28), null),
            DormancyNotice = new(Start, Start.AddDays(14), "Nobody comes."),
        });

        Assert.Empty(stage.Apply(Start.AddDays(27)).Changes);
        PolicyRun run = stage.Apply(Start.AddDays(60));
        Assert.IsType<CommunityBecameDormant>(Assert.Single(Facts(run)));
        Assert.Equal(Start.AddDays(28), run.Changes[0].OccurredAt);
    }

    [Fact]
    public void AProposal_RunsOutWithoutInterest_AndAnAcceptedSuccessionDoesNot()
    {
        Stage stage = new();
        stage.Place(c => c with { Status = CommunityStatus.Proposed, StatusSince = Start });
        stage.At = Start.AddDays(50);
        stage.Join("i");
        Assert.Empty(stage.Apply(Start.AddDays(300)).Changes); // somebody is there: that is interest enough
        stage.Do(new LeaveCommunity(Id, P("i")), By("i"));
        Assert.Empty(stage.Apply(Start.AddDays(139)).Changes);
        PolicyRun run = stage.Apply(Start.AddDays(150));
        Assert.Equal([new ProposalExpired()], Facts(run));
        Assert.Equal(Start.AddDays(140), run.Changes[0].OccurredAt);

        Stage waiting = Active("f", "s", "t");
        waiting.Do(new NominateForRole(Id, P("s"), Role.Facilitator) { AsSuccessor = true }, By("f"));
        waiting.Do(new NominateForRole(Id, P("t"), Role.Facilitator) { AsSuccessor = true }, By("f"));
        waiting.Do(new AcceptNomination(Id, P("s"), Role.Facilitator), By("s"));
        Assert.Equal([new NominationExpired(P("t"), Role.Facilitator, null)], Facts(waiting.Apply(End)));
        Assert.Equal(P("s"), waiting.Members.Successor(Role.Facilitator));
    }

    private static ValueList<Fact> Facts(PolicyRun run) => run.Changes.Select(c => c.Fact).Where(f => f is not (ParticipationAssessed or DormancyNoticed or DormancyNoticeLifted)).ToValueList();

    private static IEnumerable<Activity> All(ActivityLog log) => Enumerable.Range(0, log.Count).Select(i => log[i]);

    private static ActivityLog Log(params (string Person, double Day)[] posts) => ActivityLog.Of(posts.Select(p => new Activity(Id, P(p.Person), Start.AddDays(p.Day), Act.Post))).OrThrow();

    private static bool IsNotice(Change change) => change.Fact is LapseWarned or LapseWarningLifted or DormancyNoticed or DormancyNoticeLifted or FacilitationGraceStarted;

    private static List<Change> WalkByDueDates(Stage stage, ActivityLog log)
    {
        int before = stage.Journal.Count;
        DateTimeOffset? at = stage.At;
        while (at <= End)
        {
            at = stage.Apply(at.Value, stage.Evidence(log)).NextDue;
        }

        stage.Apply(End, stage.Evidence(log));
        return stage.Journal[before..];
    }

    private sealed class HostRule(Func<Membership, Fact?> fact) : IPolicyRule
    {
        public string Id => "host/1";

        public string VersionIn(PolicySet policies) => "host/1";

        public ValueList<Field> ParametersIn(PolicySet policies) => [];

        public PolicyStep? NextForMember(PolicyView view, Membership member) => fact(member) is { } made ? PolicyStep.Notice(view.At, [made], new Field("x", "y")) : null;
    }
}
