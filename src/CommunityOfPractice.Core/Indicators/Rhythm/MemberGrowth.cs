using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>How much the number of members grew or shrank in the window, as a share of those at its start.</summary>
/// <remarks>
/// (joins - leaves) / members at the start, those on leave or lapsed not counted. Lapsing is leaving, and coming back from it joining; going on leave and coming back from it are neither. Who came and went within the window is in the details only. Range: -1 upwards. Little data: insufficient without members at the start, then the counts stand in the details; not applicable when members are unknown.
/// Details: joined, left, cameAndWent, atStart. Context only: size is not health. O(n) in the roster, and O(k²) for a person with k periods who is no member at either end.
/// </remarks>
public sealed class MemberGrowth : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "net-growth/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Net growth",
        "share",
        "By which part of the members at the start the community grew (above 0) or shrank (below 0) in the window.");

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (!evidence.MembersKnown)
        {
            return Reading.NotApplicable("members.unknown", "The data do not say who belongs to the community.");
        }

        HashSet<PersonId> start = [.. evidence.ActiveAt(evidence.Window.From)], end = [.. evidence.ActiveAt(evidence.LastMoment)];
        HashSet<PersonId> awayAtStart = OnLeaveAt(evidence.Roster!, evidence.Window.From), awayAtEnd = OnLeaveAt(evidence.Roster!, evidence.LastMoment);
        int joined = end.Count(p => !start.Contains(p) && !awayAtStart.Contains(p)), left = start.Count(p => !end.Contains(p) && !awayAtEnd.Contains(p));
        int between = evidence.Roster!.Periods.GroupBy(p => p.Person)
            .Count(p => !start.Contains(p.Key) && !end.Contains(p.Key) && !awayAtStart.Contains(p.Key) && !awayAtEnd.Contains(p.Key) && WasThere(evidence.Window, [.. p]));
        Reading reading = NetGrowth.Of(joined, left, start.Count) is { } growth
            ? new(new Measurement.Value(growth, start.Count))
            : Reading.Insufficient("members at the start of the window", 0, 1);
        return reading with { Details = [new("joined", joined), new("left", left), new("cameAndWent", between), new("atStart", start.Count)] };
    }

    private static HashSet<PersonId> OnLeaveAt(Roster roster, DateTimeOffset at) => [.. roster.Periods.Where(p => p.Status == MembershipStatus.Paused && p.Covers(at)).Select(p => p.Person)];

    /// <summary>Whether somebody was an active member at any moment of the window: whoever was became one at the beginning or the end of a period.</summary>
    private static bool WasThere(TimeWindow window, MembershipPeriod[] own) =>
        own.SelectMany(p => (DateTimeOffset?[])[p.From, p.Until]).OfType<DateTimeOffset>().Where(window.Contains)
            .Any(at => own.Any(p => p.IsMembership && p.Covers(at)) && !own.Any(p => p.Status != MembershipStatus.Active && p.Covers(at)));
}
