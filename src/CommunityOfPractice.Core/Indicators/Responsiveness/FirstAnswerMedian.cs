using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The median time from a question asked in the window to the first answer by another person, from the Kaplan-Meier curve.</summary>
/// <remarks>
/// Range: 0 upwards, in hours. Little data: insufficient below 10 questions or 3 answers; not applicable with the code median.not-
/// reached when fewer than half are answered while observed, when no question was ever asked, or no answer says what it answers. The detail naive is the median of the answered questions alone, which
/// leaving out the unanswered makes too short; within24h, within48h and within7d are estimated shares, given as far as anybody was observed
/// for so long; mean7d is the restricted mean to 7 days, in hours. Context only. O(q log q). Source: Kaplan and Meier (1958).
/// </remarks>
public sealed class FirstAnswerMedian : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "first-answer-median/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Median wait for an answer",
        "hours",
        "After how many hours half of the questions have an answer, counting the questions that still wait; not reached when fewer than half get one.")
    {
        Chaoss = "Time to First Response",
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
        int answered = questions.AnsweredCount;
        if (questions.Count < WaitingTimes.MinimumObservations)
        {
            return Reading.Insufficient("questions", questions.Count, WaitingTimes.MinimumObservations);
        }

        if (answered < WaitingTimes.MinimumEvents)
        {
            return Reading.Insufficient("answered questions", answered, WaitingTimes.MinimumEvents);
        }

        double[] waits = questions.AnsweredHours;
        Reading reading = questions.Curve!.Median is { } median
            ? new(new Measurement.Value(median, questions.Count))
            : Reading.NotApplicable("median.not-reached", "Fewer than half of the questions were answered while they were observed.") with { Finding = "not reached" };
        List<Detail> details = [new("questions", questions.Count), new("answered", answered), new("naive", Median.Of(waits)!.Value)];
        details.AddRange(WaitingTimes.SharesOf(questions.Curve, (24, "within24h"), (48, "within48h"), (168, "within7d")));
        details.Add(new("mean7d", questions.Curve.RestrictedMean(168)));
        return reading with { Details = details.ToValueList() };
    }
}
