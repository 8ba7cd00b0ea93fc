using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>Whether somebody sponsors the community at the as-of instant: 1 for yes, 0 for no.</summary>
/// <remarks>
/// Range: 0 or 1. Little data: not applicable when nobody is known to have ever sponsored it, unless the community's life is recorded. Details: sponsors. O(roster). Source: CDC Communities of Practice Resource Kit (leader and sponsor are the two roles at the start).
/// </remarks>
public sealed class SponsorPresent : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "sponsor-present/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Sponsor",
        "yes or no",
        "Whether somebody in the organisation stands up for the community, finds time and money for it and removes barriers.")
    {
        NextStep = "Ask a leader whose goals the community serves to be its sponsor, with one concrete request.",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (evidence.Roster is null || (!evidence.IsRecorded && !evidence.Roster.Periods.Any(p => p.Role == Role.Sponsor && p.From < evidence.AsOf)))
        {
            return Reading.NotApplicable("sponsors.unknown", "The data do not say who sponsors the community.");
        }

        int sponsors = evidence.Roster.HoldersAt(Role.Sponsor, evidence.LastMoment).Count;
        return new(new Measurement.Value(sponsors > 0 ? 1 : 0, 1)) { Details = [new("sponsors", sponsors)] };
    }
}
