using CommunityOfPractice.Core.Indicators;

namespace CommunityOfPractice.Core.Health;

/// <summary>Answer open questions within 48 hours: one act a question, those first that are not past it.</summary>
internal sealed class AnswerQuestions : IHealthAct
{
    public string Indicator => AnsweredInTime.Id;

    public ActOffer? Offer(HealthEvidence evidence, Reading reading, double target, int most) => InTime(evidence.Questions, target, most, "Answer", "questions", "open question", "open questions");

    public double PerWeek => 3;

    /// <summary>Ends open waits within 48 hours.</summary>
    public static ActOffer? InTime(WaitingTimes waits, double target, int most, string verb, string next, string one, string more)
    {
        if (waits.Open == 0 || ValueAfter(waits.Open) is not { } all)
        {
            return null;
        }

        int wanted = WholeActs.Fewest(waits.Open, target, count => ValueAfter(count) ?? all), acts = Math.Min(wanted, most);
        return new(acts, ValueAfter(acts) ?? all, Text(acts, waits, verb, next, one, more))
        {
            Available = waits.Open,
            Wanted = acts < wanted && all >= target - WholeActs.Rounding ? wanted : null,
        };

        double? ValueAfter(int count) => waits.WithAnswers(count).ShareWithin(48, more).Measurement.Amount;
    }

    /// <summary>What is past its 48 hours cannot be rescued; it tells how many the next ones must be.</summary>
    private static string Text(int acts, WaitingTimes waits, string verb, string next, string one, string more)
    {
        int past = Math.Max(0, acts - waits.OpenBelow(48));
        string which = $"{WholeActs.Of(acts, waits.Open)} {(waits.Open == 1 ? one : more)}";
        return past == acts ? $"{verb} the next {next} within 48 hours: this is what {which} would have brought, for which it is too late."
            : past == 0 ? $"{verb} {which} within 48 hours."
            : FormattableString.Invariant($"{verb} {which} within 48 hours. For {past} of them it is too late: let the next ones make up for it.");
    }
}
