using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The burstiness of the days between gatherings in the window, for few gaps.</summary>
/// <remarks>
/// Gatherings that took place, as somebody says; those that start on one day, by the clock of the zone in which they were planned (UTC for those that only activities tell of), are one. Range: -1 (a regular beat) through 0 (chance) to 1 (bursts and silence). Little data: insufficient below 4 gaps; not applicable when no gathering is known, or none is ever said to have taken place.
/// Details: raw is (s - m) / (s + m) without the correction for few gaps, rhythm is (1 - B) / 2, medianDays the usual gap. Context only. O(n log n). Sources: Goh and Barabasi (2008); Kim and Jo (2016); CHAOSS, Burstiness.
/// </remarks>
public sealed class GatheringBurstiness : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "gathering-burstiness/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Burstiness of gatherings",
        "index",
        "Whether gatherings keep a beat (toward -1), come by chance (0), or in bursts with long silence between (toward 1).")
    {
        Chaoss = "Burstiness",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return GatheringsHeld.Unknown(evidence) ?? Bursts.Read(evidence.Gatherings.InWindow.Select(g => g.Time.LocalStart.Ticks / TimeSpan.TicksPerDay));
    }
}
