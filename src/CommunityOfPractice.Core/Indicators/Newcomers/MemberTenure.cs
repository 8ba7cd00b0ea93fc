using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The mean time that members stay within their first 365 days, from the Kaplan-Meier curve of the window.</summary>
/// <remarks>
/// The restricted mean (area under the curve to 365 days). Leaving by choice and lapsing are events; leave, the end of the
/// community, an exit from the organisation, a term, a removal and an erasure are censored. Members of before the window enter
/// late, with the tenure that they had; after a leave they go on, after a lapse tenure begins anew. Range: 0 to 365. Details:
/// members, left, and as far as somebody was watched for so long staying90d and staying365d; and median when it is reached. Little
/// data: insufficient below 10 stretches of membership or 3 events, or when nobody was watched up to 365 days; not applicable when
/// members are not known. Early on few may be at risk: look at the counts. O(n log n). Sources: Kaplan and Meier (1958);
/// Kalbfleisch and Prentice (1980) for late entry.
/// </remarks>
public sealed class MemberTenure : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "tenure-365d/v1";

    private const double Year = 365;

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Tenure in the first year",
        "days",
        "How many of the first 365 days a member stays on average, as members leave these days; somebody who is still there counts as staying on.")
    {
        NextStep = "Ask those who left why, once and without pressure; ask those who went quiet what would bring them back.",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (!evidence.MembersKnown)
        {
            return Reading.NotApplicable("members.unknown", "The data do not say who belonged when.");
        }

        Tenures tenures = evidence.Tenures;
        if (tenures.Cases.Count < WaitingTimes.MinimumObservations)
        {
            return Reading.Insufficient("memberships", tenures.Cases.Count, WaitingTimes.MinimumObservations);
        }

        int left = tenures.Cases.Count(c => c.Left);
        if (left < WaitingTimes.MinimumEvents)
        {
            return Reading.Insufficient("members who left or lapsed", left, WaitingTimes.MinimumEvents);
        }

        SurvivalCurve curve = SurvivalCurve.KaplanMeier(
            [.. tenures.Cases.Select(c => c.Entry)], [.. tenures.Cases.Select(c => c.End)], [.. tenures.Cases.Select(c => c.Left)])!;
        if (curve.LastTime < Year)
        {
            return Reading.Insufficient("days of membership of the longest member", Math.Floor(curve.LastTime), Year);
        }

        List<Detail> details = [new("members", tenures.People), new("left", left), new("staying90d", curve.At(90)), new("staying365d", curve.At(Year))];
        if (curve.Median is { } median)
        {
            details.Add(new("median", median));
        }

        return new(new Measurement.Value(curve.RestrictedMean(Year), tenures.Cases.Count)) { Details = details.ToValueList(), Finding = curve.Median is null ? "median not reached" : null };
    }
}
