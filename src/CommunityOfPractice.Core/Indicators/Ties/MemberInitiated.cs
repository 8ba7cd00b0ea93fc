using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The share of posts, questions and gatherings in the window that were started by people who were not facilitators at that moment.</summary>
/// <remarks>
/// Counts questions, gatherings hosted, and posts that reply to nothing. Range: 0 to 1, Wilson interval. Little data: insufficient
/// below 10 starts; not applicable when the roster names no facilitator. O(starts x facilitator periods). Source of the thresholds
/// 0.5 and 0.9: Millington's community lifecycle.
/// </remarks>
public sealed class MemberInitiated : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "member-initiated/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Started by members",
        "share",
        "Which part of threads, questions and gatherings was started by somebody who is not a facilitator: the sign of a community that runs itself.")
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
        int started = 0, byMembers = 0;
        for (int i = 0; i < activity.Count; i++)
        {
            if (actors[i] >= 0 && Starts(activity, i))
            {
                started++;
                byMembers += facilitation.Facilitated(activity.People[i], activity.Times[i]) ? 0 : 1;
            }
        }

        return Reading.OfShare(byMembers, started, 10, "threads, questions and gatherings started");
    }

    /// <summary>Whether an activity starts something: a question, a gathering, or a post that replies to nothing.</summary>
    internal static bool Starts(ActivityWindow activity, int i) =>
        activity.Acts[i] is Act.Ask or Act.Host || (activity.Acts[i] == Act.Post && (activity.Replies.IsEmpty || activity.Replies[i] == -1));
}
