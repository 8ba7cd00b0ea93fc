using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Tool.Studies;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CommunityOfPractice.Tool.Tests;

/// <summary>Area under the ROC curve, DeLong's variance and the intervals.</summary>
public sealed class RocAreaTests
{
    private static readonly Arbitrary<(double[] Good, double[] Bad)> Samples =
        (from good in Few from bad in Few select (good, bad)).ToArbitrary();

    private static Gen<double[]> Few => Gen.Choose(2, 9).SelectMany(n => Gen.Choose(0, 6).Select(x => (double)x).ArrayOf(n));

    /// <summary>Another road to the same number: the trapezoids under the curve of all thresholds.</summary>
    [Property]
    public Property Area_WithTies_IsTheAreaUnderTheTrapezoids() => Prop.ForAll(Samples, s =>
    {
        double area = 0, lastHit = 0, lastFalse = 0;
        foreach (double threshold in s.Good.Concat(s.Bad).Distinct().OrderDescending())
        {
            double hit = s.Good.Count(x => x >= threshold) / (double)s.Good.Length, wrong = s.Bad.Count(y => y >= threshold) / (double)s.Bad.Length;
            area += (wrong - lastFalse) * (hit + lastHit) / 2;
            (lastHit, lastFalse) = (hit, wrong);
        }

        Assert.Equal(area, RocArea.Of(s.Good, s.Bad)!.Value, 1e-12);
    });

    /// <summary>DeLong's variance is that of the two-sample jackknife, which knows nothing of shares: areas without one case at a time.</summary>
    [Property]
    public Property Variance_IsThatOfLeavingOutOneCaseAtATime() => Prop.ForAll(Samples, Samples, (s, t) =>
    {
        double[] others = [.. t.Good.Concat(t.Bad).Concat(t.Good)];
        double[] good = [.. s.Good.Select((_, i) => others[i % others.Length])], bad = [.. s.Bad.Select((_, i) => others[(i + 3) % others.Length])];
        Assert.Equal(Jackknife(s.Good, s.Bad, s.Good, s.Bad), RocArea.Of(s.Good, s.Bad)!.Variance, 1e-12);
        Assert.Equal(Jackknife(s.Good, s.Bad, good, bad), RocArea.Of(s.Good, s.Bad)!.Covariance(RocArea.Of(good, bad)!), 1e-12);
    });

    /// <summary>Hanley and McNeil's (1982) ratings of 109 scans: the area, error and interval that Stata's manual prints for DeLong's method.</summary>
    [Fact]
    public void Variance_OfHanleyAndMcNeilsScans_IsTheKnownOne()
    {
        RocArea area = RocArea.Of(Ratings(3, 2, 2, 11, 33), Ratings(33, 6, 6, 11, 2))!;
        Assert.Equal((51, 58), (area.Good, area.Bad));
        Assert.Equal(0.8932, area.Value, 5e-5);
        Assert.Equal(0.0307, Math.Sqrt(area.Variance), 5e-5);
        Assert.Equal(0.83295, area.Value - (Normal.Z95 * Math.Sqrt(area.Variance)), 5e-6);
        Assert.Equal(0.95339, area.Value + (Normal.Z95 * Math.Sqrt(area.Variance)), 5e-6);

        static double[] Ratings(params int[] counts) => [.. counts.SelectMany((count, rating) => Enumerable.Repeat((double)rating, count))];
    }

    [Property]
    public Property Interval_HoldsTheArea_AndTurnsAroundWithIt() => Prop.ForAll(Samples, s =>
    {
        RocArea area = RocArea.Of(s.Good, s.Bad)!, turned = RocArea.Of(s.Bad, s.Good)!;
        (double low, double high) = area.Interval();
        Assert.InRange(area.Value, low - 1e-12, high + 1e-12);
        Assert.True(low >= 0 && high <= 1 && high > low);
        Assert.Equal(1 - area.Value, turned.Value, 1e-12);
        Assert.Equal(1 - high, turned.Interval().Low, 1e-9);
    });

