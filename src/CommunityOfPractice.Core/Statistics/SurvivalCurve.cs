namespace CommunityOfPractice.Core.Statistics;

/// <summary>The Kaplan–Meier curve: the share of cases in which something has not happened yet, by the time they have waited.</summary>
/// <remarks>
/// <para>
/// <c>S(t) = Π (1 − d_i/n_i)</c> over the event times t_i ≤ t, where d_i of the n_i cases still waiting have their event. A case that is still
/// open when the data end is <i>censored</i>: it counts as waiting up to then and as unknown after, instead of being left out. Leaving it out
/// makes slow communities look fast. At equal times events come before censorings. Censoring is assumed to say nothing about the event to come.
/// </para>
/// <para>
/// Few cases make coarse steps, few events make steps that mean little: look at <see cref="Events"/> and <see cref="Interval"/>. Beyond
/// <see cref="LastTime"/> nothing was seen and the curve stays level, which is the most hopeful reading.
/// </para>
/// <para>Immutable and safe to share between threads. Compared by reference.</para>
/// <para>
/// Sources: Kaplan and Meier (1958), <i>Journal of the American Statistical Association</i> 53; Greenwood (1926) for the standard error;
/// Kalbfleisch and Prentice (1980), <i>The Statistical Analysis of Failure Time Data</i>, for the log-log interval.
/// </para>
/// </remarks>
public sealed class SurvivalCurve
{
    // Products of fractions may miss one half by their rounding; no true curve comes this close to it without being on it.
    private const double Half = 0.5 + 1e-12;

    private readonly SurvivalStep[] steps;

    private SurvivalCurve(SurvivalStep[] steps, int observations, double lastTime)
    {
        this.steps = steps;
        Observations = observations;
        LastTime = lastTime;
        foreach (SurvivalStep step in steps)
        {
            Events += step.Events;
        }
    }

    /// <summary>Gets the steps of the curve.</summary>
    /// <value>One per distinct event time, in ascending order; empty when no event was observed.</value>
    public ReadOnlySpan<SurvivalStep> Steps => steps;

    /// <summary>Gets how many cases were observed, censored ones included.</summary>
    /// <value>One or more.</value>
    public int Observations { get; }

    /// <summary>Gets how many events were observed.</summary>
    /// <value>From 0 to <see cref="Observations"/>.</value>
    public int Events { get; }

    /// <summary>Gets the longest duration, with or without event: the time up to which the curve rests on data.</summary>
    /// <value>Zero or more, in the unit of the durations.</value>
    public double LastTime { get; }

    /// <summary>Gets the time by which half of the cases have had their event: the first t with S(t) ≤ 0.5.</summary>
    /// <value>In the unit of the durations; null when the curve never comes down to one half. Then all one can say is "above <see cref="LastTime"/>".</value>
    public double? Median
    {
        get
        {
            foreach (SurvivalStep step in steps)
            {
                if (step.Survival <= Half)
                {
                    return step.Time;
                }
            }

            return null;
        }
    }

    /// <summary>Estimates the curve from durations.</summary>
    /// <remarks>Time O(n log n); allocates the steps, the rest is pooled.</remarks>
    /// <param name="durations">How long each case was observed; zero or more, in any one unit, in any order.</param>
    /// <param name="observed">For each case whether its event ended the duration; false for a censored case.</param>
    /// <returns>The curve; null without cases.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A duration is negative, infinite or not a number.</exception>
    /// <exception cref="ArgumentException">The two spans differ in length.</exception>
    /// <example>
    /// Answers after 2, 5 and 30 hours; five questions open since 10, 50, 50, 80 and 100 hours:
    /// <code>
    /// var curve = SurvivalCurve.KaplanMeier([2, 5, 30, 10, 50, 50, 80, 100], [true, true, true, false, false, false, false, false]);
    /// curve.At(30)   // 0.6
    /// curve.Median   // null: not reached, although the three answers alone have a median of 5 hours
    /// </code>
    /// </example>
    public static SurvivalCurve? KaplanMeier(ReadOnlySpan<double> durations, ReadOnlySpan<bool> observed)
    {
        Demand.SameLength(durations.Length, observed.Length, nameof(observed));
        Demand.NotNegative(durations);
        if (durations.IsEmpty)
        {
            return null;
        }

        using Scratch<double> times = new(durations.Length);
        using Scratch<bool> ended = new(durations.Length);
        durations.CopyTo(times.Span);
        observed.CopyTo(ended.Span);
        times.Span.Sort(ended.Span);
        return new(StepsOf(times.Span, ended.Span), durations.Length, times.Span[^1]);
    }

