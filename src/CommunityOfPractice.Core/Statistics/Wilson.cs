namespace CommunityOfPractice.Core.Statistics;

/// <summary>Wilson's score interval: the range of proportions that do not contradict what was counted.</summary>
/// <remarks>Source: Wilson (1927), <i>Journal of the American Statistical Association</i> 22; Brown, Cai and DasGupta (2001), <i>Statistical Science</i> 16.</remarks>
public static class Wilson
{
    /// <summary>Returns the interval for a proportion of successes.</summary>
    /// <remarks>
    /// All p with |k/n − p| ≤ z·√(p(1 − p)/n). It tells how far to trust a proportion: unlike k/n ± z·s it stays sane for few trials and for none
    /// or all successes. Computed without subtracting nearly equal numbers. Time and space O(1).
    /// </remarks>
    /// <param name="successes">The successes k, from 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">The trials n, zero or more.</param>
    /// <param name="z">The normal quantile of the confidence, above 0 and at most 40; the default gives 95 %.</param>
    /// <returns>Two numbers with 0 ≤ Low ≤ k/n ≤ High ≤ 1; null without trials.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <example>No success in ten trials does not mean never: <code>Wilson.Interval(0, 10)  // (0, 0.2775)</code></example>
    public static (double Low, double High)? Interval(long successes, long trials, double z = Normal.Z95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        Demand.PositiveUpTo(z, 40);
        if (trials == 0)
        {
            return null;
        }

        double high = 1 - Low(trials - successes, trials, z);
        return (Low(successes, trials, z), Math.Max(high, (double)successes / trials));
    }

    // The lower root is k²/n over (n + z²) times the upper root: nothing is subtracted, so it is 0 at k = 0 and never above k/n.
    private static double Low(double successes, double trials, double z)
    {
        double half = z * Math.Sqrt((successes * (trials - successes) / trials) + (z * z / 4));
        return successes / trials * (successes / (successes + (z * z / 2) + half));
    }
}
