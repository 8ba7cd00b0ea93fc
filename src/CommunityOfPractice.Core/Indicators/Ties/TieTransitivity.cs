using CommunityOfPractice.Core.Networks;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>Three times the triangles over the connected triples of the ties in the window.</summary>
/// <remarks>
/// Range: 0 to 1. Taking part in one gathering makes no tie, so gatherings do not inflate it. Little data: insufficient without
/// anybody who has two ties; not applicable when ties are not known. Context only. O(E sqrt E) for E ties. Source: Wasserman and
/// Faust (1994).
/// </remarks>
public sealed class TieTransitivity : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "transitivity/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Transitivity",
        "share",
        "How often two people who both have ties to a third have a tie to each other: close circles against loose chains.");

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (Interactions.Unknown(evidence) is { } unknown)
        {
            return unknown;
        }

        UndirectedGraph graph = evidence.Interactions.Undirected;

        Transitivity transitivity = Transitivity.Of(graph);
        return transitivity.Ratio is { } ratio
            ? new(new Measurement.Value(ratio, transitivity.Triples)) { Details = [new("triangles", transitivity.Triangles)] }
            : Reading.Insufficient("people with two ties", 0, 1);
    }
}
