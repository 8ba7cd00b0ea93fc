using CommunityOfPractice.Core.Networks;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The share of the population in the k-core with the largest k.</summary>
/// <remarks>
/// Range: above 0 to 1. Details: k (the largest core number, the degeneracy), people. Little data: insufficient without a tie; not
/// applicable when ties are not known. Context only. O(V + E). Sources: Seidman (1983); Matula and Beck (1983).
/// </remarks>
public sealed class InnermostCoreShare : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "innermost-core/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Innermost core",
        "share",
        "Which part of the people belongs to the most tightly knit group, in which everybody has ties to many of the others.");

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (Interactions.Unknown(evidence) is { } unknown)
        {
            return unknown;
        }

        UndirectedGraph graph = evidence.Interactions.Undirected;

        InnermostCore core = CoreNumbers.Innermost(graph);
        return core.Share is { } share
            ? new(new Measurement.Value(share, core.Vertices)) { Details = [new("k", core.Number), new("people", core.Size)] }
            : Reading.Insufficient("ties", 0, 1);
    }
}
