using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Memberships;
using CommunityOfPractice.Core.Vocabulary;
using static CommunityOfPractice.Core.Tests.Memberships.Stage;

namespace CommunityOfPractice.Core.Tests.Records;

/// <summary>What is read out of journals and activities, on a log in which another community comes first.</summary>
public sealed class EvidenceTests
{
    private static readonly CommunityId Before = new("a");

    /// <summary>Positions of the community begin at 3; replies name positions of the whole log.</summary>
    private static readonly ActivityLog Acts = ActivityLog.Of(
    [
        new(Before, P("x"), Day(1), Act.Ask) { Id = new("elsewhere") },
        new(Before, P("y"), Day(2), Act.Post) { Id = new("e2") },
        new(Before, P("z"), Day(3), Act.Post) { Id = new("e3") },
        new(Id, P("ann"), Day(10), Act.Ask) { Id = new("q") },
        new(Id, P("ann"), Day(11), Act.Reply) { InReplyTo = new("q") },
        new(Id, P("bot"), Day(12), Act.Answer) { InReplyTo = new("q"), Actor = ActorKind.Bot },
        new(Id, P("ben"), Day(13), Act.View),
        new(Id, P("cem"), Day(14), Act.Comment) { InReplyTo = new("q") },
        new(Id, P("ben"), Day(15), Act.Reply) { InReplyTo = new("q") },
        new(Id, P("dee"), Day(16), Act.Answer) { InReplyTo = new("q") },
        new(Id, P("eva"), Day(17), Act.Host),
        new(Id, P("fin"), Day(18), Act.Publish) { Id = new("p") },
        new(Id, P("gus"), Day(19), Act.Reply) { InReplyTo = new("p") },
        new(Id, P("gus"), Day(20), Act.Answer),
    ]).OrThrow();

    private static ActivityWindow Window => Acts.Of(Id);

    [Fact]
    public void Milestones_AreWhatPeopleDidFirst()
    {
        MilestoneEvidence evidence = PolicyEvidence.Of([], Window).Milestones;
        Assert.Equal((Day(10), null), (First("ann", MilestoneKind.FirstContribution), First("ann", MilestoneKind.FirstAnswer)));
        Assert.Equal((Day(15), Day(15)), (First("ben", MilestoneKind.FirstContribution), First("ben", MilestoneKind.FirstAnswer)));
        Assert.Equal((Day(14), null), (First("cem", MilestoneKind.FirstContribution), First("cem", MilestoneKind.FirstAnswer)));
        Assert.Equal(Day(16), First("dee", MilestoneKind.FirstAnswer));
        Assert.Equal((Day(17), null), (First("eva", MilestoneKind.FirstGatheringHosted), First("eva", MilestoneKind.FirstPublication)));
        Assert.Equal((null, Day(18)), (First("fin", MilestoneKind.FirstGatheringHosted), First("fin", MilestoneKind.FirstPublication)));
        Assert.Equal((Day(19), Day(20)), (First("gus", MilestoneKind.FirstContribution), First("gus", MilestoneKind.FirstAnswer)));
        Assert.Equal((null, null), (First("bot", MilestoneKind.FirstContribution), First("x", MilestoneKind.FirstContribution)));
        Assert.Equal((Day(15), null), (evidence.Answered(1), evidence.Answered(2)));
        Assert.Null(PolicyEvidence.Of([], ActivityLog.Of([new(Id, P("a"), Day(1), Act.Ask)]).OrThrow().Of(Id)).Milestones.Answered(1));

        DateTimeOffset? First(string person, MilestoneKind kind) => evidence.First(P(person), kind);
    }

    [Fact]
    public void AReply_ToWhatLiesOutsideTheWindow_IsNoReplyToSomebodyInIt()
    {
        ActivityWindow late = Window.Between(new(Day(11), Day(16)));
        MilestoneEvidence evidence = PolicyEvidence.Of([], late).Milestones;
        Assert.Equal((Day(11), null), (evidence.First(P("ann"), MilestoneKind.FirstContribution), evidence.First(P("ben"), MilestoneKind.FirstAnswer)));
        Assert.Equal(Day(15), PolicyEvidence.Of([], late).LastInteraction(Day(90)));
        Assert.Equal(Day(11), PolicyEvidence.Of([], late).LastInteraction(Day(12)));
        Assert.Equal(new ParticipationSignals(1, 0, 0), PolicyEvidence.Of([], late).Signals(P("ben"), Day(90), 20));
    }

