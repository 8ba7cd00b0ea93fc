using CommunityOfPractice.Core.Statistics;
using FsCheck;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Statistics;

[Properties(Arbitrary = [typeof(Samples)], MaxTest = 300)]
public class SurvivalCurveTests
{
    private static readonly double[] GoldenTimes = [3, 5, 6, 7, 8, 10, 12, 12];
    private static readonly bool[] GoldenObserved = [true, false, true, true, false, true, true, false];

    [Property]
    public void Law11_WithoutCensoring_IsExactlyTheShareStillToCome(Lifetimes sample, NonNegativeInt t)
    {
        double later = sample.Times.Count(time => time > t.Get % 14);
        Assert.Equal(later / sample.Times.Length, AllObserved(sample).At(t.Get % 14));
    }

    [Property]
    public void Law11_NeverRises_AndStaysInItsRange(Lifetimes sample)
    {
        double before = 1;
        foreach (SurvivalStep step in Curve(sample).Steps)
        {
            Assert.InRange(step.Survival, 0, before);
            before = step.Survival;
        }
    }

    [Property]
    public void Law11_CensoredBeforeTheFirstEvent_ChangesNothing(Lifetimes sample, PositiveInt share)
    {
        SurvivalCurve curve = Curve(sample);
        if (curve.Events == 0 || curve.Steps[0].Time == 0)
        {
            return;
        }

        double early = curve.Steps[0].Time * (1 - (1.0 / (share.Get + 1)));
        SurvivalCurve more = Curve(sample with { Times = [.. sample.Times, early], Observed = [.. sample.Observed, false] });
        Assert.True(curve.Steps.SequenceEqual(more.Steps));
        Assert.Equal(curve.Median, more.Median);
        Assert.Equal(curve.RestrictedMean(13), more.RestrictedMean(13));
    }

    [Property]
    public void Law11_ScalingTime_ScalesMedianAndRestrictedMean(Lifetimes sample, PositiveInt factor)
    {
        SurvivalCurve curve = Curve(sample);
        SurvivalCurve scaled = Curve(sample with { Times = [.. sample.Times.Select(time => time * factor.Get)] });
        Assert.Equal(curve.Median * factor.Get, scaled.Median);
        Assert.Equal(curve.RestrictedMean(11) * factor.Get, scaled.RestrictedMean(11.0 * factor.Get), 1e-9 * factor.Get);
    }

    [Property]
    public void Law12_CensoringLater_NeverLowersTheCurve(Lifetimes sample, NonNegativeInt which, PositiveInt delay)
    {
        int i = which.Get % sample.Times.Length;
        bool[] observed = [.. sample.Observed];
        observed[i] = false;
        double[] later = [.. sample.Times];
        later[i] += delay.Get % 12;
        IsNeverBelow(Curve(new(later, observed)), Curve(new(sample.Times, observed)));
    }

    [Property]
    public void Law12_TakingCensoredForEvents_NeverRaisesTheCurve(Lifetimes sample) => IsNeverBelow(Curve(sample), AllObserved(sample));

    [Property]
    public void Law13_CountingOnlyTheAnswered_NeverRaisesTheCurve(Lifetimes sample)
    {
        double[] answered = [.. sample.Times.Where((_, i) => sample.Observed[i])];
        if (SurvivalCurve.KaplanMeier(answered, [.. answered.Select(_ => true)]) is { } naive)
        {
            SurvivalCurve honest = Curve(sample);
            IsNeverBelow(honest, naive);
            Assert.True((honest.Median ?? double.PositiveInfinity) >= naive.Median);
        }
    }

    [Property]
    public void IsTheMassLeft_WhenCensoredMassMovesRight(Lifetimes sample, NonNegativeInt t)
    {
        Assert.Equal(RedistributedToTheRight(sample, t.Get % 14), Curve(sample).At(t.Get % 14), 1e-12);
    }

