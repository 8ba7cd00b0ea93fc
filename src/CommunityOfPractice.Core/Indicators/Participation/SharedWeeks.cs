using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The share of weeks in which at least two different people contributed.</summary>
/// <remarks>
/// Regular interaction is what makes a community of practice, and it takes two: one busy person every week is no rhythm of a community.
/// Weeks are whole weeks counted back from the as-of instant, not before the first activity; those that a declared break touches are left out. Range: 0 to 1, Wilson interval (it takes
/// weeks for independent). Little data: insufficient below 8 weeks. O(events).
/// </remarks>
public sealed class SharedWeeks : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "shared-weeks/v1";

    private const int MinimumWeeks = 8;

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Weeks with several contributors",
        "share",
        "In which part of the weeks at least two people contributed something.")
    {
        NextStep = "Give the week a fixed occasion that takes two: a question of the week, a short call, a review in pairs.",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ValueList<WeeklyActivity> weeks = WeeklyActivity.OutsideBreaks(evidence);
        return Reading.OfShare(weeks.Count(w => w.Contributors >= 2), weeks.Count, MinimumWeeks, "whole weeks observed", WeeklyActivity.EnoughOn(evidence, weeks.Count, MinimumWeeks));
    }
}
