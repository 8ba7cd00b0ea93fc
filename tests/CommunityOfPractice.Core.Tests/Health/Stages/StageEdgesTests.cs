using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Vocabulary;
using static CommunityOfPractice.Core.Health.CommunityStage;

namespace CommunityOfPractice.Core.Tests.Health.Stages;

/// <summary>The numbers at which stages begin and end, what is said of each, and how sure it is.</summary>
public sealed class StageEdgesTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

    private static readonly StageSignals Unknown = new(new TimeWindow(Start, Start.AddDays(91)), CommunityStatus.Active, 5) { Facilitators = 1 };
    private static readonly StageSignals Fair = Unknown with { MemberInitiatedShare = 0.5, AbsenceFactor = 2, NewMembers = 1 };
    private static readonly StageSignals Good = Fair with { MemberInitiatedShare = 0.9, AbsenceFactor = 3, StewardedArtifacts = 1, Facilitators = 2 };

    /// <summary>Exactly what is needed is enough, and so is what was lost by rounding.</summary>
    [Theory]
    [InlineData(0.5, Maturing)]
    [InlineData(0.5 - 0.9e-9, Maturing)]
    [InlineData(0.5 - 1.1e-9, Coalescing)]
    public void Needs_are_met_exactly(double share, CommunityStage stage) => Assert.Equal(stage, Of(Fair with { MemberInitiatedShare = share }, Fair with { MemberInitiatedShare = share }).Stage);

    [Theory]
    [InlineData(2, 0, Stewardship)]
    [InlineData(1, 1, Stewardship)]
    [InlineData(1, 0, Maturing)]
    [InlineData(0, 1, Maturing)]
    [InlineData(0, 9, Maturing)]
    public void Stewardship_is_carried_by_two_or_by_one_and_a_successor(int facilitators, int successors, CommunityStage stage)
    {
        StageSignals signals = Good with { Facilitators = facilitators, Successors = successors };
        StageAssessment assessment = Of(signals, signals, signals, signals);
        Assert.Equal(stage, assessment.Stage);
        string text = $"{facilitators} {(facilitators == 1 ? "facilitator" : "facilitators")} (at least 2, or one and a successor), {successors} {(successors == 1 ? "successor" : "successors")}.";
        Assert.Equal(text, (stage == Stewardship ? assessment.EvidenceFor : assessment.NextStageGaps).Single(r => r.Code == "stage.facilitators").Text);
    }

    [Fact]
    public void Each_stage_tells_what_speaks_for_it_and_what_the_next_one_lacks()
    {
        StageAssessment first = Of(Fair with { NewMembers = 0, AbsenceFactor = 1 });
        Assert.Equal(["stage.active: The community is Active.", "stage.members: 5 active members (at least 3)."], Say(first.EvidenceFor));
        Assert.Empty(first.EvidenceAgainst);
        Assert.Equal(["stage.absence-factor: 1 people make half of all contributions (at least 2).", "stage.newcomers: 0 new members (at least 1)."], Say(first.NextStageGaps));

        StageAssessment second = Of(Fair, Fair, Fair with { MemberInitiatedShare = 0.4, ReviewOverdue = true });
        Assert.Equal(["stage.absence-factor: 2 people make half of all contributions (at least 1.8)."], Say(second.EvidenceFor));
        Assert.Equal(["stage.member-initiated: 0.4 of what happens is started by members (at least 0.45)."], Say(second.EvidenceAgainst));
        Assert.Equal(
            [
                "stage.member-initiated: 0.4 of what happens is started by members (at least 0.9).",
                "stage.absence-factor: 2 people make half of all contributions (at least 3).",
                "stage.artifacts: Not known: how many artifacts with an active steward (at least 1).",
                "stage.purpose: The purpose review is overdue.",
                "stage.facilitators: 1 facilitator (at least 2, or one and a successor), 0 successors.",
            ],
            Say(second.NextStageGaps));

        StageAssessment third = Of(Good, Good, Good, Good);
        Assert.Equal(5, third.EvidenceFor.Count);
        Assert.Equal("The purpose was looked at on time.", third.EvidenceFor.Single(r => r.Code == "stage.purpose").Text);
        Assert.Equal((0, 0), (third.EvidenceAgainst.Count, third.NextStageGaps.Count));
    }

    [Fact]
    public void Transformation_tells_why()
    {
        Assert.Equal(["stage.fading: Fewer and fewer people contribute, and the purpose review is overdue."], Say(Of(Fair with { Falling = true, ReviewOverdue = true, MergingOrSplitting = true }).EvidenceFor));
        Assert.Equal(["stage.merging-or-splitting: A split took place."], Say(Of(Fair with { MergingOrSplitting = true, Status = CommunityStatus.Closing }).EvidenceFor));
        Assert.Equal(["stage.merging-or-splitting: A split took place."], Say(Of(Fair with { MergingOrSplitting = true, Falling = true }).EvidenceFor));
        Assert.Equal(["stage.ending: The community is Merged."], Say(Of(Fair with { Status = CommunityStatus.Merged, ReviewOverdue = true }).EvidenceFor));
        Assert.Equal((1.0, 0, 0), (Of(Fair with { MergingOrSplitting = true }) is var a ? (a.Confidence, a.EvidenceAgainst.Count, a.NextStageGaps.Count) : default));
    }

    [Theory]
    [InlineData(CommunityStatus.Rejected, new string[0])]
    [InlineData(CommunityStatus.Proposed, new[] { "stage.active" })]
    [InlineData(CommunityStatus.Chartered, new[] { "stage.active" })]
    public void What_is_not_yet_there_lacks_what_coalescing_needs(CommunityStatus status, string[] gaps)
    {
        StageAssessment assessment = Of(Fair with { Status = status });
        Assert.Equal((Potential, null, 1.0), (assessment.Stage, assessment.Since, assessment.Confidence));
        Assert.Equal(gaps, assessment.NextStageGaps.Select(g => g.Code));
        Assert.Empty(assessment.EvidenceFor);
    }

    /// <summary>Of seven needs asked, own and next, so many are known.</summary>
    [Fact]
    public void Confidence_is_the_part_of_the_needs_that_is_known()
    {
        Assert.Equal(1, Of(Fair).Confidence);
        Assert.Equal(4 / 5.0, Of(Fair with { NewMembers = null }).Confidence, 12);
        Assert.Equal(6 / 7.0, Of(Fair, Fair, Fair).Confidence, 12); // artifacts are unknown
        Assert.Equal(1, Of(Good, Good, Good, Good).Confidence);
        Assert.Equal(4 / 5.0, Of(Good, Good, Good, Good, Good with { AbsenceFactor = null }).Confidence, 12);
    }

    [Fact]
    public void A_dormant_community_is_at_the_stage_before_it_closed()
    {
        StageSignals closing = Fair with { Status = CommunityStatus.Closing }, dormant = Fair with { Status = CommunityStatus.Dormant };
        Assert.Equal(Maturing, Of(Fair, Fair, closing, dormant).Stage);
        Assert.Equal(Coalescing, Of(Fair, closing, dormant).Stage);
        Assert.Equal(["stage.active: The community is Dormant.", "stage.members: 5 active members (at least 3)."], Say(Of(Fair, dormant).EvidenceFor));
        Assert.Equal(Potential, Of(dormant).Stage);
    }

    [Fact]
    public void Too_few_members_begin_again()
    {
        StageSignals two = Fair with { ActiveMembers = 2 };
        Assert.Equal((Potential, Start.AddDays(3 * 91)), (Of(Fair, Fair, two).Stage, Of(Fair, Fair, two).Since));
        Assert.Equal(Coalescing, Of(Fair, Fair, two, Fair).Stage);
        Assert.Equal(Maturing, Of(Fair, Fair, two, Fair, Fair).Stage);
        Assert.Equal(Coalescing, Of(Fair, two, Fair).Stage); // the row begins again too
        Assert.Equal(Coalescing, Of(Fair, two with { IsPartial = true }).Stage);
        Assert.Equal(Potential, Of(two with { IsPartial = true }).Stage);
    }

    [Theory]
    [InlineData(CommunityStatus.Proposed)]
    [InlineData(CommunityStatus.Chartered)]
    [InlineData(CommunityStatus.Rejected)]
    public void What_is_no_community_any_more_is_potential(CommunityStatus status)
    {
        StageSignals back = Fair with { Status = status };
        Assert.Equal((Potential, Start.AddDays(3 * 91)), (Of(Fair, Fair, back).Stage, Of(Fair, Fair, back).Since));
        Assert.Equal(Potential, Of(Fair, Fair, Fair with { Status = CommunityStatus.Closing }, back).Stage);
    }

    [Fact]
    public void Rows_begin_again_with_each_stage()
    {
        Assert.Equal(Maturing, Of(Good, Good, Good).Stage); // two periods to mature, two more to steward
        Assert.Equal(Maturing, Of(Good, Good, Good, Fair, Good).Stage);
        Assert.Equal(Stewardship, Of(Good, Good, Good, Fair, Good, Good).Stage);
        StageSignals bad = Fair with { MemberInitiatedShare = 0 };
        Assert.Equal(Coalescing, Of(Good, Good, Good, Good, bad, bad, bad, bad).Stage);
        Assert.Equal(Maturing, Of(Good, Good, Good, Good, bad, bad, bad).Stage);
        Assert.Equal(Stewardship, Of(Good, Good, Good, Good, bad).Stage);
        Assert.Equal(Coalescing, Of(Good, Good, Good, Good, bad, bad, bad, bad, bad, bad).Stage); // never below
    }

    /// <summary>One need that is not met breaks a row, and one that is not known neither counts nor breaks it, whatever is known of the others.</summary>
    [Fact]
    public void One_need_decides_for_all()
    {
        StageSignals none = Fair with { NewMembers = 0 }, unknown = Fair with { NewMembers = null };
        Assert.Equal(Coalescing, Of(Fair, none, Fair).Stage);
        Assert.Equal(Coalescing, Of(Fair, unknown).Stage);
        Assert.Equal(Maturing, Of(Fair, unknown, Fair).Stage);
        Assert.Equal(Coalescing, Of(unknown, none, Fair).Stage);
        StageSignals alone = Fair with { AbsenceFactor = 1 }, half = alone with { MemberInitiatedShare = null };
        Assert.Equal(Coalescing, Of(Fair, Fair, alone, alone).Stage);
        Assert.Equal(Coalescing, Of(Fair, Fair, alone, Fair with { AbsenceFactor = null }, half).Stage);
        Assert.Equal(Maturing, Of(Fair, Fair, alone, Fair, alone).Stage);
    }

    [Fact]
    public void One_period_is_enough_where_the_policy_says_so()
    {
        StagePolicy quick = new() { Periods = 1 };
        Assert.Equal(Maturing, StageAssessor.Assess(Row(Fair, Fair), quick)!.Stage);
        Assert.Equal(Stewardship, StageAssessor.Assess(Row(Good, Good, Good), quick)!.Stage);
        Assert.Equal(Coalescing, StageAssessor.Assess(Row(Fair, Fair, Unknown with { AbsenceFactor = 1 }), quick)!.Stage);
        Assert.Equal("mine", StageAssessor.Assess(Row(Fair), new() { Version = "mine" })!.PolicyVersion);
    }

    [Fact]
    public void Since_stays_while_the_stage_does()
    {
        Assert.Equal(Start.AddDays(91), Of(Fair).Since);
        Assert.Equal(Start.AddDays(2 * 91), Of(Fair, Fair, Fair, Fair).Since);
        StageSignals closing = Fair with { Status = CommunityStatus.Closing };
        Assert.Equal(Start.AddDays(3 * 91), Of(Fair, Fair, closing, closing, closing).Since);
        Assert.Equal(Start.AddDays(4 * 91), Of(Fair, Fair, closing, Fair).Since);
    }

    [Fact]
    public void Periods_may_touch_and_not_overlap()
    {
        StageSignals[] row = Row(Fair, Fair);
        Assert.Equal(Maturing, StageAssessor.Assess(row)!.Stage);
        StageSignals early = row[1] with { Window = new(row[0].Window.Until.AddTicks(-1), row[1].Window.Until) };
        Assert.Equal("periods", Assert.Throws<ArgumentException>(() => StageAssessor.Assess([row[0], early])).ParamName);
    }

    private static StageAssessment Of(params StageSignals[] periods) => StageAssessor.Assess(Row(periods))!;

    private static StageSignals[] Row(params StageSignals[] periods) => [.. periods.Select((p, i) => p with { Window = new(Start.AddDays(91 * i), Start.AddDays(91 * (i + 1))) })];

    private static IEnumerable<string> Say(IEnumerable<Reason> reasons) => reasons.Select(r => $"{r.Code}: {r.Text}");
}
