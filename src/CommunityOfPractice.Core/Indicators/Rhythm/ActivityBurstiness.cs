using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The burstiness of the days between days with a contribution in the window, for few gaps.</summary>
/// <remarks>
/// A day is one of the calendar in UTC. Range: -1 (a regular beat) through 0 (chance) to 1 (bursts and silence). Little data: insufficient below 4 gaps. Details: as for <see cref="GatheringBurstiness"/>.
/// Context only. O(activities). Sources: Goh and Barabasi (2008); Kim and Jo (2016); CHAOSS, Burstiness.
/// </remarks>
public sealed class ActivityBurstiness : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "activity-burstiness/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Burstiness of contributions",
        "index",
        "Whether the days on which somebody contributes follow each other regularly (toward -1), by chance (0), or in bursts with long silence between (toward 1).")
    {
        Chaoss = "Burstiness",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ReadOnlySpan<int> actors = evidence.Actors.OfHistory[evidence.WindowStart..];
        ReadOnlySpan<Act> acts = evidence.Activity.Acts;
        ReadOnlySpan<long> times = evidence.Activity.Times;
        List<long> days = [];
        for (int i = 0; i < actors.Length; i++)
        {
            if (actors[i] >= 0 && acts[i].IsContribution() && times[i] / TimeSpan.TicksPerDay is var day && (days.Count == 0 || days[^1] != day))
            {
                days.Add(day);
            }
        }

        return Bursts.Read(days);
    }
}
