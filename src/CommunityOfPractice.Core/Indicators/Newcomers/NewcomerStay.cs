using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The share of people whose ninetieth day ended in the window, with any activity from day 31 to day 90.</summary>
/// <remarks>
/// Bracket retention: only complete brackets count. A window of a quarter holds no complete bracket of somebody who started in it,
/// so these are the people who started a quarter before. The first 24 hours are day 1. Somebody starts when they joined, or with
/// their first activity in the log when members are not known. Detail: incomplete (on leave or taken away before the end, or not
/// observed from day 31 on because the log begins later). Range: 0 to 1, Wilson interval. Little data: insufficient below 5.
/// O(events).
/// </remarks>
public sealed class NewcomerStay : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "newcomer-return-90d/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Newcomers who stay",
        "share",
        "Which part of the newcomers was seen again between the thirty-first and the ninetieth day.")
    {
        NextStep = "After a month, ask newcomers what they still miss, and offer them a part of their own.",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        long days = TimeSpan.FromDays(90).Ticks, unseen = TimeSpan.FromDays(30).Ticks;
        long first = evidence.FirstMomentOfPeople ?? long.MaxValue;
        List<Newcomer> cohort = [.. evidence.Newcomers.All.Where(n => n.Start + days > evidence.Window.From.UtcTicks && n.Start + days <= evidence.AsOf.UtcTicks)];
        List<Newcomer> complete = [.. cohort.Where(n => n.IsWatched(TimeSpan.FromDays(90)) && n.Start + unseen >= first)];
        return Reading.OfShare(complete.Count(n => n.CameBackLater), complete.Count, 5, "newcomers with 90 days since they started") with
        {
            Details = [new("incomplete", cohort.Count - complete.Count)],
        };
    }
}
