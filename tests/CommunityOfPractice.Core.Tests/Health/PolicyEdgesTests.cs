using CommunityOfPractice.Core.Health;

namespace CommunityOfPractice.Core.Tests.Health;

/// <summary>Every number of every policy: the last one that is allowed, and the first one that is not, alone.</summary>
public sealed class PolicyEdgesTests
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7), Year = TimeSpan.FromDays(366), Tick = TimeSpan.FromTicks(1);

    public static TheoryData<string, AlertPolicy, AlertPolicy> Alerts => new()
    {
        { "policy.alert.version", new() { Version = "x" }, new() { Version = string.Empty } },
        { "policy.alert.period", new() { Period = Week }, new() { Period = Week - Tick } },
        { "policy.alert.period", new() { Period = Year }, new() { Period = Year + Tick } },
        { "policy.alert.counts", new() { Baseline = 3 }, new() { Baseline = 2 } },
        { "policy.alert.counts", new() { LeastUsual = 1 }, new() { LeastUsual = 0 } },
        { "policy.alert.counts", new() { Facilitators = 1 }, new() { Facilitators = 0 } },
        { "policy.alert.quiet", new() { QuietShare = 0 }, new() { QuietShare = -0.01 } },
        { "policy.alert.quiet", new() { QuietShare = 0.49 }, new() { QuietShare = 0.5 } },
        { "policy.alert.quiet", new() { ReturnShare = 1 }, new() { ReturnShare = 1.01 } },
        { "policy.alert.overload", new() { RelievedShare = 0 }, new() { RelievedShare = -0.01 } },
        { "policy.alert.overload", new() { RelievedShare = 0.79 }, new() { RelievedShare = 0.8 } },
        { "policy.alert.overload", new() { OverloadShare = 1 }, new() { OverloadShare = 1.01 } },
    };

    public static TheoryData<string, StagePolicy, StagePolicy> Stages => new()
    {
        { "policy.stage.version", new() { Version = "x" }, new() { Version = string.Empty } },
        { "policy.stage.period", new() { Period = Week }, new() { Period = Week - Tick } },
        { "policy.stage.period", new() { Period = Year }, new() { Period = Year + Tick } },
        { "policy.stage.counts", new() { MinMembers = 1 }, new() { MinMembers = 0 } },
        { "policy.stage.counts", new() { Periods = 1 }, new() { Periods = 0 } },
        { "policy.stage.counts", new() { MaturingFactor = 1 }, new() { MaturingFactor = 0 } },
        { "policy.stage.counts", new() { StewardshipFactor = 2 }, new() { StewardshipFactor = 1 } },
        { "policy.stage.counts", new() { StewardshipFacilitators = 1 }, new() { StewardshipFacilitators = 0 } },
        { "policy.stage.shares", new() { MaturingShare = 0 }, new() { MaturingShare = -0.01 } },
        { "policy.stage.shares", new() { MaturingShare = 0.9 }, new() { MaturingShare = 0.91 } },
        { "policy.stage.shares", new() { MaturingShare = 1, StewardshipShare = 1 }, new() { MaturingShare = 1.01, StewardshipShare = 1.01 } },
        { "policy.stage.shares", new() { StewardshipShare = 1 }, new() { StewardshipShare = 1.01 } },
        { "policy.stage.slack", new() { Slack = 1 }, new() { Slack = 1.01 } },
        { "policy.stage.slack", new() { Slack = double.Epsilon }, new() { Slack = 0 } },
    };

    public static TheoryData<string, UncertaintyOptions, UncertaintyOptions> Uncertainties => new()
    {
        { "draws.range", new() { Draws = 20 }, new() { Draws = 19 } },
        { "draws.range", new() { Draws = 100_000 }, new() { Draws = 100_001 } },
        { "confidence.range", new() { Confidence = double.Epsilon }, new() { Confidence = 0 } },
        { "confidence.range", new() { Confidence = 0.9999 }, new() { Confidence = 1 } },
        { "concentration.range", new() { WeightConcentration = null }, new() { WeightConcentration = 0 } },
        { "concentration.range", new() { WeightConcentration = 1e9 }, new() { WeightConcentration = 1.0000001e9 } },
        { "goalpost-shift.range", new() { GoalpostShift = 0 }, new() { GoalpostShift = -1e-9 } },
        { "goalpost-shift.range", new() { GoalpostShift = 0.49999 }, new() { GoalpostShift = 0.5 } },
        { "activities.range", new() { MostActivities = 0 }, new() { MostActivities = -1 } },
    };

    public static TheoryData<string, AssessmentOptions, AssessmentOptions> Assessments => new()
    {
        { "step.gain", new() { StepGain = 100 }, new() { StepGain = 100.0001 } },
        { "step.gain", new() { StepGain = double.Epsilon }, new() { StepGain = 0 } },
        { "step.gain", new(), new() { StepGain = double.NaN } },
        { "baseline.unknown", new() { Baseline = HealthBaseline.LastYear }, new() { Baseline = (HealthBaseline)3 } },
        { "draws.range", new() { Uncertainty = new() { Draws = 20 } }, new() { Uncertainty = new() { Draws = 19 } } },
    };

    public static TheoryData<string, SuppressionPolicy, SuppressionPolicy> Suppressions => new()
    {
        { "policy.suppression.version", new() { Version = "x" }, new() { Version = string.Empty } },
        { "policy.suppression.group", new() { SmallestGroup = 5 }, new() { SmallestGroup = 4 } },
        { "policy.suppression.group", new() { SmallestGroup = 3, SmallerGroups = true }, new() { SmallestGroup = 2, SmallerGroups = true } },
        { "policy.suppression.distribution", new() { SmallestDistribution = 5 }, new() { SmallestDistribution = 4 } },
    };

    [Theory]
    [MemberData(nameof(Alerts))]
    public void Alert_policy(string code, AlertPolicy last, AlertPolicy first) => Check(code, last.Problems().Select(p => p.Code), first.Problems().Select(p => p.Code));

    [Theory]
    [MemberData(nameof(Stages))]
    public void Stage_policy(string code, StagePolicy last, StagePolicy first) => Check(code, last.Problems().Select(p => p.Code), first.Problems().Select(p => p.Code));

    [Theory]
    [MemberData(nameof(Uncertainties))]
    public void Uncertainty_options(string code, UncertaintyOptions last, UncertaintyOptions first) => Check(code, last.Problems().Select(p => p.Code), first.Problems().Select(p => p.Code));

    [Theory]
    [MemberData(nameof(Assessments))]
    public void Assessment_options(string code, AssessmentOptions last, AssessmentOptions first) => Check(code, last.Problems().Select(p => p.Code), first.Problems().Select(p => p.Code));

    [Theory]
    [MemberData(nameof(Suppressions))]
    public void Suppression_policy(string code, SuppressionPolicy last, SuppressionPolicy first) => Check(code, last.Problems().Select(p => p.Code), first.Problems().Select(p => p.Code));

    public static TheoryData<string, MinimumData, bool> Minima => new()
    {
        { "coverage", new() { DimensionCoverage = 1 }, true },
        { "coverage", new() { DimensionCoverage = 1.01 }, false },
        { "coverage", new() { DimensionCoverage = double.Epsilon }, true },
        { "coverage", new() { DimensionCoverage = 0 }, false },
        { "dimensions", new() { Dimensions = 2 }, true },
        { "dimensions", new() { Dimensions = 3 }, false },
        { "dimensions", new() { Dimensions = 1 }, true },
        { "dimensions", new() { Dimensions = 0 }, false },
        { "required", new() { RequiredDimension = "b" }, true },
        { "required", new() { RequiredDimension = "c" }, false },
    };

    [Theory]
    [MemberData(nameof(Minima))]
    public void Model_minimum(string what, MinimumData minimum, bool fine)
    {
        Assert.NotEmpty(what);
        Assert.Equal(fine, Record.Exception(() => Stub.Model(minimum)) is null);
    }

    private static void Check(string code, IEnumerable<string> last, IEnumerable<string> first)
    {
        Assert.Empty(last);
        Assert.Equal([code], first);
    }
}
