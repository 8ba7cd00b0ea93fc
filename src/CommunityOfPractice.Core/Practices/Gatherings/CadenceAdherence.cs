using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>How well gatherings keep a planned rhythm (domain research 3.E, E1): planned periods beside those with a gathering.</summary>
/// <remarks>Immutable and compared by value. Counts only; adherence is <c>Held / Planned</c> of a calendar, and <c>Met / Planned</c> of starts of gatherings that took place; it says nothing when nothing was planned.</remarks>
/// <param name="Planned">How many periods count: whole ones that no break touches.</param>
/// <param name="Met">In how many of them a gathering starts that was not cancelled; at most <paramref name="Planned"/>.</param>
/// <param name="Held">In how many of them one starts about which somebody said that it took place; at most <paramref name="Met"/>.</param>
/// <param name="Excluded">How many whole periods are left out because a break touches them.</param>
public sealed record CadenceAdherence(int Planned, int Met, int Held, int Excluded)
{
    /// <summary>Gets how short a period can be.</summary>
    /// <value>One day.</value>
    public static TimeSpan ShortestPeriod { get; } = TimeSpan.FromDays(1);

    /// <summary>Counts in periods of equal length.</summary>
    /// <param name="window">The stretch of time; cut into periods from its start on, a rest at its end that is no whole period is left out.</param>
    /// <param name="every">How long a period is; at least <see cref="ShortestPeriod"/>.</param>
    /// <param name="breaks">When nothing was planned; in any order.</param>
    /// <param name="starts">When gatherings started that were not cancelled, in any order; what starts outside does not count. <see cref="Held"/> is zero, for nothing is said of them.</param>
    /// <returns>The counts; O(n) for n starts and the periods that breaks touch.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="every"/> is shorter than a day.</exception>
    public static CadenceAdherence Of(TimeWindow window, TimeSpan every, ValueList<TimeWindow> breaks, IEnumerable<DateTimeOffset> starts)
    {
        ArgumentNullException.ThrowIfNull(starts);
        return Of(window, every, breaks, starts.Select(at => (at, false)));
    }

    /// <summary>Counts in the periods from one planned start to the next.</summary>
    /// <param name="planned">When gatherings were planned to start, in any order; each counts once. The time after the last one is no whole period and is left out.</param>
    /// <param name="breaks">When nothing was planned; in any order.</param>
    /// <param name="starts">When gatherings started that were not cancelled, in any order; what starts outside does not count. <see cref="Held"/> is zero, for nothing is said of them.</param>
    /// <returns>The counts, all zero for fewer than two planned starts; O(n log p) for n starts and p planned ones, and O(p) for each break.</returns>
    public static CadenceAdherence Between(IEnumerable<DateTimeOffset> planned, ValueList<TimeWindow> breaks, IEnumerable<DateTimeOffset> starts)
    {
        ArgumentNullException.ThrowIfNull(planned);
        ArgumentNullException.ThrowIfNull(breaks);
        ArgumentNullException.ThrowIfNull(starts);
        DateTimeOffset[] bounds = [.. planned.Distinct().Order()];
        int periods = Math.Max(0, bounds.Length - 1);
        HashSet<long> excluded = [.. Enumerable.Range(0, periods).Where(i => breaks.Any(b => b.Length > TimeSpan.Zero && b.From < bounds[i + 1] && b.Until > bounds[i])).Select(i => (long)i)];
        return Count(periods, excluded, starts.Select(at => (PeriodOf(at), false)));

        long PeriodOf(DateTimeOffset at)
        {
            int found = Array.BinarySearch(bounds, at);
            return found >= 0 ? found : ~found - 1;
        }
    }

    /// <summary>Counts gatherings; those that were cancelled do not count.</summary>
    internal static CadenceAdherence Of(TimeWindow window, TimeSpan every, ValueList<TimeWindow> breaks, IEnumerable<Gathering> gatherings) =>
        Of(window, every, breaks, gatherings.Where(g => g.Status != GatheringStatus.Cancelled).Select(g => (g.Start, g.Status == GatheringStatus.Held)));

    private static CadenceAdherence Of(TimeWindow window, TimeSpan every, ValueList<TimeWindow> breaks, IEnumerable<(DateTimeOffset Start, bool Held)> gatherings)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(every, ShortestPeriod);
        ArgumentNullException.ThrowIfNull(breaks);
        long periods = window.Length.Ticks / every.Ticks;
        HashSet<long> excluded = [];
        foreach (TimeWindow pause in breaks.Where(b => b.Length > TimeSpan.Zero && b.Until > window.From && b.From < window.Until))
        {
            long last = Math.Min(periods - 1, ((pause.Until - window.From).Ticks - 1) / every.Ticks);
            for (long period = Math.Max(0, (pause.From - window.From).Ticks / every.Ticks); period <= last; period++)
            {
                excluded.Add(period);
            }
        }

        return Count((int)periods, excluded, gatherings.Where(g => g.Start >= window.From).Select(g => ((g.Start - window.From).Ticks / every.Ticks, g.Held)));
    }

    private static CadenceAdherence Count(int periods, HashSet<long> excluded, IEnumerable<(long Period, bool Held)> gatherings)
    {
        HashSet<long> met = [], held = [];
        foreach ((long period, bool took) in gatherings)
        {
            if (period >= 0 && period < periods && !excluded.Contains(period))
            {
                met.Add(period);
                if (took)
                {
                    held.Add(period);
                }
            }
        }

        return new(periods - excluded.Count, met.Count, held.Count, excluded.Count);
    }
}
