using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Core.Tests.Statistics;

/// <summary>Each misuse, and the argument it is named after.</summary>
public class StatisticsMisuseTests
{
    public static TheoryData<string, Action> OutOfRange => new()
    {
        { "counts", () => AbsenceFactor.Of([1, -1]) },
        { "share", () => AbsenceFactor.Of([1], 0) },
        { "share", () => AbsenceFactor.Of([1], 1.0000001) },
        { "counts", () => TopShare.Of([-1], 0.5) },
        { "fraction", () => TopShare.Of([1], 0) },
        { "fraction", () => TopShare.Of([1], 1.0000001) },
        { "counts", () => Gini.Of([-1]) },
        { "counts", () => Gini.Corrected([1, -1]) },
        { "counts", () => Entropy.Of([1, -1]) },
        { "counts", () => Entropy.EffectiveNumber([1, -1]) },
        { "counts", () => Entropy.Evenness([1, -1]) },
        { "counts", () => Blau.Of([1, -1]) },
        { "counts", () => Blau.Normalised([1, -1]) },
        { "counts", () => Blau.Unbiased([1, -1]) },
        { "counts", () => ElephantFactor.Of([1, -1], [0, 0]) },
        { "counts", () => ElephantFactor.Of([1, -1], [0, -1]) },
        { "share", () => ElephantFactor.Of([1], [0], 0) },
        { "share", () => ElephantFactor.Of([1], [-1], 2) },
        { "counts", () => ParticipationProfile.Of([1, -1]) },
        { "bound", () => ParticipationProfile.Of([1], 0) },
        { "members", () => Representativeness.Of([1, -1], [1, 1]) },
        { "eligible", () => Representativeness.Of([1, 1], [1, -1]) },
        { "gaps", () => Burstiness.Of([1, -1]) },
        { "gaps", () => Burstiness.OfFew([1, double.PositiveInfinity]) },
        { "gaps", () => Burstiness.Of([double.NaN]) },
        { "clusters", () => ClusterBootstrap.Of(-1, _ => 1, default) },
        { "draws", () => ClusterBootstrap.Of(2, _ => 1, default, draws: 0) },
        { "threads", () => ClusterBootstrap.Of(2, _ => 1, default, threads: 0) },
        { "threads", () => ClusterBootstrap.Of(1, _ => 1, default, threads: 0) },
        { "confidence", () => ClusterBootstrap.Of(2, _ => 1, default, confidence: 0) },
        { "confidence", () => ClusterBootstrap.Of(1, _ => 1, default, confidence: 1) },
        { "confidence", () => ClusterBootstrap.Of(2, _ => 1, default, confidence: double.NaN) },
        { "weights", () => Dirichlet.Around([1, -1], 10, default) },
        { "weights", () => Dirichlet.Around([double.NaN], 10, default) },
        { "concentration", () => Dirichlet.Around([1], 0, default) },
        { "concentration", () => Dirichlet.Around([1], 1.000001e9, default) },
        { "population", () => Hypergeometric.UpperTail(0, -1, 0, 0) },
        { "marked", () => Hypergeometric.UpperTail(0, 5, -1, 0) },
        { "marked", () => Hypergeometric.UpperTail(0, 5, 6, 0) },
        { "drawn", () => Hypergeometric.UpperTail(0, 5, 0, -1) },
        { "drawn", () => Hypergeometric.UpperTail(0, 5, 0, 6) },
        { "people", () => LadderMomentum.Weighted([1, -1], [1, 1]) },
        { "people", () => LadderMomentum.PerMember([1], [-1], [1]) },
        { "decimals", () => LargestRemainder.Round([1], -1) },
        { "decimals", () => LargestRemainder.Round([1], 11) },
        { "parts", () => LargestRemainder.Round([1.0000001e12], 0) },
        { "parts", () => LargestRemainder.Round([-1.0000001e12], 0) },
        { "parts", () => LargestRemainder.Round([double.NaN], 0) },
        { "a", () => LogarithmicMean.Of(0, 1) },
        { "b", () => LogarithmicMean.Of(1, 0) },
        { "a", () => LogarithmicMean.Of(double.PositiveInfinity, 1) },
        { "b", () => LogarithmicMean.Of(1, double.NaN) },
        { "series", () => MannKendall.Of([double.NaN]) },
        { "variance", () => _ = new MannKendall(1, -1) },
        { "variance", () => _ = new MannKendall(1, double.PositiveInfinity) },
        { "values", () => Median.Of([1, double.NaN]) },
        { "values", () => Median.InPlace([double.NegativeInfinity]) },
        { "joins", () => NetGrowth.Of(-1, 0, 1) },
        { "leaves", () => NetGrowth.Of(0, -1, 1) },
        { "atStart", () => NetGrowth.Of(0, 0, -1) },
        { "z", () => Normal.Cdf(double.NaN) },
        { "z", () => Normal.TwoSidedP(double.NaN) },
        { "probability", () => Normal.Quantile(0) },
        { "probability", () => Normal.Quantile(1) },
        { "probability", () => Normal.Quantile(double.NaN) },
        { "watched", () => RetentionCohort.Of([3, -2], [], []) },
        { "people", () => RetentionCohort.Of([5], [1], [1]) },
        { "people", () => RetentionCohort.Of([5], [-1], [1]) },
        { "from", () => RetentionCohort.Of([5], [], []).Bracket(-1, 3) },
        { "until", () => RetentionCohort.Of([5], [], []).Bracket(3, 2) },
        { "from", () => RetentionCohort.Of([5], [], []).Exact(-1) },
        { "day", () => RetentionCohort.Of([5], [], []).Unbounded(-1) },
        { "cohort", () => RetentionCohort.Of([5], [], []).Unbounded(3, 2) },
        { "bound", () => default(SplitMix64).Below(0, 0) },
        { "count", () => default(SplitMix64).Draw<int>([1], 2) },
        { "periods", () => Stickiness.Of(0, [], []) },
        { "when", () => Stickiness.Of(4, [1], [4]) },
        { "when", () => Stickiness.Of(4, [1], [-1]) },
        { "durations", () => SurvivalCurve.KaplanMeier([1, -1], [true, true]) },
        { "durations", () => SurvivalCurve.KaplanMeier([double.PositiveInfinity], [true]) },
        { "durations", () => SurvivalCurve.KaplanMeier([0], [double.NaN], [true]) },
        { "entries", () => SurvivalCurve.KaplanMeier([-1], [1], [true]) },
        { "t", () => Curve().At(-1) },
        { "t", () => Curve().At(double.NaN) },
        { "t", () => Curve().StandardError(-1) },
        { "t", () => Curve().Interval(-1) },
        { "z", () => Curve().Interval(1, 0) },
        { "z", () => Curve().Interval(1, 40.1) },
        { "tau", () => Curve().RestrictedMean(-1) },
        { "tau", () => Curve().RestrictedMean(double.PositiveInfinity) },
        { "x", () => TheilSen.Slope([1, double.NaN], [1, 2]) },
        { "y", () => TheilSen.Slope([1, 2], [1, double.NaN]) },
        { "y", () => TheilSen.Slope([1, double.NegativeInfinity]) },
        { "values", () => WeightedMean.Arithmetic([double.NaN], [1]) },
        { "values", () => WeightedMean.Geometric([-1], [1]) },
        { "weights", () => WeightedMean.Arithmetic([1], [-1]) },
        { "weights", () => WeightedMean.Geometric([1], [double.NaN]) },
        { "successes", () => Wilson.Interval(-1, 5) },
        { "successes", () => Wilson.Interval(6, 5) },
        { "z", () => Wilson.Interval(1, 5, 0) },
        { "z", () => Wilson.Interval(0, 0, 40.1) },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void WhatLiesOutside_IsNamed(string name, Action act) => Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(act).ParamName);

