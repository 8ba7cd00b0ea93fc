namespace CommunityOfPractice.Core.Indicators;

/// <summary>The smallest number of people who together did at least half of the acts of curation of the window.</summary>
/// <remarks>
/// Range: 1 to n. Little data: insufficient without one in the window; not applicable when there never was one. Context only;
/// higher is safer. O(events). Source: CHAOSS, Contributor Absence Factor.
/// </remarks>
public sealed class CurationAbsenceFactor : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "absence-factor-curation/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Absence factor of curation",
        "people",
        "How many people would have to stay away until half of the acts of curation are gone.")
    {
        Chaoss = "Contributor Absence Factor",
        NextStep = "Give a part of the knowledge base to a second steward.",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return evidence.Deeds.Curation.AbsenceFactor("acts of curation", "curation.none", "The data hold no curation.");
    }
}
