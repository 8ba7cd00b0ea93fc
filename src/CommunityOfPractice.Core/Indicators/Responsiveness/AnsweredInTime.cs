using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The probability that a question asked in the window is answered by another person within 48 hours.</summary>
/// <remarks>
/// One minus the Kaplan-Meier estimate of waiting at 48 hours; questions without an answer are censored at the as-of instant or when
/// withdrawn, never left out. Answers are answers and replies by somebody else; comments are not. Range: 0 to 1; the interval is the
/// log-log one, or Wilson's where the curve has none (no answers at all). Little data: insufficient below 10 questions, and below 3
/// answers unless 10 questions had the full 48 hours; not applicable when no question was ever asked, or no answer says what it answers. O(q log q). Source: Kaplan and
/// Meier (1958); CHAOSS, Time to First Response.
/// </remarks>
public sealed class AnsweredInTime : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "answered-48h/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Answered within two days",
        "share",
        "How likely it is that a question gets an answer from somebody else within 48 hours, counting the questions that still wait.")
    {
        Chaoss = "Time to First Response",
        NextStep = "Answer the questions that are still open, and agree who looks after new ones each week.",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (AskedQuestions.Untold(evidence) is { } untold)
        {
            return untold;
        }

        WaitingTimes questions = evidence.Questions;
        return questions.ShareWithin(48, "questions") with
        {
            Details =
            [
                new("questions", questions.Count),
                new("answered", questions.AnsweredCount),
                new("open", questions.Open),
                new("withdrawn", questions.Withdrawn),
            ],
        };
    }

    /// <summary>Estimates how the waiting for a first answer goes on.</summary>
    /// <param name="evidence">The evidence.</param>
    /// <returns>The Kaplan-Meier curve of the hours waited; null when no question was asked in the window.</returns>
    public static SurvivalCurve? WaitingCurve(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return evidence.Questions.Curve;
    }
}
