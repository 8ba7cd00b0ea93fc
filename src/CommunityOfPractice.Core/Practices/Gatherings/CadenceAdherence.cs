using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>How well gatherings keep a planned rhythm (domain research 3.E, E1): planned periods beside those with a gathering.</summary>
/// <remarks>Immutable and compared by value. Counts only; adherence is <c>Met / Planned</c>, and says nothing when nothing was planned.</remarks>
/// <param name="Planned">How many periods count: whole ones that no break touches.</param>
/// <param name="Met">In how many of them a gathering starts that was not cancelled; at most <paramref name="Planned"/>.</param>
/// <param name="Held">In how many of them one starts about which somebody said that it took place; at most <paramref name="Met"/>.</param>
/// <param name="Excluded">How many whole periods are left out because a break touches them.</param>
public sealed record CadenceAdherence(int Planned, int Met, int Held, int Excluded)
{
    /// <summary>Gets how short a period can be.</summary>
    /// <value>One day.</value>
    public static TimeSpan ShortestPeriod { get; } = TimeSpan.FromDays(1);

    /// <summary>Counts.</summary>
    internal static CadenceAdherence Of(TimeWindow window, TimeSpan every, ValueList<TimeWindow> breaks, IEnumerable<Gathering> gatherings)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(every, ShortestPeriod);
        ArgumentNullException.ThrowIfNull(breaks);
        long periods = window.Length.Ticks / every.Ticks;
        HashSet<long> met = [], held = [], excluded = [];
        foreach (Gathering gathering in gatherings.Where(g => g.Status != GatheringStatus.Cancelled))
        {
            long period = (gathering.Start - window.From).Ticks / every.Ticks;
            met.Add(period);
            if (gathering.Status == GatheringStatus.Held)
            {
                held.Add(period);
            }
        }

        foreach (TimeWindow pause in breaks.Where(b => b.Length > TimeSpan.Zero && b.Until > window.From && b.From < window.Until))
        {
            long last = Math.Min(periods - 1, ((pause.Until - window.From).Ticks - 1) / every.Ticks);
            for (long period = Math.Max(0, (pause.From - window.From).Ticks / every.Ticks); period <= last; period++)
            {
                excluded.Add(period);
            }
        }

        return new((int)periods - excluded.Count, met.Count(Counts), held.Count(Counts), excluded.Count);

        bool Counts(long period) => period < periods && !excluded.Contains(period);
    }
}
