using System.Numerics;
using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Statistics;

/// <summary>The Mann–Kendall test: whether a series tends to rise or to fall, whatever the shape of the trend.</summary>
/// <remarks>
/// <para>
/// Counts for every pair of points whether the later one is higher or lower. Assumes that without a trend the points are independent; a series that
/// drags its past along looks more significant than it is. The normal approximation is fair from about eight points on.
/// </para>
/// <para>Compared by value. The default value is a flat series: S 0, variance 0, Z 0, P 1.</para>
/// <para>Source: Mann (1945), <i>Econometrica</i> 13; Kendall (1975), <i>Rank Correlation Methods</i>.</para>
/// </remarks>
public readonly record struct MannKendall
{
    /// <summary>Creates a test from its score and variance, as they were kept or sent; <see cref="Of"/> tests a series.</summary>
    /// <param name="s">Pairs that rise minus pairs that fall.</param>
    /// <param name="variance">The variance of the score without a trend; zero or more and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="variance"/> is negative, infinite or not a number.</exception>
    [JsonConstructor]
    public MannKendall(long s, double variance)
    {
        Demand.NotNegative([variance], nameof(variance));
        S = s;
        Variance = variance;
    }

    /// <summary>Gets the score: pairs that rise minus pairs that fall.</summary>
    /// <value>From −n(n − 1)/2 to n(n − 1)/2.</value>
    public long S { get; }

    /// <summary>Gets the variance of the score without a trend, ties accounted for: <c>[n(n − 1)(2n + 5) − Σ t(t − 1)(2t + 5)]/18</c>.</summary>
    /// <value>Zero or more; 0 exactly when all points are equal.</value>
    public double Variance { get; }

    /// <summary>Gets the standardised score with continuity correction: <c>(S − sgn S)/√Variance</c>.</summary>
    /// <value>Positive for a rise, negative for a fall; 0 for a flat series.</value>
    [JsonIgnore]
    public double Z => Variance == 0 ? 0 : (S - Math.Sign(S)) / Math.Sqrt(Variance);

    /// <summary>Gets the two-sided p-value of <see cref="Z"/>: how probable at least such a score is without a trend.</summary>
    /// <value>From 0 to 1; 1 for a flat series.</value>
    [JsonIgnore]
    public double P => Normal.TwoSidedP(Z);

    /// <summary>Tests a series.</summary>
    /// <remarks>Time O(n²): a thousand points are half a million comparisons, several at once. Allocates nothing.</remarks>
    /// <param name="series">The points in the order of time, evenly spaced or not; finite, in any unit.</param>
    /// <returns>The test; null for fewer than two points, which have no pair to compare.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A point is infinite or not a number.</exception>
    /// <example>
    /// Ties: <code>MannKendall.Of([5, 5, 6, 7, 7, 8, 6, 9])  // S 19, Variance 62.33, Z 2.28, P 0.0226</code>
    /// </example>
    public static MannKendall? Of(ReadOnlySpan<double> series)
    {
        Demand.Finite(series);
        if (series.Length < 2)
        {
            return null;
        }

        long s = 0;
        Int128 tied = 0;
        for (int i = 0; i < series.Length; i++)
        {
            ReadOnlySpan<double> later = series[(i + 1)..];
            (long higher, long lower) = Compare(series[i], later);
            s += higher - lower;

            // a group of t equal points adds t(t − 1)(2t + 5), which is 6e(e + 2) summed over its points, e being how many equal ones follow
            Int128 equal = later.Length - higher - lower;
            tied += 6 * equal * (equal + 2);
        }

        Int128 n = series.Length;
        return new(s, (double)((n * (n - 1) * ((2 * n) + 5)) - tied) / 18);
    }

    private static (long Higher, long Lower) Compare(double point, ReadOnlySpan<double> later)
    {
        Vector<long> higher = default, lower = default; // each hit counts −1
        Vector<double> points = new(point);
        int at = 0;
        for (; at + Vector<double>.Count <= later.Length; at += Vector<double>.Count)
        {
            Vector<double> next = new(later[at..]);
            higher += Vector.GreaterThan(next, points);
            lower += Vector.LessThan(next, points);
        }

        (long up, long down) = (-Vector.Sum(higher), -Vector.Sum(lower));
        for (; at < later.Length; at++)
        {
            up += later[at] > point ? 1 : 0;
            down += later[at] < point ? 1 : 0;
        }

        return (up, down);
    }
}
