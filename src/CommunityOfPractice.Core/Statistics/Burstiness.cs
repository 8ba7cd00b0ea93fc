namespace CommunityOfPractice.Core.Statistics;

/// <summary>Burstiness of the gaps between events: how far a rhythm is from a metronome, through chance, to bursts and silence.</summary>
/// <remarks>
/// Built on r = σ/μ of the gaps, with the standard deviation of the population. Sources: Goh and Barabási (2008), <i>Europhysics Letters</i> 81,
/// for the raw form; Kim and Jo (2016), <i>Physical Review E</i> 94, for the form for few gaps.
/// </remarks>
public static class Burstiness
{
    /// <summary>Returns the raw burstiness <c>B = (σ − μ)/(σ + μ) = (r − 1)/(r + 1)</c>.</summary>
    /// <remarks>
    /// −1 is a regular beat, 0 is what chance makes (exponential gaps), toward 1 are bursts. The upper end depends on n, so short records look
    /// calmer than they are: see <see cref="OfFew"/>. Time O(n log n); allocates nothing (a pooled copy of n numbers).
    /// </remarks>
    /// <param name="gaps">The n times between consecutive events, zero or more and finite, in any one unit and any order.</param>
    /// <returns>From −1 to (√(n − 1) − 1)/(√(n − 1) + 1); null for fewer than two gaps or when all are zero.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A gap is negative, infinite or not a number.</exception>
    /// <example>Every week: <code>Burstiness.Of([7, 7, 7, 7])  // -1</code></example>
    public static double? Of(ReadOnlySpan<double> gaps) => Variation(gaps) is { } r ? (r - 1) / (r + 1) : null;

    /// <summary>Returns the burstiness for few gaps: <c>(√(n + 1)·r − √(n − 1))/((√(n + 1) − 2)·r + √(n − 1))</c>.</summary>
    /// <remarks>
    /// It tells the same as <see cref="Of"/>, on a scale that reaches 1 for every n, and approaches it for many gaps.
    /// Time O(n log n); allocates nothing (a pooled copy of n numbers).
    /// </remarks>
    /// <param name="gaps">The n times between consecutive events, zero or more and finite, in any one unit and any order.</param>
    /// <returns>From −1 (a regular beat) to 1 (all but one gap are zero); null for fewer than two gaps or when all are zero.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A gap is negative, infinite or not a number.</exception>
    /// <example>Three days on end, twice: <code>Burstiness.OfFew([1, 1, 28, 1, 29])  // 0.2997</code></example>
    public static double? OfFew(ReadOnlySpan<double> gaps)
    {
        if (Variation(gaps) is not { } r)
        {
            return null;
        }

        double below = Math.Sqrt(gaps.Length - 1);
        double above = Math.Sqrt(gaps.Length + 1);
        return Math.Min(1, ((above * r) - below) / (((above - 2) * r) + below));
    }

    // Gaps are measured by the longest one: equal gaps become exactly 1, and nothing overflows.
    private static double? Variation(ReadOnlySpan<double> gaps)
    {
        Demand.NotNegative(gaps);
        double longest = 0;
        foreach (double gap in gaps)
        {
            longest = Math.Max(longest, gap);
        }

        if (gaps.Length < 2 || longest == 0)
        {
            return null;
        }

        using Scratch<double> terms = new(gaps.Length);
        for (int i = 0; i < gaps.Length; i++)
        {
            terms.Span[i] = gaps[i] / longest;
        }

        double mean = Ascending.Sum(terms.Span) / gaps.Length;
        foreach (ref double term in terms.Span)
        {
            term = (term - mean) * (term - mean);
        }

        return Math.Sqrt(Ascending.Sum(terms.Span) / gaps.Length) / mean;
    }
}
