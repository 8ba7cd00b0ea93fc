using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The share of the answered questions of the window of which an answer by another person was accepted.</summary>
/// <remarks>
/// An accepted answer is one of the replies by others before the as-of instant; when it was accepted is not known. Range: 0 to 1,
/// Wilson interval. Little data: insufficient below 5 answered questions; not applicable when no answer was ever accepted here, no
/// question asked, or no answer says what it answers. Context only. O(events).
/// </remarks>
public sealed class AnswerAcceptance : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "answer-acceptance/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Accepted answers",
        "share",
        "Which part of the answered questions has an answer that the asker accepted: whether answers help, and not only come.")
    {
        NextStep = "Remind askers to accept the answer that helped; ask what was missing when none did.",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (AskedQuestions.Untold(evidence) is { } untold)
        {
            return untold;
        }

        Deeds deeds = evidence.Deeds;
        return deeds.AnyAccepted
            ? Reading.OfShare(deeds.Accepted, deeds.Answered, 5, "answered questions")
            : Reading.NotApplicable("acceptance.unknown", "The data hold no accepted answer.");
    }
}