    public static TheoryData<string, Action> Wrong => new()
    {
        { "groups", () => ElephantFactor.Of([1, 2], [0]) },
        { "weights", () => Dirichlet.Around([double.MaxValue, double.MaxValue], 1, default) },
        { "ascending", () => Gini.OfSorted([2, 1]) },
        { "ascending", () => Gini.CorrectedOfSorted([-1]) },
        { "after", () => LadderMomentum.Of([1, 2], [1]) },
        { "weights", () => LadderMomentum.Weighted([1], [1, 2]) },
        { "eligible", () => Representativeness.Of([1], [1, 2]) },
        { "days", () => RetentionCohort.Of([5], [0], []) },
        { "when", () => Stickiness.Of(4, [1], []) },
        { "observed", () => SurvivalCurve.KaplanMeier([1, 2], [true]) },
        { "observed", () => SurvivalCurve.KaplanMeier([0], [2], [true, true]) },
        { "entries", () => SurvivalCurve.KaplanMeier([0, 0], [2], [true]) },
        { "entries", () => SurvivalCurve.KaplanMeier([2.5], [2], [true]) },
        { "y", () => TheilSen.Slope([1, 2], [1]) },
        { "y", () => TheilSen.Slope([-1e308, 1e308]) },
        { "y", () => TheilSen.Slope(new double[65_537]) },
        { "weights", () => WeightedMean.Arithmetic([1], [1, 2]) },
        { "weights", () => WeightedMean.Geometric([1, 2], [1]) },
        { "weights", () => WeightedMean.Arithmetic([1, 2], [double.MaxValue, double.MaxValue]) },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void WhatDoesNotFit_IsNamed(string name, Action act) => Assert.Equal(name, Assert.Throws<ArgumentException>(act).ParamName);

    [Fact]
    public void Null_IsNamed()
    {
        Assert.Equal("statistic", Assert.Throws<ArgumentNullException>(() => ClusterBootstrap.Of(2, null!, default)).ParamName);
        Assert.Equal("text", Assert.Throws<ArgumentNullException>(() => SplitMix64.FromText(null!)).ParamName);
    }

    /// <summary>The last values that are allowed.</summary>
    [Fact]
    public void TheEndsOfEachRange_AreAllowed()
    {
        Assert.Equal(1, AbsenceFactor.Of([1], 1));
        Assert.Equal(1, AbsenceFactor.Of([1], double.Epsilon));
        Assert.Equal(1, TopShare.Of([1], 1));
        Assert.Equal(new ParticipationProfile(1, 0, 1), ParticipationProfile.Of([0, 1], 1));
        Assert.NotNull(ClusterBootstrap.Of(2, _ => 1, default, draws: 1, threads: 1));
        Assert.Equal([1.0], Dirichlet.Around([1], 1e9, default)!);
        Assert.Equal(1, Hypergeometric.UpperTail(5, 5, 5, 5));
        Assert.Equal(1, Hypergeometric.UpperTail(0, 0, 0, 0));
        Assert.Equal([1e12m, -1e12m], LargestRemainder.Round([1e12, -1e12], 0));
        Assert.Equal([0.1234567891m], LargestRemainder.Round([0.1234567891], 10));
        Assert.Equal(0, new MannKendall(0, 0).Z);
        Assert.Equal(0, NetGrowth.Of(0, 0, 1));
        Assert.Equal(0, default(SplitMix64).Below(0, 1));
        Assert.Equal(1, Stickiness.Of(1, [1], [0]));
        Assert.NotNull(Wilson.Interval(5, 5, 40));
        Assert.NotNull(Curve().Interval(1, 40));
        Assert.Equal(0, Curve().RestrictedMean(0));
        Assert.Equal(0, SurvivalCurve.KaplanMeier([0], [0], [true])!.At(0));
        Assert.Equal(new Retention(0, 1, 0), RetentionCohort.Of([0], [], []).Bracket(0, 0));
    }

    private static SurvivalCurve Curve() => SurvivalCurve.KaplanMeier([1, 2, 3], [true, true, false])!;
}
