using CommunityOfPractice.Core.Networks;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The share of directed ties in the window whose opposite exists as well.</summary>
/// <remarks>
/// Range: 0 to 1. Details: ties, interactions, withOthers; corrected is (r - a) / (1 - a) with the density a: 0 as mutual as by chance, not told when all possible ties exist. Little data: insufficient without a tie; not applicable when the data do not say who turns to whom. Context only:
/// question-and-answer communities are rightly low. O(V + E). Source: Wasserman and Faust (1994); networkx reciprocity; Garlaschelli and Loffredo (2004).
/// </remarks>
public sealed class TieReciprocity : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "reciprocity/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Reciprocity",
        "share",
        "Which part of the ties goes both ways: people who turn to each other, and not only one to the other.");

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return Interactions.Unknown(evidence)
            ?? (Reciprocity.Of(evidence.Ties) is { Share: { } share } reciprocity
                ? new(new Measurement.Value(share, evidence.Ties.EdgeCount))
                {
                    Details =
                    [
                        new("ties", evidence.Ties.EdgeCount),
                        new("interactions", evidence.Interactions.Count),
                        new("withOthers", evidence.Interactions.Outside),
                        .. reciprocity.Corrected is { } corrected ? [new("corrected", corrected)] : (Detail[])[],
                    ],
                }
                : Reading.Insufficient("ties", 0, 1));
    }
}
