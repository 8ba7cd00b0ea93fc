using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The number of people who hold the role of facilitator at the as-of instant and contributed in the window.</summary>
/// <remarks>
/// Range: 0 upwards. Little data: not applicable when the data do not say who facilitates. O(events). Source: CDC Communities of
/// Practice Resource Kit; Kubernetes governance asks for two chairs or more.
/// </remarks>
public sealed class ActiveFacilitators : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "active-facilitators/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Active facilitators",
        "people",
        "How many of the facilitators contributed in the window. With one, the community depends on that person.")
    {
        NextStep = "Find a second facilitator, and let the two take turns.",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (Facilitation.Unknown(evidence) is { } unknown)
        {
            return unknown;
        }

        Facilitation facilitation = evidence.Facilitation;
        return new(new Measurement.Value(facilitation.ActiveAtEnd, facilitation.AtEnd)) { Details = [new("facilitators", facilitation.AtEnd)] };
    }
}
