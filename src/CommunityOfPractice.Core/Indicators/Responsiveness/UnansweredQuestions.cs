using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The share of questions of the window, at least 7 days old, without an answer by another person within 7 days.</summary>
/// <remarks>
/// Questions withdrawn within the 7 days without an answer do not count. Range: 0 to 1, Wilson interval. Little data: insufficient
/// below 5 such questions; not applicable when no question was ever asked, or no answer says what it answers. Context only. O(q).
/// </remarks>
public sealed class UnansweredQuestions : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "unanswered-7d/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Questions left without an answer",
        "share",
        "Which part of the questions that are a week old had no answer by somebody else within that week.")
    {
        NextStep = "Go through the questions without an answer once a week, and ask somebody by name.",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (AskedQuestions.Untold(evidence) is { } untold)
        {
            return untold;
        }

        (int unanswered, int all) = evidence.Questions.UnansweredBy(168, evidence.AsOf);
        return Reading.OfShare(unanswered, all, 5, "questions that are 7 days old") with { Details = [new("questions", all), new("unanswered", unanswered)] };
    }
}
