using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Memberships;
using CommunityOfPractice.Core.Tests.Records;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;
using static CommunityOfPractice.Core.Tests.Memberships.Stage;

namespace CommunityOfPractice.Core.Tests.Practices;

public sealed class MilestoneTests
{
    private static readonly IPolicyRule[] Rules = [new RecogniseMilestones()];

    [Property(MaxTest = 100), Trait("Law", "39")]
    public void Law39_EachMilestone_IsReachedOnce_HoweverOftenTheRuleIsApplied(int seed)
    {
        Random random = new(seed);
        ActivityLog log = PolicyScenes.Activities(random, 500, 150);
        Stage once = Scene(random), often = once.Twin();
        DateTimeOffset end = Start.AddDays(900);
        Apply(once, log, end);
        for (int day = 0; day <= 900; day += 1 + random.Next(90))
        {
            Apply(often, log, Start.AddDays(day) > often.At ? Start.AddDays(day) : often.At);
        }

        Apply(often, log, end);
        Assert.Equal(once.Record.Practice.ToState(), often.Record.Practice.ToState());
        Assert.Empty(Apply(often, log, end));
        Change[] made = [.. often.Journal.Where(c => c.Fact is MilestoneReached)];
        Assert.NotEmpty(made);
        Assert.Equal(made.Length, made.Select(c => c.Fact).Cast<MilestoneReached>().Select(m => (m.Kind, m.Person, m.Number)).Distinct().Count());
        Assert.All(made, c => Assert.True(c.OccurredAt >= ((MilestoneReached)c.Fact).ReachedOn && c.Because.Rule!.RuleId == "recognise-milestones/1"));
    }

    /// <summary>The firsts against a reading of the activities without any cleverness; the order in which they were recorded does not matter.</summary>
    [Property(MaxTest = 100)]
    public void Firsts_AreWhatTheActivitiesTell_InAnyOrder(int seed)
    {
        Random random = new(seed);
        Act[] acts = [Act.Ask, Act.Answer, Act.Reply, Act.Host, Act.Publish, Act.View, Act.React];
        Activity[] all = [.. Enumerable.Range(0, 40).Select(i => new Activity(Id, P($"p{random.Next(5)}"), Start.AddHours(i), acts[random.Next(acts.Length)])
        {
            Id = new($"x{i:00}"),
            InReplyTo = i > 0 && random.Next(2) == 0 ? new($"x{random.Next(i):00}") : null,
            Actor = random.Next(6) == 0 ? ActorKind.Bot : ActorKind.Human,
        })];
        Stage stage = Active("f", "p0", "p1", "p2", "p3");
        stage.Policies = PolicySet.Default with { Practice = new() { QuestionsPerMilestone = 2 } };
        Apply(stage, ActivityLog.Of(all.OrderBy(_ => random.Next())).OrThrow(), Start.AddDays(9));

        Activity? Parent(Activity a) => all.FirstOrDefault(p => p.Id == a.InReplyTo);
        Activity[] given = [.. all.Where(a => a.Act.IsContribution() && a.Actor == ActorKind.Human && Parent(a)?.Person != a.Person)];
        bool Answers(Activity a) => a.Act == Act.Answer || (a.Act == Act.Reply && Parent(a)?.Act == Act.Ask);
        (MilestoneKind, string?, int, DateTimeOffset)[] expected =
        [
            .. from person in (string[])["p0", "p1", "p2", "p3"]
               from first in ((MilestoneKind Kind, Func<Activity, bool> Is)[])
               [
                   (MilestoneKind.FirstContribution, _ => true), (MilestoneKind.FirstAnswer, Answers),
                   (MilestoneKind.FirstGatheringHosted, a => a.Act == Act.Host), (MilestoneKind.FirstPublication, a => a.Act == Act.Publish),
               ]
               let firstly = given.FirstOrDefault(a => a.Person.Text == person && first.Is(a))
               where firstly is not null
               select (first.Kind, (string?)person, 1, firstly.At),
            .. given.Where(a => Parent(a)?.Act == Act.Ask && a.Act.IsAnswer()).GroupBy(a => a.InReplyTo).Select(g => g.Min(a => a.At)).Order()
                .Select((at, i) => (MilestoneKind.QuestionsAnswered, default(string), i + 1, at)).Where(m => m.Item3 % 2 == 0),
        ];

        Assert.Equal(expected.Order(), stage.Record.Practice.Recognition.Milestones.Select(m => (m.Kind, m.Person?.Text, m.Number, m.ReachedOn)).Order());
    }