    [Fact]
    public void Signs_AreGivenAsOfAnyInstant()
    {
        Change[] history = [new(Day(30), Actor.Of(P("ben")), Cause.Unstated, new MemberJoined(P("ben"), Consent)), new(Day(40), Host, Cause.Unstated, new MemberInvited(P("x"), Day(60), null))];
        PolicyEvidence evidence = PolicyEvidence.Of(history, Window);
        Assert.Equal([null, Day(13), Day(13), Day(15), Day(15), Day(30)], ((double[])[12.9, 13, 14.9, 15, 29.9, 30]).Select(d => evidence.LastSeen(P("ben"), Day(d))));
        Assert.Equal((Day(13), Day(15), Day(30), null), (evidence.NextSeen(P("ben"), Day(12)), evidence.NextSeen(P("ben"), Day(13)), evidence.NextSeen(P("ben"), Day(15)), evidence.NextSeen(P("ben"), Day(30))));
        Assert.Equal((null, Day(30)), (evidence.LastOwnAct(Day(29)), evidence.LastOwnAct(Day(99))));
        Assert.Equal((null, Day(10), Day(10), Day(14)), (evidence.LastInteraction(Day(9)), evidence.LastInteraction(Day(10)), evidence.LastInteraction(Day(13)), evidence.LastInteraction(Day(14))));
        Assert.Equal((Day(14), null), (evidence.NextInteraction(Day(10)), evidence.NextInteraction(Day(20))));
        Assert.Equal((null, Day(30)), (evidence.LastSeen(P("bot"), Day(99)), evidence.JournalBegins));
        Assert.Equal(Day(10), evidence.Known!.Value.From);
    }

    [Fact]
    public void Known_IsWhatIsSaid_OrFromTheFirstActivityOn()
    {
        TimeWindow said = new(Day(1), Day(2));
        Assert.Null(PolicyEvidence.Of([], null, said).Known);
        Assert.Null(PolicyEvidence.Of([], Acts.Of(new("nowhere"))).Known);
        Assert.Equal(said, PolicyEvidence.Of([], Acts.Of(new("nowhere")), said).Known);
        Assert.Equal(said, PolicyEvidence.Of([], Window, said).Known);
        Assert.Equal(ParticipationSignals.None, PolicyEvidence.Of([], null).Signals(P("ben"), Day(90), 9));
    }

    [Fact]
    public void Signals_CountWeeksStewardshipAndPeople()
    {
        ParticipationEvidence evidence = ParticipationEvidence.Of(Window);
        DateTimeOffset later = Day(28);
        Assert.Equal(new ParticipationSignals(1, 0, 3), evidence.Signals(P("ann"), later, 9));
        Assert.Equal(new ParticipationSignals(1, 1, 1), evidence.Signals(P("ben"), later, 9));
        Assert.Equal(new ParticipationSignals(1, 0, 1), evidence.Signals(P("cem"), later, 9));
        Assert.Equal(new ParticipationSignals(1, 1, 0), evidence.Signals(P("eva"), later, 9));
        Assert.Equal(new ParticipationSignals(1, 1, 1), evidence.Signals(P("gus"), later, 9));
        Assert.Same(ParticipationSignals.None, evidence.Signals(P("bot"), later, 9));
        Assert.Same(ParticipationSignals.None, evidence.Signals(P("ann"), Day(13), 1));
        Assert.Equal(new ParticipationSignals(1, 0, 0), evidence.Signals(P("ann"), Day(14), 1));
        Assert.Equal((Day(10).Week() + 1, Day(14).Week() + 1, null), (evidence.NextAfter(P("ann"), Day(1).Week()), evidence.NextAfter(P("ann"), Day(14).Week()), evidence.NextAfter(P("ann"), Day(21).Week())));
        Assert.Null(evidence.NextAfter(P("nobody"), 0));
    }

    [Fact]
    public void AWelcome_CountsForNewcomersOnly_FromTheVeryInstantOfJoining()
    {
        ActivityLog log = ActivityLog.Of([new(Id, P("new"), Day(1), Act.Post) { Id = new("hello") }, new(Id, P("g"), Day(2), Act.Comment) { InReplyTo = new("hello") }]).OrThrow();
        Assert.Equal(1, Stewardship(Day(1)));
        Assert.Equal(0, Stewardship(Day(1).AddTicks(1)));
        Assert.Equal(0, Stewardship(Day(-29)));
        Assert.Equal(1, Stewardship(Day(-29).AddTicks(1)));
        Assert.Equal(0, Stewardship(Day(0), new() { Newcomer = TimeSpan.FromDays(1) }));
        Assert.Equal(0, ParticipationEvidence.Of(log.Of(Id)).Signals(P("g"), Day(14), 9).StewardshipActs);

        int Stewardship(DateTimeOffset joined, ParticipationPolicy? policy = null) =>
            ParticipationEvidence.Of(log.Of(Id), new Dictionary<PersonId, DateTimeOffset> { [P("new")] = joined }, policy).Signals(P("g"), Day(14), 9).StewardshipActs;
    }

    private static DateTimeOffset Day(double day) => Start.AddDays(day);
}
