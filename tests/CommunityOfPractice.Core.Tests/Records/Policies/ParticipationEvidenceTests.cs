using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Tests.Memberships;
using FsCheck.Xunit;
using static CommunityOfPractice.Core.Tests.Memberships.Stage;

namespace CommunityOfPractice.Core.Tests.Records;

[Properties(Arbitrary = [typeof(SmallCommunities)])]
public sealed class ParticipationEvidenceTests
{
    [Property]
    public void Signals_AreWhatCountingByHandGives(SmallCommunity community, byte day, byte weeks)
    {
        ActivityLog log = community.Log;
        ParticipationEvidence evidence = ParticipationEvidence.Of(log.Of(SmallCommunity.Id));
        DateTimeOffset at = SmallCommunities.Start.AddDays(day - 20);
        int length = 1 + (weeks % 20);
        DateTimeOffset until = MondayOf(at), from = until.AddDays(-7 * length);
        Activity[] all = [.. community.Activities.Where(a => a.Community == SmallCommunity.Id)];
        foreach (PersonId person in all.SelectMany(a => a.To.Append(a.Person)).Distinct())
        {
            int stewardship = 0;
            HashSet<DateTimeOffset> contributed = [];
            HashSet<PersonId> others = [];
            foreach (Activity a in all.Where(a => a.At >= from && a.At < until && a.Act.IsContribution() && a.Actor == ActorKind.Human))
            {
                Activity? parent = Parent(log, a);
                if (parent?.Person == a.Person)
                {
                    continue;
                }

                bool human = parent is { Actor: ActorKind.Human };
                IEnumerable<PersonId> turnedTo = a.To.Where(p => p != a.Person).Concat(human ? [parent!.Person] : []);
                if (a.Person == person)
                {
                    contributed.Add(MondayOf(a.At));
                    others.UnionWith(turnedTo);
                    stewardship += a.Act.IsStewardship() || (human && a.Act.IsAnswer() && parent!.Act == Act.Ask) ? 1 : 0;
                }
                else if (turnedTo.Contains(person))
                {
                    others.Add(a.Person);
                }
            }

            Assert.Equal(new ParticipationSignals(contributed.Count, stewardship, others.Count), evidence.Signals(person, at, length));
        }
    }

    [Fact]
    public void TheFirstResponseToANewcomersFirstPost_IsStewardship_Once()
    {
        DateTimeOffset monday = MondayOf(Start.AddDays(7));
        ActivityLog log = ActivityLog.Of(
        [
            new(Id, P("new"), monday, Act.Post) { Id = new("hello") },
            new(Id, P("greeter"), monday.AddHours(1), Act.Comment) { InReplyTo = new("hello") },
            new(Id, P("late"), monday.AddHours(2), Act.Comment) { InReplyTo = new("hello") },
            new(Id, P("old"), monday.AddHours(3), Act.Post) { Id = new("again") },
            new(Id, P("late"), monday.AddHours(4), Act.Reply) { InReplyTo = new("again") },
        ]).OrThrow();
        Dictionary<PersonId, DateTimeOffset> joined = new() { [P("new")] = monday.AddDays(-1), [P("old")] = monday.AddDays(-31) };
        ParticipationEvidence evidence = ParticipationEvidence.Of(log.Of(Id), joined);
        Assert.Equal(new(1, 1, 1), evidence.Signals(P("greeter"), monday.AddDays(7), 13));
        Assert.Equal(new(1, 0, 2), evidence.Signals(P("late"), monday.AddDays(7), 13));
        Assert.Equal(ParticipationSignals.None, evidence.Signals(P("greeter"), monday.AddDays(6.9), 13));
        Assert.Equal(ParticipationSignals.None, evidence.Signals(P("nobody"), monday.AddDays(7), 13));
    }

    [Fact]
    public void Levels_AreAssessedOnMondays_WhenTheWindowIsKnown()
    {
        Stage stage = Active("f", "m");
        ActivityLog log = ActivityLog.Of(Enumerable.Range(0, 13).Select(w => new Activity(Id, P("f"), Start.AddDays(7 * w), w < 3 ? Act.Host : Act.Post) { To = [P($"x{w}")] })).OrThrow();
        PolicyEvidence evidence = stage.Evidence(log);
        stage.Apply(Start.AddDays(6.9), evidence);
        Assert.Equal(ParticipationLevel.Peripheral, stage.Members[P("m")].Participation!.Level);
        stage.Apply(Start.AddDays(41.9), evidence);
        Assert.Equal(ParticipationLevel.Active, stage.Members[P("f")].Participation!.Level);
        stage.Apply(Start.AddDays(45), evidence);
        Assert.Equal(new Participation(ParticipationLevel.Core, Start.AddDays(42), Promoted: true), stage.Members[P("f")].Participation);
        Assert.Empty(stage.Do(new LockParticipation(Id, P("f"), "r"), Host));
        Assert.DoesNotContain(stage.Apply(Start.AddDays(300), evidence).Changes, c => c.Fact is ParticipationAssessed);
        Assert.Empty(stage.Do(new UnlockParticipation(Id, P("f")), Host));

        Stage late = Active("f");
        Assert.DoesNotContain(late.Apply(Start.AddDays(60), late.Evidence(log, new(Start.AddDays(1), Start.AddDays(300)))).Changes, c => c.Fact is ParticipationAssessed);
        Assert.Contains(late.Apply(Start.AddDays(100), late.Evidence(log, new(Start.AddDays(1), Start.AddDays(300)))).Changes, c => c.Fact is ParticipationAssessed);
    }

    private static DateTimeOffset MondayOf(DateTimeOffset at)
    {
        DateTimeOffset day = new(at.UtcDateTime.Date, TimeSpan.Zero);
        return day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
    }

    /// <summary>What an activity replies to in the log, where the link can be.</summary>
    private static Activity? Parent(ActivityLog log, Activity activity)
    {
        ActivityWindow window = log.Of(SmallCommunity.Id);
        int index = Enumerable.Range(0, window.Count).First(i => window[i].Equals(activity));
        int reply = window.Replies.Length > 0 ? window.Replies[index] : -1;
        return reply >= window.Start && reply < window.Start + window.Count ? log[reply] : null;
    }

    /// <summary>Who objects to analytics is not assessed; everybody else is, as in a world without them.</summary>
    [Fact, Trait("Law", "47")]
    public void Law47_WhoObjectsToAnalytics_IsNotAssessed()
    {
        Stage stage = Active("f", "a", "b");
        Assert.Empty(stage.Do(new ObjectToProcessing(Id, P("a"), ProcessingPurpose.Analytics), By("a")));
        ActivityLog log = ActivityLog.Of(((string[])["a", "b"]).SelectMany(p => Enumerable.Range(0, 80).Select(i => new Activity(Id, P(p), Start.AddDays(i), Act.Post) { Id = new($"{p}{i}") }))).OrThrow();
        PersonId[] assessed = [.. PolicyEngine.Apply(stage.Record, Start.AddDays(120), stage.Policies, stage.Evidence(log)).Changes.Select(c => c.Fact).OfType<ParticipationAssessed>().Select(f => f.Person)];

        Assert.Contains(P("b"), assessed);
        Assert.DoesNotContain(P("a"), assessed);
    }
}
