using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Networks;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The share of the population without the facilitators that is in its largest connected part.</summary>
/// <remarks>
/// Range: above 0 to 1. Details: random (the mean of the same after as many random people have gone, seeded by community, window
/// and definition), facilitators, others. Little data: insufficient without a tie; not applicable when no facilitator is in the
/// population, when fewer than 4 others are, or when ties or facilitators are not known. Context only. O(draws (V + E)), 200 draws,
/// fewer for large networks so that they stay below 4 million steps, but at least 20. Source: Albert, Jeong and Barabasi (2000).
/// </remarks>
public sealed class FacilitatorRemoval : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "facilitator-removal/v1";

    private const long MostSteps = 4_000_000;
    private const int FewestDraws = 20, MostDraws = 200;

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Without the facilitators",
        "share",
        "Which part of the others would still hang together if the facilitators stayed away. Below one half, and far below the same with random people away: hub and spokes.")
    {
        NextStep = "Introduce people who only know a facilitator to each other.",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (Facilitation.Unknown(evidence) is { } nobody)
        {
            return nobody;
        }

        if (Interactions.Unknown(evidence) is { } unknown)
        {
            return unknown;
        }

        UndirectedGraph graph = evidence.Interactions.Undirected;
        if (graph.EdgeCount == 0)
        {
            return Reading.Insufficient("ties", 0, 1);
        }

        int draws = (int)Math.Clamp(MostSteps / ((long)graph.VertexCount + graph.EdgeCount), FewestDraws, MostDraws);
        return RemovalRobustness.Of(graph, evidence.VerticesOfHolders(Role.Facilitator), evidence.RandomFor(Id), draws) is { } robustness
            ? new(new Measurement.Value(robustness.Share!.Value, robustness.Remaining))
            {
                Details = [new("random", robustness.RandomShare!.Value), new("facilitators", robustness.Removed), new("others", robustness.Remaining)],
            }
            : Reading.NotApplicable("facilitators.few", "No facilitator is among the people with ties, or fewer than four others are.");
    }
}
