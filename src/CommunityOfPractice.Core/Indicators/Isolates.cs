using CommunityOfPractice.Core.Networks;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The share of the population that has no tie in the window.</summary>
/// <remarks>
/// The population is the members at the as-of instant when they are known, and otherwise those who took part in the window. Range: 0
/// to 1, Wilson interval. Reading along is a legitimate way to take part: the goalposts allow for it. Little data: insufficient below
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
        return Interactions.Unknown(evidence)
            ?? Reading.OfShare(Degrees.Isolates(evidence.Interactions.Undirected), evidence.Ties.VertexCount, 5, "people");
    }
}
