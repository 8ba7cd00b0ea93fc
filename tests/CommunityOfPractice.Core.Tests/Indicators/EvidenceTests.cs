using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Tests.Indicators.Life;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Indicators;

/// <summary>What counts as known, at which instant, and what evidence of another instant keeps.</summary>
public sealed class EvidenceTests
{
    [Theory]
    [InlineData(91, false)] // a period that begins at the as-of instant is not known yet
    [InlineData(90.999, true)]
    [InlineData(-400, true)]
    public void Members_and_facilitators_are_known_from_before_the_as_of_instant(double from, bool known)
    {
        HealthEvidence member = Example.Of().WithRoster(Example.Member("m", from)).Evidence, facilitator = Example.Of().WithRoster(Example.Facilitator("f", from)).Evidence;
        Assert.Equal((known, false), (member.MembersKnown, member.FacilitatorsKnown));
        Assert.Equal((false, known), (facilitator.MembersKnown, facilitator.FacilitatorsKnown));
        HealthEvidence both = Example.Of().WithRoster(Example.Member("late", 200), Example.Facilitator("late", 200), Example.Member("m", from), Example.Facilitator("f", from)).Evidence;
        Assert.Equal((known, known), (both.MembersKnown, both.FacilitatorsKnown));
        Assert.Equal((false, false), (Example.Of().Evidence.MembersKnown, Example.Of().Evidence.FacilitatorsKnown));
    }

    [Fact]
    public void People_are_known_when_one_of_the_population_is()
    {
        SmallCommunity posts = Example.Posts(1, 1);
        Assert.False(posts.Evidence.PeopleKnown);
        Assert.False((posts with { People = [new(new("elsewhere"), [new()])] }).Evidence.PeopleKnown);
        Assert.True((posts with { People = [new(new("elsewhere"), [new()]), new(new("p1"), [new()])] }).Evidence.PeopleKnown);
        Assert.Null(posts.Evidence.AttributesOf(new("p1"), Example.Start));
    }

    [Fact]
    public void Domain_and_practice_are_known_by_the_record_or_by_what_there_is()
    {
        Community none = new(SmallCommunity.Id), chartered = none with { Charters = [Known.Charter(0)] };
        PracticeState shelf = Known.Shelf([Known.Artifact("x", 1)]);
        Assert.Equal((false, false, false), Knowledge(null, null));
        Assert.Equal((false, false, false), Knowledge(none, PracticeState.Empty));
        Assert.Equal((false, true, false), Knowledge(chartered, PracticeState.Empty));
        Assert.Equal((false, false, true), Knowledge(none, shelf));
        Assert.Equal((false, true, true), Knowledge(chartered, shelf));
        Assert.Equal((true, true, false), Knowledge(Known.Active(), null));
        Assert.Equal((true, true, true), Knowledge(Known.Active(), PracticeState.Empty));

        static (bool, bool, bool) Knowledge(Community? state, PracticeState? practice)
        {
            HealthEvidence evidence = (Example.Of() with { State = state, Practice = practice }).Evidence;
            return (evidence.IsRecorded, evidence.DomainKnown, evidence.PracticeKnown);
        }
    }

    [Fact]
    public void The_last_moment_is_a_tick_before_the_as_of_instant()
    {
        Assert.Equal(Example.Of().AsOf.AddTicks(-1), Example.Of().Evidence.LastMoment);
        SmallCommunity first = Example.Of() with { Window = new(DateTimeOffset.MinValue, DateTimeOffset.MinValue) };
        Assert.Equal(DateTimeOffset.MinValue, first.Evidence.LastMoment);
        Assert.Equal(DateTimeOffset.MinValue, (first with { Window = new(DateTimeOffset.MinValue, DateTimeOffset.MinValue.AddTicks(1)) }).Evidence.LastMoment);
    }

