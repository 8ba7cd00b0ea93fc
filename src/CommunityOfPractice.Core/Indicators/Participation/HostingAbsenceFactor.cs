namespace CommunityOfPractice.Core.Indicators;

/// <summary>The smallest number of people who together did at least half of the gatherings hosted of the window.</summary>
/// <remarks>
/// Range: 1 to n. Little data: insufficient without one in the window; not applicable when there never was one. Context only;
/// higher is safer. O(events). Source: CHAOSS, Contributor Absence Factor.
/// </remarks>
public sealed class HostingAbsenceFactor : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "absence-factor-hosting/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Absence factor of hosting",
        "people",
        "How many people would have to stay away until half of the gatherings hosted are gone.")
    {
        Chaoss = "Contributor Absence Factor",
        NextStep = "Let somebody new host the next gathering, with a host of before beside them.",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return evidence.Deeds.Hosting.AbsenceFactor("gatherings hosted", "hosting.none", "The data hold no hosting.");
    }
}
