namespace CommunityOfPractice.Core.Indicators;

/// <summary>The share of organising acts in the window that the busiest facilitator did.</summary>
/// <remarks>
/// Organising acts are host, curate and welcome. Range: 0 to 1, Wilson interval. Little data: insufficient below 10 organising acts;
/// not applicable when the data do not say who facilitates or hold no organising act at all. O(events).
/// </remarks>
public sealed class FacilitatorLoad : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "facilitator-load/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Load on the busiest facilitator",
        "share",
        "Which part of all organising (hosting, curating, welcoming) falls on one facilitator.")
    {
        NextStep = "Hand over hosting: plan who hosts the next three gatherings, a different person each time.",
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
        return facilitation.OrganisingEver
            ? Reading.OfShare(facilitation.BusiestFacilitator, facilitation.Organising, 10, "organising acts")
            : Reading.NotApplicable("organising.unknown", "The data hold no hosting, curating or welcoming.");
    }
}
