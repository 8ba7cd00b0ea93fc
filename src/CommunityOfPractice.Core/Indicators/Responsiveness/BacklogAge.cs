using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The median age of the questions, whenever asked, that are neither answered nor withdrawn at the as-of instant.</summary>
/// <remarks>
/// Questions of before the window count as far as the activities reach back. Range: 0 upwards, in days. Details: open, oldest. Little data: not applicable when none is open, when no
/// question was ever asked, or no answer says what it answers. Context only. O(events). Source: CHAOSS, Issue Age.
/// </remarks>
public sealed class BacklogAge : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "backlog-age/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Age of open questions",
        "days",
        "How old the questions are that still wait for an answer: half of them are older.")
    {
        Chaoss = "Issue Age",
        NextStep = "Close the oldest open questions: answer them, or say that nobody here can.",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (AskedQuestions.Untold(evidence) is { } untold)
        {
            return untold;
        }

        ActivityWindow history = evidence.History;
        double[] days = [.. evidence.Deeds.Open.Select(i => TimeSpan.FromTicks(evidence.AsOf.UtcTicks - history.Times[i]).TotalDays)];
        return Median.Of(days) is { } median
            ? new(new Measurement.Value(median, days.Length)) { Details = [new("open", days.Length), new("oldest", days.Max())] }
            : Reading.NotApplicable("questions.none-open", "No question is open.");
    }
}
