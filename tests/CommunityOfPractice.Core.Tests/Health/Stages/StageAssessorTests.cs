using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using static CommunityOfPractice.Core.Health.CommunityStage;

namespace CommunityOfPractice.Core.Tests.Health.Stages;

public sealed class StageAssessorTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

    private static readonly StageSignals Poor = Signals() with { MemberInitiatedShare = 0.2, AbsenceFactor = 1, NewMembers = 0 };
    private static readonly StageSignals Fair = Signals() with { MemberInitiatedShare = 0.6, AbsenceFactor = 2, NewMembers = 1 };
    private static readonly StageSignals Good = Fair with { MemberInitiatedShare = 0.95, AbsenceFactor = 3, StewardedArtifacts = 4, Facilitators = 2 };

    [Fact]
    public void Assess_NoPeriod_IsNull() => Assert.Null(StageAssessor.Assess([]));

    [Fact]
    public void Assess_PeriodsOutOfOrder_Throws() => Assert.Throws<ArgumentException>(() => StageAssessor.Assess([.. Row(Fair, Fair).Reverse()]));

    [Theory]
    [InlineData(CommunityStatus.Proposed, 5, Potential)]
    [InlineData(CommunityStatus.Chartered, 5, Potential)]
    [InlineData(CommunityStatus.Rejected, 5, Potential)]
    [InlineData(CommunityStatus.Active, 2, Potential)]
    [InlineData(CommunityStatus.Active, 3, Coalescing)]
    [InlineData(CommunityStatus.Closing, 5, Transformation)]
    [InlineData(CommunityStatus.Closed, 0, Transformation)]
    [InlineData(CommunityStatus.Merged, 0, Transformation)]
    public void Assess_OnePeriod_FollowsTheStatusAndTheMembers(CommunityStatus status, int members, CommunityStage expected) =>
        Assert.Equal(expected, StageOf(Good with { Status = status, ActiveMembers = members }));

    [Fact]
    public void Assess_WhatTheNextStageNeeds_CountsFromTheSecondPeriodInARow()
    {
        Assert.Equal(Coalescing, StageOf(Fair));
        Assert.Equal(Maturing, StageOf(Fair, Fair));
        Assert.Equal(Coalescing, StageOf(Fair, Poor, Fair));
        Assert.Equal(Coalescing, StageOf(Poor, Fair, Poor, Fair, Poor, Fair));
        Assert.Equal(Maturing, StageOf(Poor, Fair, Fair));
        Assert.Equal(Maturing, StageOf(Good, Good, Good));
        Assert.Equal(Stewardship, StageOf(Good, Good, Good, Good));
    }

    /// <summary>Each single need: without it, the community does not move on.</summary>
    [Theory]
    [InlineData("stage.member-initiated")]
    [InlineData("stage.absence-factor")]
    [InlineData("stage.newcomers")]
    public void Assess_OneNeedOfMaturingMissing_StaysAndSaysSo(string code)
    {
        StageSignals lacking = code switch
        {
            "stage.member-initiated" => Fair with { MemberInitiatedShare = 0.49 },
            "stage.absence-factor" => Fair with { AbsenceFactor = 1 },
            _ => Fair with { NewMembers = 0 },
        };
        StageAssessment assessment = StageAssessor.Assess(Row(lacking, lacking, lacking))!;

        Assert.Equal(Coalescing, assessment.Stage);
        Assert.Equal([code], assessment.NextStageGaps.Select(g => g.Code));
    }

    [Theory]
    [InlineData("stage.member-initiated")]
    [InlineData("stage.absence-factor")]
    [InlineData("stage.artifacts")]
    [InlineData("stage.purpose")]
    [InlineData("stage.facilitators")]
    public void Assess_OneNeedOfStewardshipMissing_StaysAndSaysSo(string code)
    {
        StageSignals lacking = code switch
        {
            "stage.member-initiated" => Good with { MemberInitiatedShare = 0.89 },
            "stage.absence-factor" => Good with { AbsenceFactor = 2 },
            "stage.artifacts" => Good with { StewardedArtifacts = 0 },
            "stage.purpose" => Good with { ReviewOverdue = true },
            _ => Good with { Facilitators = 1 },
        };
        StageAssessment assessment = StageAssessor.Assess(Row(lacking, lacking, lacking, lacking, lacking))!;

        Assert.Equal(Maturing, assessment.Stage);
        Assert.Equal([code], assessment.NextStageGaps.Select(g => g.Code));
    }

    [Fact]
    public void Assess_OneFacilitatorAndASuccessor_AreEnoughForStewardship() =>
        Assert.Equal(Stewardship, StageOf([.. Enumerable.Repeat(Good with { Facilitators = 1, Successors = 1 }, 4)]));

    [Fact]
    public void Assess_WithinTheSlack_StaysWhereItIs()
    {
        StageSignals slack = Fair with { MemberInitiatedShare = 0.45, NewMembers = 0 }, below = Fair with { MemberInitiatedShare = 0.44 };

        Assert.Equal(Maturing, StageOf(Fair, Fair, slack, slack, slack, slack));
        Assert.Equal(Maturing, StageOf(Fair, Fair, below, slack, below, slack, below));
        Assert.Equal(Maturing, StageOf(Fair, Fair, below));
        Assert.Equal(Coalescing, StageOf(Fair, Fair, below, below));
    }

    [Fact]
    public void Assess_StewardshipLost_GoesBackOneStage() => Assert.Equal(Maturing, StageOf(Good, Good, Good, Good, Fair, Fair));

    [Fact]
    public void Assess_AnUnknownPeriod_NeitherCountsNorBreaksTheRow()
    {
        StageSignals unknown = Signals();

        Assert.Equal(Coalescing, StageOf(unknown, unknown, unknown));
        Assert.Equal(Coalescing, StageOf(Fair, unknown));
        Assert.Equal(Maturing, StageOf(Fair, unknown, Fair));
        Assert.Equal(Maturing, StageOf(Fair, Fair, unknown, unknown, unknown));
        Assert.Equal(0.4, StageAssessor.Assess(Row(unknown))!.Confidence, 12); // status and members are known, three things are not
    }

    [Fact]
    public void Assess_FadingWithoutALookAtThePurpose_IsTransformation_EitherAloneIsNot()
    {
        Assert.Equal(Transformation, StageOf(Fair, Fair, Fair with { Falling = true, ReviewOverdue = true }));
        Assert.Equal(Maturing, StageOf(Fair, Fair, Fair with { Falling = true }));
        Assert.Equal(Maturing, StageOf(Fair, Fair, Fair with { ReviewOverdue = true }));
        Assert.Equal(Transformation, StageOf(Fair, Fair, Fair with { MergingOrSplitting = true }));
    }

    [Fact]
    public void Assess_TransformationResolved_IsAtTheStageBefore()
    {
        Assert.Equal(Maturing, StageOf(Fair, Fair, Fair with { Status = CommunityStatus.Closing }, Fair));
        Assert.Equal(Maturing, StageOf(Fair, Fair, Fair with { Status = CommunityStatus.Closing }, Fair with { Status = CommunityStatus.Closing }, Fair));
    }

    [Fact]
    public void Assess_Dormant_KeepsTheStageItHad()
    {
        StageSignals rest = Poor with { Status = CommunityStatus.Dormant };

        Assert.Equal(Maturing, StageOf(Fair, Fair, rest, rest, rest));
    }

    [Fact]
    public void Assess_APartialPeriod_MovesByTheStatusOnly()
    {
        Assert.Equal(Coalescing, StageOf(Fair, Fair with { IsPartial = true }));
        Assert.Equal(Maturing, StageOf(Fair, Fair, Poor with { IsPartial = true }));
        Assert.Equal(Coalescing, StageOf(Fair with { IsPartial = true }));
        Assert.Equal(Coalescing, StageOf(Fair with { IsPartial = true }, Fair));
        Assert.Equal(Transformation, StageOf(Fair, Fair with { IsPartial = true, Status = CommunityStatus.Closing }));
    }

    [Fact]
    public void Since_IsTheEndOfThePeriodThatBroughtIt()
    {
        StageSignals[] periods = Row(Poor, Fair, Fair, Fair);

        Assert.Equal(periods[2].Window.Until, StageAssessor.Assess(periods)!.Since);
    }

    /// <summary>The stage only moves one step at a time, or into and out of transformation, or back to the beginning.</summary>
    [Property(MaxTest = 300)]
    public Property AnyPeriods_MoveOneStepAtATime() => Prop.ForAll(AnyRow().ToArbitrary(), row =>
    {
        CommunityStage[] stages = [.. Enumerable.Range(1, row.Length).Select(n => StageAssessor.Assess(row[..n])!.Stage)];
        CommunityStage reached = Potential;
        foreach ((CommunityStage before, CommunityStage after) in stages.Zip(stages.Skip(1)))
        {
            CommunityStage from = before == Transformation ? reached : before;
            Assert.True(after is Transformation or Potential || Math.Abs((int)after - (int)from) <= 1, $"{before} -> {after}");
            reached = after == Transformation ? from : after;
        }
    });

    /// <summary>What is said for and against a stage is said of the latest period, and nothing is said twice.</summary>
    [Property(MaxTest = 300)]
    public Property AnyPeriods_AreExplained() => Prop.ForAll(AnyRow().ToArbitrary(), row =>
    {
        StageAssessment assessment = StageAssessor.Assess(row)!;
        Reason[] own = [.. assessment.EvidenceFor, .. assessment.EvidenceAgainst];

        Assert.InRange(assessment.Confidence, 0, 1);
        Assert.Equal(own.Length, own.Select(r => r.Code).Distinct().Count());
        Assert.Equal(assessment.Stage is Potential, own.Length == 0);
        Assert.Equal("stage/1", assessment.PolicyVersion);
        Assert.Equal(assessment, StageAssessor.Assess(row));
    });

    [Fact]
    public void Problems_OfAnImpossiblePolicy_AreAllNamed()
    {
        Assert.Empty(StagePolicy.Default.Problems());
        StagePolicy wrong = new() { Version = " ", Period = TimeSpan.FromDays(1), MinMembers = 0, MaturingShare = 0.9, StewardshipShare = 0.5, Slack = 0 };
        Assert.Equal(["policy.stage.version", "policy.stage.period", "policy.stage.counts", "policy.stage.shares", "policy.stage.slack"], wrong.Problems().Select(p => p.Code));
    }

    private static CommunityStage StageOf(params StageSignals[] periods) => StageAssessor.Assess(Row(periods))!.Stage;

    private static StageSignals[] Row(params StageSignals[] periods) =>
        [.. periods.Select((p, i) => p with { Window = new(Start.AddDays(91 * i), Start.AddDays(91 * (i + 1))) })];

    private static StageSignals Signals() => new(new TimeWindow(Start, Start.AddDays(91)), CommunityStatus.Active, 5) { Facilitators = 1 };

    private static Gen<StageSignals[]> AnyRow() =>
        (from status in Gen.Frequency((8, Gen.Constant(CommunityStatus.Active)), (1, Gen.Elements(Enum.GetValues<CommunityStatus>()[1..])))
         from pick in Gen.Elements(Poor, Fair, Good, Signals())
         from overdue in Gen.Elements(false, false, true)
         from falling in Gen.Elements<bool?>(false, true, null)
         from members in Gen.Choose(1, 9)
         select pick with { Status = status, ReviewOverdue = overdue, Falling = falling, ActiveMembers = members })
        .NonEmptyListOf().Select(l => Row([.. l]));
}
