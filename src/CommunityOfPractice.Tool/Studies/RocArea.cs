using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Tool.Studies;

/// <summary>The area under the ROC curve: how probably a case of the one kind has the larger value than one of the other, ties half.</summary>
/// <remarks>
/// Variances and covariances are DeLong's, from the share of the other kind that each case beats. Source: DeLong, DeLong and Clarke-Pearson
/// (1988), Biometrics 44, 837-845. Values may be negative infinity, for what ranks below everything.
/// </remarks>
internal sealed class RocArea
{
    private readonly double[] good;
    private readonly double[] bad;

    private RocArea(double[] good, double[] bad)
    {
        this.good = good;
        this.bad = bad;
        Value = good.Average();
    }

    /// <summary>The area.</summary>
    /// <value>From 0 to 1.</value>
    public double Value { get; }

    /// <summary>How many cases of the kind that should have the larger values.</summary>
    public int Good => good.Length;

    /// <summary>How many cases of the other kind.</summary>
    public int Bad => bad.Length;

    /// <summary>DeLong's variance of the area; 0 with fewer than two cases of a kind.</summary>
    public double Variance => Covariance(this);

    /// <summary>Compares every case of the one kind with every case of the other.</summary>
    /// <returns>The area; null when a kind has no case.</returns>
    /// <remarks>O(m · n).</remarks>
    public static RocArea? Of(IReadOnlyList<double> good, IReadOnlyList<double> bad) => good.Count == 0 || bad.Count == 0 ? null : new(
        [.. good.Select(x => bad.Average(y => Wins(x, y)))],
        [.. bad.Select(y => good.Average(x => Wins(x, y)))]);

    /// <summary>DeLong's covariance with the area of another value of the same cases, in the same order.</summary>
    public double Covariance(RocArea other) => Covariance(good, other.good) + Covariance(bad, other.bad);

    /// <summary>An interval for the area: DeLong on the logit scale; where his variance is 0, Newcombe's score interval.</summary>
    /// <remarks>Source of the latter: Newcombe (2006), Statistics in Medicine 25, 559-573, method 5.</remarks>
    public (double Low, double High) Interval(double z = Normal.Z95)
    {
        double variance = Variance;
        if (variance <= 1e-15 || Value is <= 0 or >= 1)
        {
            return (Bound(0, z), Bound(1, z));
        }

        double logit = Math.Log(Value / (1 - Value)), spread = z * Math.Sqrt(variance) / (Value * (1 - Value));
        return (1 / (1 + Math.Exp(spread - logit)), 1 / (1 + Math.Exp(-spread - logit)));
    }

    /// <summary>The difference of two areas of the same cases, with an interval.</summary>
    public static RocDifference Difference(RocArea first, RocArea second, double z = Normal.Z95)
    {
        double difference = first.Value - second.Value;
        double variance = first.Variance + second.Variance - (2 * first.Covariance(second));
        double spread = z * Math.Sqrt(Math.Max(0, variance));
        return new(difference, variance <= 1e-15 ? null : (Math.Max(-1, difference - spread), Math.Min(1, difference + spread)));
    }

    /// <summary>The smallest area that so many cases tell from chance (0.5) in four of five samples, at the level of 5 %, two-sided.</summary>
    /// <returns>From 0.5 to 1; null when not even an area of 1 would do, or a kind has no case.</returns>
    public static double? Detectable(int good, int bad)
    {
        if (good == 0 || bad == 0)
        {
            return null;
        }

        double needed = 0.5 + (Normal.Z95 * ErrorOf(0.5, good, bad)), low = 0.5, high = 1;
        if (needed > 1)
        {
            return null;
        }

        for (int i = 0; i < 60; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = middle - (Normal.Quantile(0.8) * ErrorOf(middle, good, bad)) >= needed ? (low, middle) : (middle, high);
        }

        return high;
    }

    /// <summary>The standard error of an area, when all that is known are its value and the numbers of cases.</summary>
    /// <remarks>Hanley and McNeil's (1982) for exponential distributions, with Newcombe's mean of the two numbers.</remarks>
    private static double ErrorOf(double area, int good, int bad)
    {
        double half = ((good + bad) / 2.0) - 1;
        return Math.Sqrt(area * (1 - area) * (1 + (half * (1 - area) / (2 - area)) + (half * area / (1 + area))) / ((double)good * bad));
    }

    private static double Wins(double x, double y) => x > y ? 1 : x == y ? 0.5 : 0;

    private static double Covariance(double[] a, double[] b)
    {
        if (a.Length < 2)
        {
            return 0;
        }

        double meanA = a.Average(), meanB = b.Average();
        return a.Zip(b, (x, y) => (x - meanA) * (y - meanB)).Sum() / (a.Length - 1) / a.Length;
    }

    /// <summary>The area towards an end (0 or 1) from which the one found is just z standard errors away; found by halving.</summary>
    private double Bound(double end, double z)
    {
        double near = Value, far = end;
        for (int i = 0; i < 60; i++)
        {
            double middle = (near + far) / 2;
            (near, far) = Math.Abs(Value - middle) <= z * ErrorOf(middle, Good, Bad) ? (middle, far) : (near, middle);
        }

        return (near + far) / 2;
    }
}

/// <summary>A difference of two areas under the ROC curve.</summary>
/// <param name="Value">The first minus the second.</param>
/// <param name="Interval">95 %; null where the variance is 0, because too few cases differ to tell.</param>
internal sealed record RocDifference(double Value, (double Low, double High)? Interval);
