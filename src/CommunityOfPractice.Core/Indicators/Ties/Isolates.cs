using CommunityOfPractice.Core.Networks;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The share of the population that has no tie in the window.</summary>
/// <remarks>
/// The population is the members at the as-of instant, without those on leave or lapsed, when they are known, and otherwise those who took part in the window. Range: 0
/// to 1, Wilson interval. Details tell newcomers (less than 30 days there) apart, who had little time to meet anybody: newcomers, newcomersWithout (a tie), others, othersWithout. Reading along is a legitimate way to take part: the goalposts allow for it. Little data: insufficient below
/// 5 people; not applicable when the data do not say who turns to whom. O(V + E).
/// </remarks>
public sealed class Isolates : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "isolates/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "People without a tie",
        "share",
        "Which part of the members turned to nobody and was turned to by nobody in the window.")
    {
        NextStep = "Introduce people to each other: a round of coffee chats, or a question put to somebody by name.",
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
        bool[] isNew = evidence.NewcomersOfPopulation(TimeSpan.FromDays(30));
        int newcomers = isNew.AsSpan().Count(true), alone = Degrees.Isolates(graph), newAndAlone = 0;
        for (int vertex = 0; vertex < isNew.Length; vertex++)
        {
            newAndAlone += isNew[vertex] && graph.Degree(vertex) == 0 ? 1 : 0;
        }

        return Reading.OfShare(alone, graph.VertexCount, 5, "people") with
        {
            Details = [new("newcomers", newcomers), new("newcomersWithout", newAndAlone), new("others", isNew.Length - newcomers), new("othersWithout", alone - newAndAlone)],
        };
    }
}
