using CommunityOfPractice.Core.Indicators;

namespace CommunityOfPractice.Core.Health;

/// <summary>Answer open questions within 48 hours: one act a question, those first that are not past it.</summary>
internal sealed class AnswerQuestions : IHealthAct
{
    public string Indicator => AnsweredInTime.Id;

    public ActOffer? Offer(HealthEvidence evidence, Reading reading, double target) => InTime(evidence.Questions, target, "Answer", "open question", "open questions");

    /// <summary>Ends open waits within 48 hours.</summary>
    public static ActOffer? InTime(WaitingTimes waits, double target, string verb, string one, string more)
    {
        if (waits.Open == 0 || ValueAfter(waits.Open) is not { } most)
        {
            return null;
        }

        int acts = WholeActs.Fewest(waits.Open, target, count => ValueAfter(count) ?? most);
        int past = Math.Max(0, acts - waits.OpenBelow(48));
        string late = past == 0 ? string.Empty : FormattableString.Invariant($" For {past} of them it is too late; what they would have brought, the next ones can bring.");
        return new(acts, ValueAfter(acts) ?? most, FormattableString.Invariant($"{verb} {WholeActs.Of(acts, waits.Open)} {(waits.Open == 1 ? one : more)} within 48 hours.{late}")) { Available = waits.Open };

        double? ValueAfter(int count) => waits.WithAnswers(count).ShareWithin(48, more).Measurement.Amount;
    }
}
