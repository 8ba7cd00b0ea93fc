using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The share of the artifacts older than 30 days that somebody other than their authors used in the window.</summary>
/// <remarks>
/// Range: 0 to 1, Wilson interval. Little data: insufficient below 3 published artifacts that were first published more than 30 days before the as-of instant; not applicable when no use was ever recorded or no artifact is known. O(artifacts x uses).
/// </remarks>
public sealed class ArtifactReuse : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "artifact-reuse/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Reuse",
        "share",
        "Which part of the artifacts that had time to be found was used by others in the window: knowledge that travels.")
    {
        NextStep = "Show one artifact at each gathering, and ask who can use it next week.",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (Shelf.UseUnknown(evidence) is { } unknown)
        {
            return unknown;
        }

        Artifact[] settled = Shelf.Settled(evidence);
        int reused = settled.Count(a => evidence.Practice!.Repertoire.ReuseOf(a.Id, evidence.Window).Uses > 0);
        return Reading.OfShare(reused, settled.Length, 3, "artifacts older than 30 days");
    }
}