    [Property]
    public void RestrictedMean_IsTheAreaUnderTheCurve(Lifetimes sample, NonNegativeInt tau)
    {
        SurvivalCurve curve = Curve(sample);
        int end = tau.Get % 16;
        Assert.Equal(Enumerable.Range(0, end).Sum(t => curve.At(t)), curve.RestrictedMean(end), 1e-12);
        Assert.Equal(curve.At(end) / 2, curve.RestrictedMean(end + 0.5) - curve.RestrictedMean(end), 1e-12);
    }

    [Property]
    public void StandardError_WithoutCensoring_IsThatOfAProportion(Lifetimes sample, NonNegativeInt t)
    {
        SurvivalCurve curve = AllObserved(sample);
        double share = curve.At(t.Get % 14);
        double? expected = share == 0 ? null : Math.Sqrt(share * (1 - share) / sample.Times.Length);
        Assert.Equal(expected ?? -1, curve.StandardError(t.Get % 14) ?? -1, 1e-12);
    }

    [Property]
    public void Interval_ContainsTheCurve_AndStaysInItsRange(Lifetimes sample, NonNegativeInt t)
    {
        SurvivalCurve curve = Curve(sample);
        double share = curve.At(t.Get % 14);
        if (curve.Interval(t.Get % 14) is { } interval)
        {
            Assert.InRange(interval.Low, 0, share);
            Assert.InRange(interval.High, share, 1);
            Assert.True(interval.High > interval.Low);
        }
        else
        {
            Assert.True(share is 0 or 1);
        }
    }

    [Property]
    public void Steps_CountTheCasesAtRiskAndTheirEvents(Lifetimes sample)
    {
        SurvivalCurve curve = Curve(sample);
        Assert.Equal(sample.Times.Length, curve.Observations);
        Assert.Equal(sample.Observed.Count(seen => seen), curve.Events);
        Assert.Equal(sample.Times.Max(), curve.LastTime);
        Assert.Equal(
            sample.Times.Where((_, i) => sample.Observed[i]).Distinct().Order(),
            curve.Steps.ToArray().Select(step => step.Time));
        foreach (SurvivalStep step in curve.Steps)
        {
            Assert.Equal(sample.Times.Count(time => time >= step.Time), step.AtRisk);
            Assert.Equal(sample.Times.Where((time, i) => sample.Observed[i] && time == step.Time).Count(), step.Events);
        }
    }

    [Theory]
    [InlineData(3, 0.875)]
    [InlineData(6, 0.7291667)]
    [InlineData(7, 0.5833333)]
    [InlineData(10, 0.3888889)]
    [InlineData(12, 0.1944444)]
    [InlineData(2.999, 1)]
    [InlineData(9.999, 0.5833333)]
    [InlineData(double.PositiveInfinity, 0.1944444)]
    public void GoldenVector_Curve(double t, double expected) => Assert.Equal(expected, Golden().At(t), 5e-8);

    [Fact]
    public void GoldenVector_Summaries()
    {
        Assert.Equal(10, Golden().Median);
        Assert.Equal(8.8819444, Golden().RestrictedMean(12), 5e-8);
        Assert.Equal(0.1169268, Golden().StandardError(3)!.Value, 5e-8);
    }

    [Fact]
    public void GoldenVector_TimeToFirstResponse()
    {
        SurvivalCurve curve = SurvivalCurve.KaplanMeier([2, 5, 30, 10, 50, 50, 80, 100], [true, true, true, false, false, false, false, false])!;
        Assert.Equal(0.875, curve.At(2));
        Assert.Equal(0.75, curve.At(5));
        Assert.Equal(0.60, curve.At(30), 1e-15);
        Assert.Null(curve.Median);
        Assert.Equal(100, curve.LastTime);
    }

