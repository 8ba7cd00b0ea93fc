using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Tool.Calendars;

namespace CommunityOfPractice.Tool.Rhythms;

/// <summary>How well a community keeps its rhythm (E1): in how many of the planned periods it gathered.</summary>
/// <param name="Planned">Whether the rhythm is stated, by a series; otherwise it is the usual one: the median of the days between gatherings.</param>
/// <param name="EveryDays">The length of a period in days; of a planned rhythm the median.</param>
/// <param name="Met">In how many periods there was a gathering.</param>
/// <param name="Periods">How many periods there were.</param>
internal sealed record Cadence(bool Planned, double EveryDays, int Met, int Periods)
{
    private const int FewestGatherings = 3;

    /// <summary>Reads the rhythm off a community's gatherings, cancelled ones left out.</summary>
    /// <returns>Null when there are fewer than three.</returns>
    public static Cadence? Of(IEnumerable<GatheringEntry> gatherings, DateTimeOffset asOf)
    {
        List<DateTimeOffset> starts = [], planned = [];
        foreach (GatheringEntry gathering in gatherings)
        {
            IReadOnlyList<DateTimeOffset> all = Recurrences.Before(gathering, asOf);
            if (gathering.Status != GatheringEntryStatus.Cancelled)
            {
                starts.AddRange(all.Except(gathering.Except));
            }

            planned = gathering.RRule is not null && all.Count > planned.Count ? [.. all] : planned;
        }

        starts.Sort();
        return planned.Count >= FewestGatherings ? OfPlanned(planned, starts)
            : starts.Count >= FewestGatherings ? OfUsual(starts, asOf)
            : null;
    }

    /// <summary>A period goes from one planned start to the next.</summary>
    private static Cadence OfPlanned(List<DateTimeOffset> planned, List<DateTimeOffset> starts)
    {
        int met = planned.Zip(planned.Skip(1)).Count(period => starts.Any(at => at >= period.First && at < period.Second));
        return new(true, Gaps(planned), met, planned.Count - 1);
    }

    /// <summary>Periods of equal length, from the first gathering on; the one that is not over does not count.</summary>
    private static Cadence OfUsual(List<DateTimeOffset> starts, DateTimeOffset asOf)
    {
        double every = Math.Max(1, Gaps(starts));
        int periods = (int)((asOf - starts[0]).TotalDays / every);
        int met = starts.Select(at => (int)((at - starts[0]).TotalDays / every)).Where(period => period < periods).Distinct().Count();
        return new(false, every, met, periods);
    }

    private static double Gaps(List<DateTimeOffset> starts) => Median.Of([.. starts.Zip(starts.Skip(1), (one, next) => (next - one).TotalDays)]) ?? 0;
}
