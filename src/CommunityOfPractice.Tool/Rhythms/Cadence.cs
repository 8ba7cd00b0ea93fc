using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;
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
        return planned.Count >= FewestGatherings ? new(true, Gaps(planned), CadenceAdherence.Between(planned, [], starts))
            : starts.Count >= FewestGatherings ? OfUsual(starts, asOf)
            : null;
    }

    private Cadence(bool planned, double everyDays, CadenceAdherence adherence)
        : this(planned, everyDays, adherence.Met, adherence.Planned)
    {
    }

    /// <summary>Periods of equal length, from the first gathering on; the one that is not over does not count.</summary>
    private static Cadence OfUsual(List<DateTimeOffset> starts, DateTimeOffset asOf)
    {
        double every = Math.Max(1, Gaps(starts));
        return new(false, every, CadenceAdherence.Of(new TimeWindow(starts[0], asOf), TimeSpan.FromDays(every), [], starts));
    }

    private static double Gaps(List<DateTimeOffset> starts) => Median.Of([.. starts.Zip(starts.Skip(1), (one, next) => (next - one).TotalDays)]) ?? 0;
}
