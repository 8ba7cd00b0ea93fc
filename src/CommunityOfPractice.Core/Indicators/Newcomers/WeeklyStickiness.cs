using System.Numerics;
using System.Runtime.InteropServices;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>Mean weekly actives over monthly actives in the last 28 days before the as-of instant.</summary>
/// <remarks>
/// Active is who did anything, reading included. Range: 1/4 to 1. Details: monthly (active people), daily (mean daily actives over
/// monthly). Little data: insufficient without an active person, and before 28 days are observed; not applicable when the window is
/// shorter than 28 days. Context only. O(events).
/// </remarks>
public sealed class WeeklyStickiness : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "stickiness-weekly/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Weekly stickiness",
        "share",
        "In how many of the last four weeks somebody who was there at all was there on average: a quarter is one week in four, 1 is every week.")
    {
        NextStep = "Keep one thing at a fixed time each week, small enough never to be cancelled.",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        TimeSpan month = TimeSpan.FromDays(28);
        if (evidence.Window.Length < month)
        {
            return Reading.NotApplicable("window.short", "The window is shorter than the 28 days that are looked at.");
        }

        if (evidence.WeeksObserved < 4)
        {
            DateTimeOffset? enoughOn = evidence.FirstMomentOfPeople is { } first ? new DateTimeOffset(first, TimeSpan.Zero).Later(month) : null;
            return Reading.Insufficient("whole weeks observed", evidence.WeeksObserved, 4, enoughOn);
        }

        uint[] days = DaysOf(evidence);
        List<int> people = [], weeks = [];
        long presences = 0;
        for (int actor = 0; actor < days.Length; actor++)
        {
            presences += BitOperations.PopCount(days[actor]);
            for (int week = 0; week < 4; week++)
            {
                if ((days[actor] >> (7 * week) & 127) != 0)
                {
                    people.Add(actor);
                    weeks.Add(week);
                }
            }
        }

        int monthly = days.Length - days.AsSpan().Count(0u);
        return Stickiness.Of(4, CollectionsMarshal.AsSpan(people), CollectionsMarshal.AsSpan(weeks)) is { } weekly
            ? new(new Measurement.Value(weekly, monthly)) { Details = [new("monthly", monthly), new("daily", presences / (28.0 * monthly))] }
            : Reading.Insufficient("people active in the last 28 days", 0, 1);
    }

    /// <summary>For each actor one bit for each of the last 28 days with an activity, the last day first.</summary>
    private static uint[] DaysOf(HealthEvidence evidence)
    {
        uint[] days = new uint[evidence.Actors.Count];
        ReadOnlySpan<int> actors = evidence.Actors.OfHistory;
        ReadOnlySpan<long> times = evidence.History.Times;
        for (int i = times.Length - 1; i >= 0; i--)
        {
            long day = (evidence.AsOf.UtcTicks - 1 - times[i]) / TimeSpan.TicksPerDay;
            if (day >= 28)
            {
                break;
            }

            if (actors[i] >= 0)
            {
                days[actors[i]] |= 1u << (int)day;
            }
        }

        return days;
    }
}