    /// <summary>After opting out a person appears nowhere, and everything else is as if they had never been recognised.</summary>
    [Property(MaxTest = 100), Trait("Law", "47")]
    public void Law47_WhoOptsOut_IsAsInAWorldWhereTheyNeverWereRecognised(int seed)
    {
        Random random = new(seed);
        ActivityLog log = PolicyScenes.Activities(random, 300, 120);
        Stage before = Scene(random), after = before.Twin(), back = before.Twin();
        DateTimeOffset half = Start.AddDays(200), end = Start.AddDays(800);
        Assert.Empty(before.Do(new OptOutOfRecognition(Id, P("p01")), By("p01")));
        Apply(before, log, half);
        Apply(after, log, half);
        before.At = after.At = half;
        Thank(before, "p01", "p02");
        Thank(after, "p01", "p02");
        Assert.Empty(after.Do(new OptOutOfRecognition(Id, P("p01")), By("p01")));
        Apply(before, log, end);
        Apply(after, log, end);

        Assert.Equal(Shown(before), Shown(after));
        Assert.DoesNotContain(P("p01"), after.Record.Practice.Recognition.Milestones.Select(m => m.Person ?? P("nobody")).Concat(after.Record.Practice.Recognition.Kudos.Select(k => k.To)));
        Assert.DoesNotContain(before.Journal, c => c.Fact is MilestoneReached { Person.Text: "p01" });

        // who comes back is as if they had never been away
        Thank(back, "p01", "p02");
        Apply(back, log, end);
        Assert.Empty(after.Do(new OptIntoRecognition(Id, P("p01")), By("p01")));
        Apply(after, log, end);
        Assert.Equal(back.Record.Practice.Recognition.Milestones, after.Record.Practice.Recognition.Milestones);
    }

    [Fact]
    public void Years_CountFromJoining_LeaveIncluded_AndEarlierStretchesToo()
    {
        Stage stage = Active("f", "ana", "bo", "cem");
        stage.At = Start.AddDays(100);
        stage.Happens(new MembershipPaused(P("ana"), null, null), By("ana"));
        stage.Happens(new MemberLeft(P("bo"), LeaveReason.Choice, null), By("bo"));
        stage.At = Start.AddDays(200);
        stage.Happens(new MemberJoined(P("bo"), Consent), By("bo"));
        stage.Happens(new MemberLapsed(P("cem")));
        Apply(stage, ActivityLog.Empty, Start.AddYears(2).AddDays(98));

        Assert.Equal(
            [
                (P("ana"), 1, Start.AddYears(1)), (P("ana"), 2, Start.AddYears(2)), (P("bo"), 1, Start.AddDays(100).AddYears(1)),
                (P("f"), 1, Start.AddYears(1)), (P("f"), 2, Start.AddYears(2)),
            ],
            Milestones(stage, MilestoneKind.YearsOfMembership));
        Assert.Equal([1, 2], stage.Record.Practice.Recognition.Milestones.Where(m => m.Kind == MilestoneKind.YearsSinceLaunch).Select(m => m.Number));
    }

    [Fact]
    public void NobodyElse_IsRecognised()
    {
        Stage stage = Active("f", "ana");
        ActivityLog log = ActivityLog.Of([new(Id, P("ana"), Start, Act.Post), new(Id, P("stranger"), Start, Act.Post), new(Id, P("gone"), Start, Act.Post)]).OrThrow();
        stage.Join("gone");
        stage.Happens(new MemberErased(P("gone"), []), Host);
        stage.Place(c => c with { Status = CommunityStatus.Dormant });
        Assert.Empty(Apply(stage, log, Start.AddYears(3)));
        stage.Place(c => c with { Status = CommunityStatus.Active });
        Apply(stage, log, Start.AddYears(3));

        Assert.Equal([P("ana")], stage.Record.Practice.Recognition.Milestones.Where(m => m.Kind == MilestoneKind.FirstContribution).Select(m => m.Person!.Value));
        Assert.Equal(["ana", "f"], stage.Record.Practice.Recognition.Milestones.Where(m => m.Person is not null).Select(m => m.Person!.Value.Text).Distinct());
    }

    /// <summary>However much is due at once, on many dates or at one instant, the rule settles, and everything keeps its own date.</summary>
    [Theory, InlineData(65, 1, true), InlineData(65, 1, false), InlineData(6500, 100, true), InlineData(2000, 1, true)]
    public void Backlog_OfAnySize_ComesAtOnce(int questions, int every, bool apart)
    {
        Stage stage = Active("f", "a", "b");
        stage.Policies = PolicySet.Default with { Practice = new() { QuestionsPerMilestone = every } };
        ActivityLog log = Answers(questions, apart);
        Apply(stage, log, Start.AddDays(30));

        Milestone[] answered = [.. stage.Record.Practice.Recognition.Milestones.Where(m => m.Kind == MilestoneKind.QuestionsAnswered)];
        Assert.Equal(Enumerable.Range(1, questions / every).Select(i => i * every), answered.Select(m => m.Number));
        Assert.All(answered, m => Assert.Equal(Start.AddMinutes(apart ? (2 * m.Number) - 1 : 1), m.ReachedOn));
        Assert.All(stage.Journal.Where(c => c.Fact is MilestoneReached), c => Assert.Equal(((MilestoneReached)c.Fact).ReachedOn.Latest(c.OccurredAt), c.OccurredAt));
        Assert.Empty(Apply(stage, log, Start.AddDays(30)));
    }