    [Fact]
    public void Evidence_of_another_instant_keeps_what_does_not_depend_on_it()
    {
        HealthEvidence now = Full();
        TimeWindow earlier = new(now.Window.From.AddDays(-91), now.Window.From), narrower = new(now.Window.From.AddDays(10), now.AsOf);
        Roster roster = new(SmallCommunity.Id, [Example.Member("x", 0)]);
        Dictionary<PersonId, Person> people = new() { [new("x")] = new(new("x"), [new() { Department = "d" }]) };

        HealthEvidence then = now.With(now.History.Log, earlier, roster, people);
        Assert.Equal((SmallCommunity.Id, earlier), (then.Community, then.Window));
        Assert.Equal((null, null, null, null), (then.State, then.Practice, then.SuccessorReady, then.Organisation));
        Assert.Same(now.PracticePolicy, then.PracticePolicy);
        Assert.Equal(now.Breaks, then.Breaks);
        Assert.Same(roster, then.Roster);
        Assert.Same(people, then.People);

        HealthEvidence same = now.With(now.History.Log, narrower, roster, people);
        Assert.Same(now.State, same.State);
        Assert.Same(now.Practice, same.Practice);
        Assert.Equal((true, now.Organisation), (same.SuccessorReady, same.Organisation));
        Assert.Same(now.PracticePolicy, same.PracticePolicy);
    }

    [Fact]
    public void Evidence_that_knows_more_keeps_the_rest()
    {
        HealthEvidence now = Full();
        Community state = Known.Active(-5);
        Roster roster = new(SmallCommunity.Id, [Example.Member("x", 0)]);
        HealthEvidence other = now.Knowing(state, null, roster);
        Assert.Same(state, other.State);
        Assert.Null(other.Practice);
        Assert.Same(roster, other.Roster);
        Assert.Equal((now.Window, now.SuccessorReady, now.Organisation, now.Breaks), (other.Window, other.SuccessorReady, other.Organisation, other.Breaks));
        Assert.Same(now.PracticePolicy, other.PracticePolicy);
        Assert.Same(now.People, other.People);
        Assert.Equal(now.History.Count, other.History.Count);
    }

    [Fact]
    public void Moments_of_people_leave_bots_and_replies_to_oneself_out()
    {
        HealthEvidence evidence = Example.Of(
            Example.Did("robot", Act.Post, -5) with { Actor = ActorKind.Bot }, Example.Did("a", Act.View, 3, "v"), Example.Did("b", Act.View, 20), Example.Did("a", Act.Comment, 30, null, "v"), Example.Did("robot", Act.Post, 80) with { Actor = ActorKind.Bot }).Evidence;
        Assert.Equal((Known.Day(3).UtcTicks, Known.Day(20).UtcTicks), (evidence.FirstMomentOfPeople, evidence.LastMomentOfPeople));
        Assert.Equal(12, evidence.WeeksObserved); // 88 days
        Assert.True(evidence.EverDone(Act.Ask, Act.View));
        Assert.False(evidence.EverDone(Act.Post, Act.Comment));
        HealthEvidence nobody = Example.Of(Example.Did("robot", Act.Post, 5) with { Actor = ActorKind.Bot }).Evidence;
        Assert.Equal((null, null, 0, false), (nobody.FirstMomentOfPeople, nobody.LastMomentOfPeople, nobody.WeeksObserved, nobody.EverDone(Act.Post)));
    }

    private static HealthEvidence Full() => new(SmallCommunity.Id, Example.Posts(3, 4).Log, Example.Quarter, new(SmallCommunity.Id, [Example.Member("p0", 0)]), new Dictionary<PersonId, Person> { [new("p0")] = new(new("p0"), [new()]) })
    {
        State = Known.Active(),
        Practice = Practice.Of(Known.Shelf([Known.Artifact("x", 1)])),
        SuccessorReady = true,
        PracticePolicy = PracticePolicy.Default with { },
        Breaks = [new(Known.Day(1), Known.Day(2))],
        Organisation = new([new("it", 3)], []),
    };
}
