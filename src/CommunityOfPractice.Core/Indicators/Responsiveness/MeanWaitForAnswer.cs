using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The mean time that questions asked in the window wait for a first answer by another person within the first 7 days.</summary>
/// <remarks>
/// The restricted mean of the Kaplan-Meier curve (its area to 168 hours); open questions are censored, never left out. Unlike the
/// median it is always defined. Range: 0 to 168 hours. Little data: insufficient below 10 questions, and below 3 answers unless 10
/// questions had the full 7 days; not applicable when no question was ever asked, or no answer says what it answers. Context only. O(q log q). Source: Kaplan and
/// Meier (1958).
/// </remarks>
public sealed class MeanWaitForAnswer : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "answer-wait-7d/v1";

    private const double Week = 168;

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Mean wait for an answer, up to a week",
        "hours",
        "How long somebody waits for a first answer on average who gives up after a week, counting the questions that still wait.")
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
        return questions.TooFew(Week, "questions") ?? new(new Measurement.Value(questions.Curve!.RestrictedMean(Week), questions.Count))
        {
            Details = [new("answered", questions.AnsweredCount), new("open", questions.Open), new("withdrawn", questions.Withdrawn)],
        };
    }
}
