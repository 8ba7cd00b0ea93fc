using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Tests.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Health.Stages;

/// <summary>The stage of a community without a journal: what is known is looked at, and what is not is said.</summary>
public sealed class StageFromEvidenceTests
{
    private static readonly SmallCommunity Bare = Example.Of(Enumerable.Range(0, 91).Select(day => Example.Did($"p{day % 6}", Act.Ask, day + 0.5, $"q{day}")));

    private static readonly SmallCommunity Known = Bare.WithRoster(
        [Example.Facilitator("p0", -200), .. Enumerable.Range(0, 6).Select(i => Example.Member($"p{i}", i < 3 ? -200 : 10))]);

    [Fact]
    public void Of_activities_alone_the_status_is_assumed_and_contributors_stand_for_members()
    {
        StageSignals signals = Signals(Bare);
        Assert.Equal((CommunityStatus.Active, true, 6, true), (signals.Status, signals.StatusAssumed, signals.ActiveMembers, signals.MembersAssumed));
        Assert.Equal((null, null, null, null, null, null, 3), (signals.MemberInitiatedShare, signals.NewMembers, signals.StewardedArtifacts, signals.Facilitators, signals.Successors, signals.ReviewOverdue, signals.AbsenceFactor));
        StageAssessment stage = StageAssessor.Assess([signals])!;
        Assert.Equal((CommunityStage.Coalescing, 0.4), (stage.Stage, stage.Confidence));
        Assert.Equal(["stage.members: 6 people contributed, who stand for the members (at least 3)."], stage.EvidenceFor.Select(Told));
        Assert.Equal(["stage.active: Not known: whether the community is active; it is taken to be."], stage.EvidenceAgainst.Select(Told));
        Assert.Equal(
            ["stage.member-initiated: Not known: which part of what happens is started by members (at least 0.5).", "stage.newcomers: Not known: how many new members (at least 1)."],
            stage.NextStageGaps.Select(Told));
        Assert.Equal(["stage.active", "stage.member-initiated", "stage.newcomers"], stage.NotKnown);
        Assert.Equal(new StageCriterion(false, new("stage.ending", "Not known: whether the community is active; it is taken to be.")), StageCriterion.OfTransformation(signals));
    }

    [Fact]
    public void Of_a_roster_members_newcomers_and_facilitators_are_known()
    {
        StageSignals signals = Signals(Known);
        Assert.Equal((false, 6, 3, 1, null), (signals.MembersAssumed, signals.ActiveMembers, signals.NewMembers, signals.Facilitators, signals.Successors));
        Assert.Equal(75.0 / 91, signals.MemberInitiatedShare!.Value, 1e-12);
        Assert.Equal(CommunityStage.Maturing, StageAssessor.Assess([signals, Later(signals)])!.Stage);
        Assert.Equal(
            "stage.facilitators: 1 facilitator (at least 2, or one and a successor); whether somebody has agreed to follow is not known.",
            Told(StageAssessor.Assess([signals, Later(signals)])!.NextStageGaps.Single(g => g.Code == "stage.facilitators")));
        Assert.Contains("stage.facilitators", StageAssessor.Assess([signals, Later(signals)])!.NotKnown); // the sentence begins with what is known
    }

    /// <summary>What nothing tells of neither lets a community become stewarded nor keeps it from staying so.</summary>
    [Theory]
    [InlineData(null, null, null)]
    [InlineData(2, null, true)]
    [InlineData(1, null, null)]
    [InlineData(0, null, false)]
    [InlineData(1, 1, true)]
    [InlineData(1, 0, false)]
    public void Facilitators_carry_it_or_it_is_not_known(int? facilitators, int? successors, bool? carried) =>
        Assert.Equal(carried, StageCriterion.OfStewardship(Signals(Known) with { Facilitators = facilitators, Successors = successors }, StagePolicy.Default, 1).Single(c => c.Finding.Code == "stage.facilitators").Holds);

    [Theory]
    [InlineData(true, false, true)]
    [InlineData(false, true, false)]
    [InlineData(null, null, false)]
    public void An_unknown_review_transforms_nothing(bool? overdue, bool? onTime, bool transforming)
    {
        StageSignals fading = Signals(Known) with { Falling = true, ReviewOverdue = overdue };
        Assert.Equal(onTime, StageCriterion.OfStewardship(fading, StagePolicy.Default, 1).Single(c => c.Finding.Code == "stage.purpose").Holds);
        Assert.Equal(transforming, fading.Transforming);
    }

    /// <summary>Periods are counted from the first thing that is known; bots begin nothing.</summary>
    [Fact]
    public void Periods_begin_with_what_is_known_first()
    {
        Assert.Equal([new(Example.Start.AddDays(0.5), Example.Start.AddDays(91))], StageAssessor.Periods((Bare with { Activities = [Example.Did("robot", Act.Post, -300) with { Actor = ActorKind.Bot }, .. Bare.Activities] }).Evidence));
        ValueList<TimeWindow> periods = StageAssessor.Periods(Known.Evidence);
        Assert.Equal([-200.0, -109, -18, 73], periods.Select(p => (p.From - Example.Start).TotalDays));
        Assert.Equal(Example.Start.AddDays(91), periods[^1].Until);
        Assert.Empty(StageAssessor.Periods(Example.Of().Evidence));
        Assert.InRange(StageAssessor.Periods(Example.Of(Example.Did("a", Act.Post, -91 * 500)).Evidence).Count, 160, 161);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-91)]
    [InlineData(400)]
    public void Periods_of_no_usable_length_are_misuse(int days) =>
        Assert.Throws<ArgumentException>("policy", () => StageAssessor.Periods(Known.Evidence, StagePolicy.Default with { Period = TimeSpan.FromDays(days) }));

    [Fact]
    public void Evidence_of_another_time_is_misuse()
    {
        Assert.Throws<ArgumentException>(() => StageSignals.Of(Bare.Evidence, new(Example.Start, Example.Start.AddDays(90))));
        Assert.Throws<ArgumentException>(() => StageSignals.Of(Bare.Evidence, new(Example.Start.AddDays(-1), Example.Start.AddDays(91))));
        Assert.True(StageSignals.Of(Bare.Evidence, new(Example.Start.AddDays(80), Example.Start.AddDays(91))).IsPartial);
        Assert.Equal((CommunityStatus.Closed, false), (Signals(Bare, CommunityStatus.Closed).Status, Signals(Bare, CommunityStatus.Closed).StatusAssumed));
    }

    private static StageSignals Signals(SmallCommunity community, CommunityStatus? status = null) => StageSignals.Of(community.Evidence, Example.Quarter, status);

    private static StageSignals Later(StageSignals signals) => signals with { Window = new(signals.Window.Until, signals.Window.Until.AddDays(91)) };

    private static string Told(Reason reason) => $"{reason.Code}: {reason.Text}";
}
