namespace CommunityOfPractice.Core.Indicators;

/// <summary>The share of people who started in the window, and had 30 days since, with any activity from day 8 to day 30.</summary>
/// <remarks>
/// Bracket retention: only complete brackets count, which a leave or an exit from the organisation before their end makes incomplete. Somebody starts when they joined, or with their first activity in the log when
/// members are not known. Range: 0 to 1, Wilson interval. Little data: insufficient below 5 such newcomers; not applicable when the
/// window is no longer than 30 days. O(events).
/// </remarks>
public sealed class NewcomerReturn : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "newcomer-return-30d/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Newcomers who come back",
        "share",
        "Which part of the newcomers was seen again between the eighth and the thirtieth day.")
    {
        NextStep = "Write to newcomers after their first week: ask what they came for and whom they would like to meet.",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return Newcomers.ShareSeenAgain(evidence, 30, n => n.CameBack);
    }
}
