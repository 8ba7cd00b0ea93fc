using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The median time from joining in the window to a first contribution, from the Kaplan-Meier curve.</summary>
/// <remarks>
/// Those who did not contribute are censored at the as-of instant, or when they went on leave or were taken away. Range: 0 upwards,
/// in days. Details: newcomers, contributed, and within7d and within30d (estimated shares) as far as somebody was watched for so
/// long. Little data: insufficient below 10 newcomers or 3 first contributions; not applicable with the code median.not-reached
/// when fewer than half contribute while watched, and when members are not known. Context only. O(n log n). Source: Kaplan and
/// Meier (1958).
/// </remarks>
public sealed class FirstContributionMedian : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "first-contribution-median/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Median time to a first contribution",
        "days",
        "After how many days half of the newcomers have made a first contribution, counting those who have not; not reached when fewer than half do.")
    {
        Chaoss = "Conversion Rate",
        NextStep = "Give each newcomer one small, real task in the first week: a question to answer, a note to check.",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (!evidence.MembersKnown)
        {
            return Reading.NotApplicable("members.unknown", "The data do not say who joined when.");
        }

        List<Newcomer> cohort = [.. evidence.Newcomers.All.Where(n => n.Start >= evidence.Window.From.UtcTicks)];
        double[] days = new double[cohort.Count];
        bool[] contributed = new bool[days.Length];
        for (int i = 0; i < days.Length; i++)
        {
            long watched = Math.Min(cohort[i].WatchedUntil, evidence.AsOf.UtcTicks);
            contributed[i] = cohort[i].FirstContribution <= watched;
            days[i] = (double)((contributed[i] ? cohort[i].FirstContribution!.Value : Math.Max(watched, cohort[i].Start)) - cohort[i].Start) / TimeSpan.TicksPerDay;
        }

        if (days.Length < WaitingTimes.MinimumObservations)
        {
            return Reading.Insufficient("newcomers", days.Length, WaitingTimes.MinimumObservations);
        }

        SurvivalCurve curve = SurvivalCurve.KaplanMeier(days, contributed)!;
        if (curve.Events < WaitingTimes.MinimumEvents)
        {
            return Reading.Insufficient("first contributions", curve.Events, WaitingTimes.MinimumEvents);
        }

        List<Detail> details = [new("newcomers", days.Length), new("contributed", curve.Events)];
        details.AddRange(WaitingTimes.SharesOf(curve, (7, "within7d"), (30, "within30d")));
        Reading reading = curve.Median is { } median
            ? new(new Measurement.Value(median, days.Length))
            : Reading.NotApplicable("median.not-reached", "Fewer than half of the newcomers contributed while they were watched.") with { Finding = "not reached" };
        return reading with { Details = details.ToValueList() };
    }
}
