using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Tests.Indicators;

namespace CommunityOfPractice.Core.Tests.Health;

/// <summary>When there is a score and when not, each reason alone and at its limit.</summary>
public sealed class MinimumDataTests
{
    private static readonly MinimumData Default = new();

    private static readonly Stub[] Stubs = [Stub.Of("a1", 80), Stub.Of("a2", 80), Stub.Of("a3", 80), Stub.Of("b1", 80)];

    [Fact]
    public void Assess_EverythingJustEnough_IsScored()
    {
        HealthReport report = Assess(Stub.Enough());
        Assert.Equal((HealthVerdict.Scored, 0), (report.Verdict, report.Missing.Count));
        Assert.Equal("80.0 of 100, from 4 of the model's 4 indicators. How sure it is was not worked out, so no band is named.", report.Summary);
    }

    [Fact]
    public void Assess_OneTickTooYoung_IsTooEarlyToTell()
    {
        SmallCommunity young = Stub.Enough();
        HealthReport report = Assess(young with { Window = new(Example.Start, young.AsOf.AddTicks(-1)) });
        Missing(report, HealthVerdict.TooEarlyToTell, "observed.short");
        Assert.Equal("Too early to tell. 28 days since the first activity are needed, 27 are there; enough on 2024-04-01.", report.Summary);
    }

    [Fact]
    public void Assess_FourContributors_AreTooFew() => Missing(Assess(Stub.Enough(people: 4)), HealthVerdict.InsufficientData, "contributors.few");

    /// <summary>Whoever once did something is known, also when all that was before the window; bots are not people.</summary>
    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void Assess_ThreeContributors_AreEnoughWhereFivePeopleAreKnown(int known, bool enough)
    {
        MinimumData minimum = new() { People = 5, Contributors = 3 };
        SmallCommunity quiet = Stub.Enough(people: 3).With([.. Enumerable.Range(3, known - 3).Select(i => Example.Did($"q{i}", Act.Post, -200)), Example.Did("bot", Act.Post, -200) with { Actor = ActorKind.Bot }]);
        HealthReport report = new HealthAssessor(Stub.Model(minimum), Stubs).Assess(quiet.Evidence);
        Assert.Equal(enough ? [] : ["people.few"], report.Missing.Select(m => m.Code));
        Assert.Equal(enough, report.Score is not null);
    }

    [Fact]
    public void Assess_MembersWhoNeverDidAnything_AreKnown()
    {
        MinimumData minimum = new() { People = 5, Contributors = 3 };
        SmallCommunity quiet = Stub.Enough(people: 3).WithRoster([.. ((string[])["p0", "m1", "m2"]).Select(m => new MembershipPeriod(SmallCommunity.Id, new(m), Example.Start))]);
        Assert.NotNull(new HealthAssessor(Stub.Model(minimum), Stubs).Assess(quiet.Evidence).Score);
    }

    [Fact]
    public void Assess_NineContributions_AreTooFew()
    {
        HealthReport report = Assess(Stub.Enough(posts: 9));
        Missing(report, HealthVerdict.InsufficientData, "contributions.few");
        Assert.Equal("Not enough data for a score. 10 contributions in the window are needed, 9 are there.", report.Summary);
    }

    [Fact]
    public void Assess_NothingAtAll_NamesEveryReason() =>
        Missing(Assess(Example.Of()), HealthVerdict.InsufficientData, "observed.none", "contributors.few", "contributions.few");

    [Fact, Trait("Law", "18")]
    public void Law18_ABotOfLongAgo_DoesNotMakeAYoungCommunityOld()
    {
        SmallCommunity young = Stub.Enough(days: 20);
        HealthReport report = Assess(young.With(Example.Did("bot", Act.Post, 1) with { Actor = ActorKind.Bot }));
        Missing(report, HealthVerdict.TooEarlyToTell, "observed.short");
        Assert.Equal(Assess(young).Activity with { Bots = 1 }, report.Activity);
    }