    [Fact]
    public void WorkedExamples()
    {
        SurvivalCurve curve = SurvivalCurve.KaplanMeier([4, 2, 1, 3], [true, true, true, true])!;
        Assert.Equal(0.5, curve.At(2.5));
        Assert.Equal(2.5, curve.RestrictedMean(4));
        Assert.Equal(0.25, curve.StandardError(2)!.Value, 1e-15);
        Assert.Equal(0.0578, curve.Interval(2)!.Value.Low, 5e-5);
        Assert.Equal(0.8449, curve.Interval(2)!.Value.High, 5e-5);
    }

    [Fact]
    public void Median_IsReached_WhenRoundingLeavesTheCurveAHairAboveOneHalf()
    {
        // 14/15 · 9/12 · 5/7 = 1/2, with censorings between, so that the products do not telescope.
        double[] times = [1, 2, 2, 3, 3, 3, 4, 4, 5, 5, 6, 6, 6, 6, 6];
        bool[] observed = [.. times.Select(time => time is 1 or 3 or 5)];
        SurvivalCurve curve = SurvivalCurve.KaplanMeier(times, observed)!;
        Assert.True(curve.At(5) > 0.5, "the trap: the rounded product stays above one half");
        Assert.Equal(5, curve.Median);
    }

    [Fact]
    public void AtTheSameTime_EventsComeBeforeCensorings() =>
        Assert.Equal(0.5, SurvivalCurve.KaplanMeier([1, 1], [false, true])!.At(1));

    [Fact]
    public void OnlyCensored_StaysAtOne()
    {
        SurvivalCurve curve = SurvivalCurve.KaplanMeier([1, 2], [false, false])!;
        Assert.True(curve.Steps.IsEmpty);
        Assert.Equal(1, curve.At(5));
        Assert.Null(curve.Median);
        Assert.Equal(0, curve.StandardError(5));
        Assert.Null(curve.Interval(5));
    }

    [Fact]
    public void NoCases_IsNull() => Assert.Null(SurvivalCurve.KaplanMeier([], []));

    [Fact]
    public void Misuse_Throws()
    {
        Assert.Throws<ArgumentException>(() => SurvivalCurve.KaplanMeier([1, 2], [true]));
        Assert.Throws<ArgumentOutOfRangeException>(() => SurvivalCurve.KaplanMeier([-1], [true]));
        Assert.Throws<ArgumentOutOfRangeException>(() => SurvivalCurve.KaplanMeier([double.NaN], [true]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Golden().At(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Golden().At(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Golden().RestrictedMean(double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => Golden().Interval(1, 0));
    }

    private static SurvivalCurve Golden() => Curve(new(GoldenTimes, GoldenObserved));

    private static SurvivalCurve Curve(Lifetimes sample) => SurvivalCurve.KaplanMeier(sample.Times, sample.Observed)!;

    private static SurvivalCurve AllObserved(Lifetimes sample) => Curve(sample with { Observed = [.. sample.Times.Select(_ => true)] });

    private static void IsNeverBelow(SurvivalCurve upper, SurvivalCurve lower)
    {
        for (int t = 0; t < 26; t++)
        {
            Assert.True(upper.At(t) >= lower.At(t) - 1e-12);
        }
    }

    // Efron (1967): every case has mass 1/n; a censored one hands its mass in equal parts to the cases after it.
    private static double RedistributedToTheRight(Lifetimes sample, double t)
    {
        int n = sample.Times.Length;
        int[] order = [.. Enumerable.Range(0, n).OrderBy(i => sample.Times[i]).ThenByDescending(i => sample.Observed[i])];
        double[] mass = [.. Enumerable.Repeat(1.0 / n, n)];
        for (int i = 0; i < n - 1; i++)
        {
            if (!sample.Observed[order[i]])
            {
                for (int j = i + 1; j < n; j++)
                {
                    mass[j] += mass[i] / (n - 1 - i);
                }

                mass[i] = 0;
            }
        }

        return Enumerable.Range(0, n).Where(i => sample.Times[order[i]] > t || !sample.Observed[order[i]]).Sum(i => mass[i]);
    }
}