    /// <summary>Two normal distributions, 10 and 7 cases as in the calibration half: the interval holds the true area about as often as it says.</summary>
    [Theory]
    [InlineData(0.0, 0.5)]
    [InlineData(1.0, 0.7602499389)]
    public void Interval_OfManySamples_HoldsTheTrueArea(double apart, double truth)
    {
        int held = 0;
        const int Repetitions = 2000;
        for (int i = 0; i < Repetitions; i++)
        {
            SplitMix64 random = new SplitMix64(20261126).Split(i);
            double[] good = [.. Enumerable.Range(0, 10).Select(k => apart + Normal.Quantile(random.Unit(k) + 1e-12))], bad = [.. Enumerable.Range(10, 7).Select(k => Normal.Quantile(random.Unit(k) + 1e-12))];
            (double low, double high) = RocArea.Of(good, bad)!.Interval();
            held += low <= truth && truth <= high ? 1 : 0;
        }

        Assert.InRange(held / (double)Repetitions, 0.92, 0.985);
    }

    [Fact]
    public void NothingToCompare_HasNoArea_AndPerfectOrderStillHasAnInterval()
    {
        Assert.Null(RocArea.Of([], [1]));
        Assert.Null(RocArea.Of([1], []));
        RocArea perfect = RocArea.Of([5, 6, 7], [double.NegativeInfinity, 1, 2, 3])!;
        Assert.Equal(1, perfect.Value);
        Assert.InRange(perfect.Interval().Low, 0.2, 0.9);
        Assert.Equal(1, perfect.Interval().High, 1e-9);
        Assert.Null(RocArea.Difference(perfect, perfect).Interval);
    }

    /// <summary>Two normal distributions as far apart as can just be told: in about four of five samples the interval lies above chance.</summary>
    [Theory]
    [InlineData(20, 13)]
    [InlineData(40, 40)]
    public void Detectable_IsToldFromChanceInFourOfFiveSamples(int good, int bad)
    {
        double apart = Math.Sqrt(2) * Normal.Quantile(RocArea.Detectable(good, bad)!.Value);
        int told = 0;
        const int Repetitions = 1000;
        for (int i = 0; i < Repetitions; i++)
        {
            SplitMix64 random = new SplitMix64(20261126).Split(i);
            told += RocArea.Of(
                [.. Enumerable.Range(0, good).Select(k => apart + Normal.Quantile(random.Unit(k) + 1e-12))],
                [.. Enumerable.Range(good, bad).Select(k => Normal.Quantile(random.Unit(k) + 1e-12))])!.Interval().Low > 0.5 ? 1 : 0;
        }

        Assert.InRange(told / (double)Repetitions, 0.7, 0.9);
        Assert.Null(RocArea.Detectable(1, 1));
    }

    /// <summary>The score interval's ends lie where the area found is just z standard errors away.</summary>
    [Fact]
    public void Interval_OfPerfectOrder_SolvesNewcombesEquation()
    {
        double low = RocArea.Of([5, 6, 7], [1, 2, 3, 4])!.Interval().Low, half = 2.5;
        double variance = low * (1 - low) * (1 + (half * (1 - low) / (2 - low)) + (half * low / (1 + low))) / 12;
        Assert.Equal(1 - low, Normal.Z95 * Math.Sqrt(variance), 1e-9);
    }

    /// <summary>Sum over both kinds of the covariance of pseudo-values, divided by their number.</summary>
    private static double Jackknife(double[] good, double[] bad, double[] otherGood, double[] otherBad)
    {
        return Part([.. good.Select((_, i) => Area(Without(good, i), bad))], [.. otherGood.Select((_, i) => Area(Without(otherGood, i), otherBad))])
            + Part([.. bad.Select((_, i) => Area(good, Without(bad, i)))], [.. otherBad.Select((_, i) => Area(otherGood, Without(otherBad, i)))]);

        static double Part(double[] a, double[] b) => (a.Length - 1.0) / a.Length * a.Zip(b, (x, y) => (x - a.Average()) * (y - b.Average())).Sum();

        static double[] Without(double[] values, int index) => [.. values.Where((_, i) => i != index)];

        static double Area(double[] x, double[] y) => RocArea.Of(x, y)!.Value;
    }
}
