using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The share of the members who came to a gathering in the last 90 days.</summary>
/// <remarks>
/// Of the members at the as-of instant, without those on leave or lapsed. Range: 0 to 1, Wilson interval. Little data: insufficient below 5 members; not applicable when members or attendance are unknown. Details: attendees, among them guests who are no
/// members. More is not necessarily better. O(attendances). Source: CHAOSS, Meeting Attendee Count.
/// </remarks>
public sealed class GatheringReach : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "gathering-reach/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Reach of gatherings",
        "share",
        "Which part of the members came to at least one gathering in the last 90 days.")
    {
        Chaoss = "Meeting Attendee Count",
        NextStep = "Hold the next gathering at another time, place or in another form, and invite those who never came by name.",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (Attendance.Unknown(evidence) is { } unknown)
        {
            return unknown;
        }

        if (!evidence.MembersKnown)
        {
            return Reading.NotApplicable("members.unknown", "The data do not say who belongs to the community.");
        }

        ValueList<PersonId> members = evidence.ActiveAt(evidence.LastMoment);
        HashSet<PersonId> attendees = [.. evidence.Gatherings.Quarter.SelectMany(g => g.Attended)];
        int reached = members.Count(attendees.Contains);
        return Reading.OfShare(reached, members.Count, 5, "members") with { Details = [new("attendees", attendees.Count), new("guests", attendees.Count - reached)] };
    }
}