    /// <summary>A smaller number of questions for each milestone does not celebrate the past again.</summary>
    [Fact]
    public void SmallerNumber_GoesOnFromTheHighest()
    {
        Stage stage = Active("f", "a", "b");
        foreach ((int every, int[] numbers) in ((int, int[])[])[(10, [10, 20]), (4, [10, 20, 24])])
        {
            stage.Policies = PolicySet.Default with { Practice = new() { QuestionsPerMilestone = every } };
            Apply(stage, Answers(25, apart: true), Start.AddDays(30));
            Assert.Equal(numbers, stage.Record.Practice.Recognition.Milestones.Where(m => m.Kind == MilestoneKind.QuestionsAnswered).Select(m => m.Number));
        }
    }

    [Fact, Trait("Law", "39")]
    public void StoryPublished_IsAFirstPublication_OnceForEver()
    {
        Stage stage = Active("f", "a", "b");
        Publish(stage, "s1", "a");
        Assert.Equal([(P("a"), 1, stage.At)], FirstPublications(stage, ActivityLog.Empty, stage.At.AddDays(2)));
        DateTimeOffset first = stage.At;
        stage.At = stage.At.AddDays(3);
        Publish(stage, "s2", "a");
        Publish(stage, "s3", "b");
        DateTimeOffset earlier = stage.At.AddDays(-1);
        ActivityLog log = ActivityLog.Of([new(Id, P("b"), earlier, Act.Publish)]).OrThrow();

        // what is earlier counts, story or artifact
        Assert.Equal([(P("a"), 1, first), (P("b"), 1, earlier)], FirstPublications(stage, log, stage.At.AddDays(2)));
        Assert.Empty(Apply(stage, log, stage.At.AddDays(2)));

        // seen on the way as well
        DryRunReport dry = PolicyDryRun.Run(Id, stage.Journal, stage.Policies, stage.Evidence(log), Start, stage.At.AddDays(2), step: null, Rules);
        DryRunRule row = Assert.Single(dry.Rules, r => r.Fact == nameof(MilestoneReached));
        Assert.Equal((2, 2), (dry.Changes.Count(c => c.Fact is MilestoneReached { Kind: MilestoneKind.FirstPublication }), row.People));
        Assert.Equal(2, dry.PeopleAffected);
    }

    private static (Core.People.PersonId, int, DateTimeOffset)[] FirstPublications(Stage stage, ActivityLog log, DateTimeOffset at)
    {
        Apply(stage, log, at);
        return Milestones(stage, MilestoneKind.FirstPublication);
    }

    private static void Publish(Stage stage, string story, string teller)
    {
        Assert.Empty(stage.Do(new TellStory(Id, new(story), P(teller), "It helped", [new(ValueCycle.Applied, "We used it.")]), By(teller)));
        Assert.Empty(stage.Do(new ConsentToStory(Id, new(story), P(teller), 1), By(teller)));
        Assert.Empty(stage.Do(new PublishStory(Id, new(story)), By(teller)));
    }

    private static ActivityLog Answers(int questions, bool apart) => ActivityLog.Of(Enumerable.Range(0, questions).SelectMany(i => (Activity[])
    [
        new(Id, P("a"), Start.AddMinutes(apart ? 2 * i : 0), Act.Ask) { Id = new($"q{i}") },
        new(Id, P("b"), Start.AddMinutes(apart ? (2 * i) + 1 : 1), Act.Answer) { Id = new($"r{i}"), InReplyTo = new($"q{i}") },
    ])).OrThrow();

    private static (Core.People.PersonId, int, DateTimeOffset)[] Milestones(Stage stage, MilestoneKind kind) =>
        [.. stage.Record.Practice.Recognition.Milestones.Where(m => m.Kind == kind).Select(m => (m.Person!.Value, m.Number, m.ReachedOn))];

    private static (ValueList<Milestone>, ValueList<Kudos>) Shown(Stage stage) => (stage.Record.Practice.Recognition.Milestones.ToValueList(), stage.Record.Practice.Recognition.Kudos.ToValueList());

    /// <summary>Thanks to both; refused where somebody opted out.</summary>
    private static void Thank(Stage stage, params string[] people)
    {
        foreach (string person in people)
        {
            stage.Do(new GiveKudos(Id, new("to-" + person), P(person), "For your help."), By("f0"));
        }
    }

    private static ValueList<Change> Apply(Stage stage, ActivityLog log, DateTimeOffset at)
    {
        PolicyRun run = PolicyEngine.Apply(stage.Record, at, stage.Policies, stage.Evidence(log), Rules);
        foreach (Change change in run.Changes)
        {
            stage.Happens(change);
        }

        return run.Changes;
    }

    /// <summary>Members p00 to p11, one of them on leave.</summary>
    private static Stage Scene(Random random)
    {
        Stage stage = Active("f0", "f1");
        for (int i = 0; i < 12; i++)
        {
            stage.At = stage.At.AddHours(random.Next(30));
            stage.Join($"p{i:00}");
        }

        stage.Happens(new MembershipPaused(P("p05"), null, null), By("p05"));
        return stage;
    }
}