    /// <summary>Estimates the curve from cases that came under observation late, such as people who had joined before the data begin.</summary>
    /// <remarks>
    /// Left truncation: a case is at risk only from its entry on, for had its event come before, nobody would have seen it. Counting it from 0 makes the curve look better than it
    /// is. Early on few may be at risk, and then one event makes a deep step: look at <see cref="SurvivalStep.AtRisk"/>. With all entries at 0 it is the curve of
    /// <see cref="KaplanMeier(ReadOnlySpan{double}, ReadOnlySpan{bool})"/>, up to rounding. Time O(n log n); allocates the steps, the rest is pooled.
    /// </remarks>
    /// <param name="entries">When each case came under observation, on the clock of the durations; from 0 to its duration. An event at the moment of entry does not count, except at 0.</param>
    /// <param name="durations">How long after its start the observation of each case ended; zero or more, in the same unit.</param>
    /// <param name="observed">For each case whether its event ended the observation; false for a censored case.</param>
    /// <returns>The curve; null without cases.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, infinite or not a number.</exception>
    /// <exception cref="ArgumentException">The spans differ in length, or a case comes in after its end.</exception>
    /// <example>
    /// Members for 2, 5 and 6 years, the last two seen from their fourth year on; the first and the last left:
    /// <code>SurvivalCurve.KaplanMeier([0, 4, 4], [2, 5, 6], [true, false, true])  // S(2) = 0: the only one at risk then left</code>
    /// </example>
    public static SurvivalCurve? KaplanMeier(ReadOnlySpan<double> entries, ReadOnlySpan<double> durations, ReadOnlySpan<bool> observed)
    {
        Demand.SameLength(durations.Length, observed.Length, nameof(observed));
        Demand.SameLength(durations.Length, entries.Length, nameof(entries));
        Demand.NotNegative(durations);
        Demand.NotNegative(entries);
        double last = 0;
        for (int i = 0; i < durations.Length; i++)
        {
            if (entries[i] > durations[i])
            {
                throw new ArgumentException($"Case {i} comes in at {entries[i]}, after its end at {durations[i]}.", nameof(entries));
            }

            last = Math.Max(last, durations[i]);
        }

        return durations.IsEmpty ? null : new(DelayedEntry.StepsOf(entries, durations, observed), durations.Length, last);
    }

    /// <summary>Returns S(t): the estimated share of cases without an event up to and including t.</summary>
    /// <remarks>Time O(log n). A step function: the step at an event time belongs to it.</remarks>
    /// <param name="t">Zero or more, in the unit of the durations.</param>
    /// <returns>From 0 to 1; 1 before the first event, level after the last.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="t"/> is negative or not a number.</exception>
    /// <example>With answers after 1, 2, 3 and 4 hours: <code>curve.At(2.5)  // 0.5</code></example>
    public double At(double t)
    {
        int reached = Reached(t);
        return reached == 0 ? 1 : steps[reached - 1].Survival;
    }

