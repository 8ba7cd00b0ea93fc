using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The probability that the first post or question of a newcomer gets a response by another person within 48 hours.</summary>
/// <remarks>
/// Newcomers are people in their first 30 days. One minus the Kaplan-Meier estimate at 48 hours; posts without a response are
/// censored at the as-of instant. Responses are answers, replies, comments and welcomes. Range: 0 to 1. Little data: as for
/// answered-48h; not applicable when nothing in the community replies to anything. O(events). Source: Lave and Wenger (1991) on
/// access to old-timers. CHAOSS asks newcomers themselves (Newcomer Experience): what they lived through is not read off traces, so the name of that metric is not used.
/// </remarks>
public sealed class NewcomerWelcome : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "newcomer-welcome-48h/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Newcomers who are answered",
        "share",
        "How likely it is that a newcomer's first post or question gets a human response within 48 hours.")
    {
        NextStep = "Let somebody greet every newcomer: answer their first post within two days, even when only to point the way.",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (!evidence.RepliesKnown)
        {
            return Reading.NotApplicable("replies.unknown", "Nothing in the data says who responds to whom.");
        }

        return WaitsOf(evidence).ShareWithin(48, "newcomers' first posts");
    }

    /// <summary>How long the first posts of newcomers waited.</summary>
    internal static WaitingTimes WaitsOf(HealthEvidence evidence) =>
        WaitingTimes.Of(evidence, [.. evidence.Newcomers.All.Select(n => n.FirstOpening).Where(post => post >= evidence.WindowStart)], Acts.IsResponse);
}
