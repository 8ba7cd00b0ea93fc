using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The share of all contributions that the most active tenth of the contributors made.</summary>
/// <remarks>
/// The tenth is ceil(0.1 n) people. Range: 1/n to 1. Little data: insufficient below 20 contributors. Context only: a few people
/// always do much, see Nielsen (2006). O(n) on sorted counts.
/// </remarks>
public sealed class TopContributorsShare : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "top-tenth-share/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Share of the most active tenth",
        "share",
        "Which part of all contributions comes from the most active tenth of the contributors.");

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ReadOnlySpan<int> counts = evidence.Contributions;
        return counts.Length < 20
            ? Reading.Insufficient("contributors", counts.Length, 20)
            : new(new Measurement.Value(TopShare.Of(counts, 0.1)!.Value, counts.Length));
    }
}
