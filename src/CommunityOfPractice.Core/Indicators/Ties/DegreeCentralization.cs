using CommunityOfPractice.Core.Networks;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>Freeman's degree centralization of the ties in the window.</summary>
/// <remarks>
/// The sum of the differences to the largest number of ties, as a share of that of a star: (n - 1)(n - 2). Range: 0 to 1. Little
/// data: insufficient below 5 people; not applicable without a tie, for equal zeros are not well distributed, and when ties are not
/// known. Context only: read it with the share started by members. O(V). Source: Freeman (1979).
/// </remarks>
public sealed class DegreeCentralization : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "degree-centralization/v1";

    private const int Fewest = 5;

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Centralization",
        "index",
        "Whether talk runs through one person (1, a star) or is spread over many (0).")
    {
        NextStep = "Pass questions on instead of answering them all from one place: name somebody else who knows.",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (Interactions.Unknown(evidence) is { } unknown)
        {
            return unknown;
        }

        UndirectedGraph graph = evidence.Interactions.Undirected;

        return graph.EdgeCount == 0 && graph.VertexCount >= Fewest ? Reading.NotApplicable("ties.none", "Nobody turned to anybody in the window.")
            : graph.VertexCount < Fewest ? Reading.Insufficient("people", graph.VertexCount, Fewest)
            : new(new Measurement.Value(Centralization.Of(graph)!.Value, graph.VertexCount)) { Details = [new("mostTies", Degrees.Of(graph).Max())] };
    }
}
