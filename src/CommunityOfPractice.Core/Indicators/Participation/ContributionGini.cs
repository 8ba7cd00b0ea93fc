using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The Gini coefficient of contributions per contributor, corrected for small numbers.</summary>
/// <remarks>
/// G* = G n / (n - 1), range 0 to 1. Little data: insufficient below 5 contributors. Details: raw is G, which cannot exceed (n - 1) /
/// n. Context only: a high value is normal in communities of practice. O(n) on sorted counts. Source: Gini (1912); the correction as
/// in DescTools.
/// </remarks>
public sealed class ContributionGini : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "gini-contributors/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Concentration of contributions",
        "index",
        "How unequally contributions are spread over the contributors: 0 when all give alike, 1 when one person gives everything.");

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ReadOnlySpan<int> counts = evidence.Contributions;
        return counts.Length < 5
            ? Reading.Insufficient("contributors", counts.Length, 5)
            : new(new Measurement.Value(Gini.CorrectedOfSorted(counts)!.Value, counts.Length))
            {
                Details = [new("raw", Gini.OfSorted(counts)!.Value)],
            };
    }
}
