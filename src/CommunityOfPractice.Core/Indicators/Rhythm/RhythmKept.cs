using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The share of planned periods in the window in which the community gathered.</summary>
/// <remarks>
/// Periods of the stated rhythm, by the clock of the zone of most gatherings in the calendar (UTC without one), from the window's start on, or from when the community became active; without a stated rhythm, from one planned start to the next of the series with the most of
/// them. A period is met when a gathering that starts in it took place, as somebody says: recorded as held, or somebody is said to have hosted or come. Breaks do not count, nor does a rest that is no whole period. Range: 0 to 1, Wilson interval. Little data: insufficient below 2 planned periods;
/// not applicable when no gathering is known, nothing is planned, or none is ever said to have taken place and none of the window was cancelled: to cancel is to say that it did not. Details: planned, met, excluded. O(gatherings + periods). Source: Kubernetes, governance of special interest groups (regular meetings).
/// </remarks>
public sealed class RhythmKept : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "cadence-adherence/v1";

    private const int MinimumPeriods = 2;

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Rhythm kept",
        "share",
        "In which part of the periods that its rhythm plans the community gathered: the heartbeat that people rely on.")
    {
        NextStep = "Put the next three gatherings into the calendar now, with a host for each; or plan a slower rhythm that can be kept.",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (!evidence.Gatherings.CancelledInWindow && GatheringsHeld.Unknown(evidence) is { } unknown)
        {
            return unknown;
        }

        TimeWindow window = SinceActive(evidence);
        CommunityClock clock = CommunityClock.Of(evidence.Practice?.Calendar);
        DateTimeOffset[] starts = [.. evidence.Gatherings.InWindow.Select(g => g.Start)];
        if (Cadence(evidence, window, clock, starts) is not { } cadence)
        {
            return Reading.NotApplicable("rhythm.unknown", "No rhythm is planned: neither stated nor by a series of gatherings.");
        }

        return Reading.OfShare(cadence.Met, cadence.Planned, MinimumPeriods, "planned periods") with
        {
            Details = [new("planned", cadence.Planned), new("met", cadence.Met), new("excluded", cadence.Excluded)],
        };
    }

    private static CadenceAdherence? Cadence(HealthEvidence evidence, TimeWindow window, CommunityClock clock, DateTimeOffset[] starts)
    {
        if (evidence.State?.Rhythm is { } rhythm)
        {
            TimeSpan every = rhythm.Every > CadenceAdherence.ShortestPeriod ? rhythm.Every : CadenceAdherence.ShortestPeriod;
            TimeWindow local = clock.Cut(window);
            return CadenceAdherence.Of(local, every, evidence.Breaks.Select(clock.Read).ToValueList(), starts.Where(window.Contains).Select(at => clock.ReadWithin(local, at)));
        }

        DateTimeOffset[] planned = (evidence.Practice?.Calendar.AllSeries ?? [])
            .Select(s => s.Occurrences(window.From, window.Until).Select(o => o.Time.Start).ToArray())
            .Aggregate((DateTimeOffset[])[], (most, next) => next.Length > most.Length ? next : most);
        return planned.Length == 0 ? null : CadenceAdherence.Between(planned, evidence.Breaks, starts);
    }

    /// <summary>Nobody plans before the community has begun.</summary>
    private static TimeWindow SinceActive(HealthEvidence evidence)
    {
        DateTimeOffset? begun = evidence.State is { Status: CommunityStatus.Active, StatusSince: { } since } ? since : null;
        return begun > evidence.Window.From ? new(begun.Value < evidence.AsOf ? begun.Value : evidence.AsOf, evidence.AsOf) : evidence.Window;
    }
}
