namespace CommunityOfPractice.Core.Statistics;

/// <summary>The cluster bootstrap: how much a statistic varies when whole clusters, such as people with all they did, are drawn again with replacement.</summary>
/// <remarks>
/// What one person does hangs together, so people are drawn and not their acts; drawing single acts would make intervals too narrow. Too narrow all the same with few
/// clusters, say below twenty. Draw number b depends on the seed and b alone: any number of threads gives the same bits.
/// Source: Efron and Tibshirani (1993), <i>An Introduction to the Bootstrap</i>, chapters 8 and 13; Davison and Hinkley (1997), <i>Bootstrap Methods and their
/// Application</i>, section 3.8.
/// </remarks>
public static class ClusterBootstrap
{
    // 1 − 0.8 is a little less than a fifth.
    private const double Rounding = 1e-9;

    /// <summary>Returns the percentile interval of a statistic.</summary>
    /// <remarks>
    /// The ends are taken outward: of B sorted draws ⌊(B − 1)·α/2⌋ lie below the interval and as many above, with α = 1 − confidence. The interval is widened to contain the estimate,
    /// which a biased statistic may lie outside of. Time O(draws · (clusters + statistic)); allocates one count per cluster and thread and one number per draw.
    /// </remarks>
    /// <param name="clusters">How many clusters there are; zero or more. Number them in an order that does not depend on the input, such as that of their ids.</param>
    /// <param name="statistic">The statistic; what it throws comes through.</param>
    /// <param name="random">Where the chance comes from.</param>
    /// <param name="draws">How many draws; one or more.</param>
    /// <param name="confidence">The probability to cover, above 0 and below 1.</param>
    /// <param name="threads">How many threads may work at once; one or more. It does not show in the result.</param>
    /// <returns>The interval; null for fewer than two clusters, or when the statistic has no value for the data as observed or for any draw.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="statistic"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    /// <exception cref="InvalidOperationException">The statistic is infinite or not a number.</exception>
    /// <example>
    /// The mean of three people's contributions:
    /// <code>
    /// int[] counts = [4, 0, 9];
    /// ClusterBootstrap.Of(3, times => ((times[0] * counts[0]) + (times[2] * counts[2])) / 3.0, new SplitMix64(1)); // Estimate 4.33
    /// </code>
    /// </example>
    public static BootstrapInterval? Of(
        int clusters, ClusterStatistic statistic, SplitMix64 random, int draws = 500, double confidence = 0.95, int threads = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(clusters);
        ArgumentNullException.ThrowIfNull(statistic);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        if (!(confidence is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A confidence above 0 and below 1 is needed.");
        }

        int[] once = new int[clusters];
        Array.Fill(once, 1);
        if (clusters < 2 || Value(statistic, once) is not { } estimate)
        {
            return null;
        }

        double?[] all = threads == 1 ? InTurn(clusters, statistic, random, draws) : AtOnce(clusters, statistic, random, draws, threads);
        double[] values = [.. all.OfType<double>().Order()];
        if (values.Length == 0)
        {
            return null;
        }

        int outside = (int)(((values.Length - 1) * (1 - confidence) / 2) + Rounding);
        return new(estimate, Math.Min(values[outside], estimate), Math.Max(values[^(1 + outside)], estimate), values.Length, draws - values.Length);
    }

    /// <summary>Makes one draw: as many clusters as there are, each time any of them.</summary>
    /// <remarks>For a host that spreads draws over machines of its own. Time O(clusters), space O(1).</remarks>
    /// <param name="random">Where the chance comes from; the same for all draws.</param>
    /// <param name="draw">The number of the draw.</param>
    /// <param name="times">Takes for each cluster how often it was drawn.</param>
    public static void Draw(SplitMix64 random, long draw, Span<int> times)
    {
        times.Clear();
        SplitMix64 own = random.Split(draw);
        for (int place = 0; place < times.Length; place++)
        {
            times[own.Below(place, times.Length)]++;
        }
    }

    private static double?[] InTurn(int clusters, ClusterStatistic statistic, SplitMix64 random, int draws)
    {
        double?[] values = new double?[draws];
        int[] times = new int[clusters];
        for (int draw = 0; draw < draws; draw++)
        {
            Draw(random, draw, times);
            values[draw] = Value(statistic, times);
        }

        return values;
    }

    private static double?[] AtOnce(int clusters, ClusterStatistic statistic, SplitMix64 random, int draws, int threads)
    {
        double?[] values = new double?[draws];
        ParallelOptions options = new() { MaxDegreeOfParallelism = threads };
        Parallel.For(
            0,
            draws,
            options,
            () => new int[clusters],
            (draw, _, times) =>
            {
                Draw(random, draw, times);
                values[draw] = Value(statistic, times);
                return times;
            },
            _ => { });
        return values;
    }

    private static double? Value(ClusterStatistic statistic, ReadOnlySpan<int> times) =>
        statistic(times) is not { } value ? null
        : double.IsFinite(value) ? value
        : throw new InvalidOperationException("The statistic of a draw is infinite or not a number; it must be a number or null.");
}