    /// <summary>The weights of a are 5, 3 and 2.</summary>
    [Theory]
    [InlineData(true, true, false, 0.8, true)]
    [InlineData(true, false, false, 0.5, false)]
    [InlineData(false, true, true, 0.5, false)]
    [InlineData(true, false, true, 0.7, true)]
    public void Assess_DimensionWithMissingIndicators_NeedsSixtyPercent(bool a1, bool a2, bool a3, double coverage, bool scored)
    {
        HealthReport report = Stub.Assess(Default, Of("a1", a1), Of("a2", a2), Of("a3", a3), Stub.Of("b1", 80));
        Assert.Equal(coverage, report.Dimensions[0].Coverage, 1e-12);
        Assert.Equal(scored ? 80 : null, report.Dimensions[0].Score);
        if (!scored)
        {
            Missing(report, HealthVerdict.InsufficientData, "dimensions.few");
        }

        static Stub Of(string id, bool there) => there ? Stub.Of(id, 80) : Stub.Of(id, Stub.Few);
    }

    [Fact]
    public void Assess_ExactlyTheCoverageNeeded_IsEnough() =>
        Assert.Equal(HealthVerdict.Scored, Stub.Assess(Default with { DimensionCoverage = 0.7 }, Stub.Of("a1", 1), Stub.Of("a2", Stub.Few), Stub.Of("a3", 1), Stub.Of("b1", 1)).Verdict);

    /// <summary>Sums of weights are rounded: coverage may miss what is needed by up to 1e-9, and by no more.</summary>
    [Theory]
    [InlineData(-1e-3, true)]
    [InlineData(0, true)]
    [InlineData(0.9e-9, true)]
    [InlineData(1.1e-9, false)]
    [InlineData(1e-6, false)]
    public void Assess_CoverageMissesByRounding_IsEnough(double missing, bool scored)
    {
        HealthReport report = Stub.Assess(Default with { DimensionCoverage = 0.8 + missing }, Stub.Of("a1", 80), Stub.Of("a2", 80), Stub.Of("a3", Stub.Few), Stub.Of("b1", 80));

        Assert.Equal(0.8, report.Dimensions[0].Coverage, 1e-15);
        Assert.Equal(scored ? 80 : null, report.Dimensions[0].Score);
        Assert.Equal(scored ? HealthVerdict.Scored : HealthVerdict.InsufficientData, report.Verdict);
    }

    [Fact]
    public void Assess_NotApplicable_LeavesTheWholeOfTheCoverage()
    {
        HealthReport report = Stub.Assess(Default, Stub.Of("a1", Stub.None), Stub.Of("a2", 80), Stub.Of("a3", Stub.Few), Stub.Of("b1", Stub.None));
        Assert.Equal([0.6, 0], report.Dimensions.Select(d => Math.Round(d.Coverage, 12)));
        Assert.Equal([80, null], report.Dimensions.Select(d => d.Score));
        Missing(report, HealthVerdict.InsufficientData, "dimensions.few");
    }

    [Fact]
    public void Assess_RequiredDimensionWithoutScore_IsNamed()
    {
        HealthReport report = Stub.Assess(Default with { Dimensions = 1, RequiredDimension = "b" }, Stub.Of("a1", 80), Stub.Of("a2", 80), Stub.Of("a3", 80), Stub.Of("b1", Stub.Few));
        Missing(report, HealthVerdict.InsufficientData, "dimension.required");
        Assert.Equal("The dimension 'B' has values for 0 % of its weight, 60 % is needed.", report.Missing[0].Text);
    }

    [Fact]
    public void Assess_OneDimensionIsEnoughByTheModel_IsScoredByItAlone()
    {
        HealthReport report = Stub.Assess(Default with { Dimensions = 1 }, Stub.Of("a1", 80), Stub.Of("a2", 60), Stub.Of("a3", Stub.Few), Stub.Of("b1", Stub.Few));
        Assert.Equal(((5 * 80) + (3 * 60)) / 8.0, report.Score!.Value, 1e-9);
        Assert.Equal([true, false], report.Dimensions.Select(d => d.Contribution is not null));
    }

    private static HealthReport Assess(SmallCommunity community) =>
        new HealthAssessor(Stub.Model(Default), Stubs).Assess(community.Evidence);

    private static void Missing(HealthReport report, HealthVerdict verdict, params string[] codes)
    {
        Assert.Equal((verdict, null, null, null), (report.Verdict, report.Score, report.Baseline, report.Band));
        Assert.Equal(codes, report.Missing.Select(m => m.Code).Where(c => !c.StartsWith("indicator.", StringComparison.Ordinal)));
        Assert.Empty(report.NextSteps);
        Assert.Empty(report.Explanation);
        Assert.All(report.Dimensions, d => Assert.Null(d.Contribution));
    }
}
