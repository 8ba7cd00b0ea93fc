using CommunityOfPractice.Core.Networks;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The share of the possible ties between people of the population that exist in the window.</summary>
/// <remarks>
/// 2m / (n (n - 1)), range 0 to 1. Details: meanDegree (2m / n), ties, people. Little data: insufficient below 2 people; not
/// applicable when ties are not known. Context only, never to be scored. O(1) on the ties. Source: Wasserman and Faust (1994).
/// </remarks>
public sealed class NetworkDensity : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "density/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Density",
        "share",
        "Which part of all possible ties exists; it falls as a community grows, so look at the mean number of ties a person has.");

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (Interactions.Unknown(evidence) is { } unknown)
        {
            return unknown;
        }

        UndirectedGraph graph = evidence.Interactions.Undirected;

        return Density.Of(graph) is { } density
            ? new(new Measurement.Value(density, graph.EdgeCount)) { Details = [new("meanDegree", Degrees.Mean(graph)!.Value), new("ties", graph.EdgeCount), new("people", graph.VertexCount)] }
            : Reading.Insufficient("people", graph.VertexCount, 2);
    }
}
