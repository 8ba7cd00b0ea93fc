using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Core.Matching;

/// <summary>How much more often matched people make ties across departments than others do.</summary>
/// <remarks>
/// The share of new ties that cross departments among the matched, divided by the same share under comparison: a hold-out round, or pairs drawn at random of those who could have been matched. Above 1, matching opens silos.
/// The interval is a cluster bootstrap of both sides.
/// </remarks>
public static class CrossSiloLift
{
    /// <summary>Measures the lift.</summary>
    /// <param name="matched">Ties of the matched, in any order.</param>
    /// <param name="comparison">Ties to compare with, in any order.</param>
    /// <param name="seed">The seed of the bootstrap.</param>
    /// <param name="draws">How many draws; one or more.</param>
    /// <param name="confidence">The probability to cover, above 0 and below 1.</param>
    /// <returns>The lift with its interval; null when either side has no tie, none of the comparison crosses, or all lie in one cluster.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static BootstrapInterval? Of(IEnumerable<NewTie> matched, IEnumerable<NewTie> comparison, ulong seed, int draws = 1000, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(matched);
        ArgumentNullException.ThrowIfNull(comparison);
        (int Cross, int All)[] left = Counted(matched), right = Counted(comparison);
        return ClusterBootstrap.Of(left.Length + right.Length, Lift, new SplitMix64(seed), draws, confidence);

        double? Lift(ReadOnlySpan<int> times) => Share(left, times[..left.Length]) / Share(right, times[left.Length..]) is { } lift && double.IsFinite(lift) ? lift : null;
    }

    private static (int Cross, int All)[] Counted(IEnumerable<NewTie> ties) =>
        [.. ties.GroupBy(t => t.Cluster, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Count(t => t.CrossesSilos), g.Count()))];

    private static double? Share((int Cross, int All)[] clusters, ReadOnlySpan<int> times)
    {
        long cross = 0, all = 0;
        for (int i = 0; i < clusters.Length; i++)
        {
            cross += (long)times[i] * clusters[i].Cross;
            all += (long)times[i] * clusters[i].All;
        }

        return all > 0 ? (double)cross / all : null;
    }
}
