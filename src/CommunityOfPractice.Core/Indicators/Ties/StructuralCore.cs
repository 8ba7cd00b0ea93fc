using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Networks;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The share of the population in the core of the best split into core and periphery.</summary>
/// <remarks>
/// The split with the fewest pairs out of place, exact (Lip). Range: above 0 to 1. Details: core, coreDensity, betweenDensity,
/// peripheryDensity, correlation with the ideal pattern, as far as they are defined; and when a core group or facilitators are
/// appointed: appointed, and jaccard (common people over all of either). The finding says hidden core when the two have less than a
/// third in common and fewer than half of those appointed are in it. Of people with equally many ties at the rim of the core an arbitrary choice is taken. Little data: insufficient
/// below 8 people and without a tie; not applicable when ties are not known. Context only. O(V + E). Sources: Borgatti and Everett
/// (1999); Lip (2011).
/// </remarks>
public sealed class StructuralCore : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "structural-core/v1";

    private const double Alike = 1.0 / 3;

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Structural core",
        "share",
        "Which part of the people forms the core that all talk to each other, and whether it is the core group that was appointed.")
    {
        NextStep = "Look who carries the talk without being asked, and offer them a place in the core group.",
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

        if (graph.VertexCount < 8 || graph.EdgeCount == 0)
        {
            return graph.VertexCount < 8 ? Reading.Insufficient("people", graph.VertexCount, 8) : Reading.Insufficient("ties", 0, 1);
        }

        CorePeriphery split = CorePeriphery.Of(graph);
        List<Detail> details = [new("core", split.Size)];
        Add("coreDensity", split.CoreDensity);
        Add("betweenDensity", split.BetweenDensity);
        Add("peripheryDensity", split.PeripheryDensity);
        Add("correlation", split.Correlation);
        int[] appointed = evidence.VerticesOfHolders(Role.CoreGroup, Role.Facilitator);
        double? jaccard = appointed.Length == 0 ? null : CorePeriphery.Jaccard(graph, appointed);
        if (jaccard is not null)
        {
            details.AddRange([new("appointed", appointed.Length), new("jaccard", jaccard.Value)]);
        }

        return new(new Measurement.Value(split.SizeShare!.Value, graph.VertexCount))
        {
            Details = details.ToValueList(),
            Finding = jaccard < Alike && 2 * Common(jaccard.Value, appointed.Length, split.Size) < appointed.Length ? "hidden core: the people at the centre are mostly not those who were appointed" : null,
        };

        // How many are in both, from the share of either that is.
        static double Common(double jaccard, int one, int other) => Math.Round(jaccard * (one + other) / (1 + jaccard));

        void Add(string name, double? number)
        {
            if (number is { } defined)
            {
                details.Add(new(name, defined));
            }
        }
    }
}
