namespace CommunityOfPractice.Core.Indicators;

/// <summary>The share of people who started in the window, and had 7 days since, with any activity from day 2 to day 7.</summary>
/// <remarks>
/// Bracket retention: only complete brackets count, which a leave or an exit from the organisation makes incomplete. The first 24
/// hours are day 1; the brackets of 7, 30 and 90 days follow each other without a gap. Somebody starts when they joined, or with
/// their first activity in the log when members are not known. Range: 0 to 1, Wilson interval. Little data: insufficient below 5
/// such newcomers; not applicable when the window is no longer than 7 days. Context only. O(events).
/// </remarks>
public sealed class NewcomerEarlyReturn : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "newcomer-return-7d/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Newcomers who come back in the first week",
        "share",
        "Which part of the newcomers was seen again between the second and the seventh day.")
    {
        NextStep = "Write to newcomers on their second day: say where to begin, and who will answer.",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return Newcomers.ShareSeenAgain(evidence, 7, n => n.CameBackSoon);
    }
}
