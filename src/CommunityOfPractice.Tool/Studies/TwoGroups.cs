using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Tool.Studies;

/// <summary>How many of two groups came to something.</summary>
/// <param name="First">Of the first group.</param>
/// <param name="OfFirst">The size of the first group.</param>
/// <param name="Second">Of the second group.</param>
/// <param name="OfSecond">The size of the second group.</param>
internal sealed record TwoGroups(int First, int OfFirst, int Second, int OfSecond)
{
    /// <summary>The difference of the two shares; null when a group is empty.</summary>
    public double? Difference => OfFirst == 0 || OfSecond == 0 ? null : ((double)First / OfFirst) - ((double)Second / OfSecond);

    /// <summary>An interval for the difference, from Wilson's intervals of the two shares.</summary>
    /// <remarks>Source: Newcombe (1998), Statistics in Medicine 17, 873-890, method 10.</remarks>
    public (double Low, double High)? Interval
    {
        get
        {
            if (Wilson.Interval(First, OfFirst) is not { } a || Wilson.Interval(Second, OfSecond) is not { } b || Difference is not { } d)
            {
                return null;
            }

            double p = (double)First / OfFirst, q = (double)Second / OfSecond;
            return (d - Root(p - a.Low, b.High - q), d + Root(a.High - p, q - b.Low));

            static double Root(double x, double y) => Math.Sqrt((x * x) + (y * y));
        }
    }

    /// <summary>The difference inside the strata, pooled by Mantel and Haenszel's weights, with an interval; null when no stratum has both groups, or when those that do show no spread to make an interval from.</summary>
    /// <remarks>Source of the variance, which holds for few large and for many small strata: Sato (1989), Biometrics 45, 1323-1324.</remarks>
    public static (double Value, double Low, double High)? Pooled(IEnumerable<TwoGroups> strata, double z = Normal.Z95)
    {
        double weights = 0, sum = 0, p = 0, q = 0;
        foreach (TwoGroups s in strata.Where(s => s.OfFirst > 0 && s.OfSecond > 0))
        {
            double a = s.First, b = s.Second, m = s.OfFirst, n = s.OfSecond, all = m + n;
            weights += m * n / all;
            sum += ((a * n) - (b * m)) / all;
            p += ((m * m * b) - (n * n * a) + (m * n * (n - m) / 2)) / (all * all);
            q += ((a * (n - b)) + (b * (m - a))) / (2 * all);
        }

        if (weights == 0)
        {
            return null;
        }

        double value = sum / weights, variance = (value * p) + q;
        if (variance <= 1e-12)
        {
            return null; // an interval without width would claim certainty of a handful of people
        }

        double spread = z * Math.Sqrt(variance) / weights;
        return (value, value - spread, value + spread);
    }
}
