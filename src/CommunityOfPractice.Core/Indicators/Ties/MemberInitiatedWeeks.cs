using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The share started by members, where who starts something counts once a week: one busy person cannot lift it alone.</summary>
/// <remarks>
/// What counts as a start is as in <see cref="MemberInitiated"/>. Of all pairs of a person and a week in which that person started something, the share in which the person was at no start of that week a
/// facilitator. Weeks are counted back from the as-of instant. Range: 0 to 1, Wilson interval. Little data: insufficient below 10 pairs; not applicable when the roster names no facilitator.
/// O(starts x facilitator periods).
/// </remarks>
public sealed class MemberInitiatedWeeks : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "member-initiated/v2";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Weekly starts by members",
        "share",
        "Of those who start threads, questions and gatherings, each counted once a week, which part are not facilitators: the sign of a community that runs itself.")
    {
        NextStep = "Leave room: invite members by name to start the next thread or to host the next gathering.",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (Facilitation.Unknown(evidence) is { } unknown)
        {
            return unknown;
        }

        Facilitation facilitation = evidence.Facilitation;
        ActivityWindow activity = evidence.Activity;
        ReadOnlySpan<int> actors = evidence.Actors.OfHistory[evidence.WindowStart..];
        long last = evidence.AsOf.UtcTicks - 1, week = 7 * TimeSpan.TicksPerDay;
        HashSet<(int Actor, long Week)> all = [], facilitated = [];
        for (int i = 0; i < activity.Count; i++)
        {
            if (actors[i] >= 0 && MemberInitiated.Starts(activity, i))
            {
                (int, long) pair = (actors[i], (last - activity.Times[i]) / week);
                all.Add(pair);
                if (facilitation.Facilitated(activity.People[i], activity.Times[i]))
                {
                    facilitated.Add(pair);
                }
            }
        }

        return Reading.OfShare(all.Count - facilitated.Count, all.Count, 10, "weeks of people who started something");
    }
}
