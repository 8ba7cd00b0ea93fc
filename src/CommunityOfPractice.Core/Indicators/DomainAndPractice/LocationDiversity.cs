namespace CommunityOfPractice.Core.Indicators;

/// <summary>Blau's index over the places of the population: how probable it is that two people drawn with replacement are of different ones.</summary>
/// <remarks>
/// The population is the members at the as-of instant when they are known, and otherwise who took part in the window; places are those of that instant. Range: 0 to 1 - 1/k. Little data: insufficient below 5 people with a known place, or below 70 % of the people; not applicable when none is known.
/// Details: groups, unbiased, effectiveNumber is exp(H), normalised and evenness (Pielou) where there are two groups or more, coverage. Context only: the best mix is not the widest one. O(n log n). Sources: Blau (1977); Hill (1973).
/// </remarks>
public sealed class LocationDiversity : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "location-diversity/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Diversity of places",
        "index",
        "How mixed the places of the people are: 0 when all are of one.")
    {
        Chaoss = "Contributor Location",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return Groups.Locations(evidence).Diversity();
    }
}