    /// <summary>Returns the mean time without an event within the first tau: the area under the curve from 0 to tau.</summary>
    /// <remarks>
    /// It tells the expected wait of somebody who gives up waiting at tau, and unlike the median it always exists.
    /// For a tau above <see cref="LastTime"/> the level rest of the curve is taken for its truth. Time O(n).
    /// </remarks>
    /// <param name="tau">Zero or more and finite, in the unit of the durations.</param>
    /// <returns>From 0 to <paramref name="tau"/>, in the unit of the durations.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tau"/> is negative, infinite or not a number.</exception>
    /// <example>With answers after 1, 2, 3 and 4 hours: <code>curve.RestrictedMean(4)  // 2.5</code></example>
    public double RestrictedMean(double tau)
    {
        Demand.NotNegative([tau], nameof(tau));
        double area = 0;
        double from = 0;
        double level = 1;
        foreach (SurvivalStep step in steps.AsSpan(0, Reached(tau)))
        {
            area += level * (step.Time - from);
            (from, level) = (step.Time, step.Survival);
        }

        return area + (level * (tau - from));
    }

    /// <summary>Returns Greenwood's standard error of S(t): <c>S(t)·√Σ d_i/(n_i(n_i − d_i))</c>.</summary>
    /// <remarks>It tells how much the curve would vary from sample to sample; too small for few cases. Time O(n).</remarks>
    /// <param name="t">Zero or more, in the unit of the durations.</param>
    /// <returns>Zero or more; 0 before the first event; null when S(t) is 0, where the formula divides by zero.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="t"/> is negative or not a number.</exception>
    /// <example>With answers after 1, 2, 3 and 4 hours: <code>curve.StandardError(2)  // 0.25</code></example>
    public double? StandardError(double t)
    {
        double survival = At(t);
        return survival == 0 ? null : survival * Math.Sqrt(Greenwood(t));
    }

    /// <summary>Returns the log-log interval for S(t): <c>S(t)^exp(±z·σ/ln S(t))</c>, with σ the standard error of ln S(t).</summary>
    /// <remarks>It tells how far to trust the curve at t, and never leaves the range of a share. Time O(n).</remarks>
    /// <param name="t">Zero or more, in the unit of the durations.</param>
    /// <param name="z">The normal quantile of the confidence, above 0 and at most 40; the default gives 95 %.</param>
    /// <returns>Two numbers with 0 ≤ Low ≤ S(t) ≤ High ≤ 1; null when S(t) is 0 or 1, where the formula has no value.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <example>With answers after 1, 2, 3 and 4 hours: <code>curve.Interval(2)  // (0.0578, 0.8449)</code></example>
    public (double Low, double High)? Interval(double t, double z = Normal.Z95)
    {
        Demand.PositiveUpTo(z, 40);
        double survival = At(t);
        if (survival is 0 or 1)
        {
            return null;
        }

        double spread = Math.Exp(z * Math.Sqrt(Greenwood(t)) / -Math.Log(survival));
        return (Math.Pow(survival, spread), Math.Pow(survival, 1 / spread));
    }

    // Between two censorings the product telescopes, so it is taken as one fraction: without any, the curve is exactly 1 − ECDF.
    private static SurvivalStep[] StepsOf(ReadOnlySpan<double> times, ReadOnlySpan<bool> ended)
    {
        List<SurvivalStep> steps = [];
        double survival = 1;
        double level = 1;
        int levelAtRisk = times.Length;
        for (int at = 0, next; at < times.Length; at = next)
        {
            int events = 0;
            for (next = at; next < times.Length && times[next] == times[at]; next++)
            {
                events += ended[next] ? 1 : 0;
            }

            int atRisk = times.Length - at;
            if (events > 0)
            {
                survival = level * (atRisk - events) / levelAtRisk;
                steps.Add(new(times[at], atRisk, events, survival));
            }

            if (events < next - at)
            {
                (level, levelAtRisk) = (survival, times.Length - next);
            }
        }

        return [.. steps];
    }

    private int Reached(double t)
    {
        if (!(t >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(t), t, "A time from zero up is needed.");
        }

        int low = 0;
        int high = steps.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = steps[middle].Time <= t ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private double Greenwood(double t)
    {
        double sum = 0;
        foreach (SurvivalStep step in steps.AsSpan(0, Reached(t)))
        {
            sum += step.Events / ((double)step.AtRisk * (step.AtRisk - step.Events));
        }

        return sum;
    }
}
