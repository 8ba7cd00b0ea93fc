using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>How much the number of members grew or shrank in the window, as a share of those at its start.</summary>
/// <remarks>
/// (joins - leaves) / members at the start. Who came and went within the window is in the details only. Range: -1 upwards. Little data: insufficient without members at the start, then the counts stand in the details; not applicable when members are unknown.
/// Details: joined, left, cameAndWent, atStart. Context only: size is not health. O(n log n) in the roster.
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

        HashSet<PersonId> start = [.. evidence.MembersAt(evidence.Window.From)], end = [.. evidence.MembersAt(evidence.LastMoment)];
        int between = evidence.Roster!.Periods
            .Where(p => p.IsMembership && p.From < evidence.AsOf && !(p.Until <= evidence.Window.From))
            .Select(p => p.Person).Distinct().Count(p => !start.Contains(p) && !end.Contains(p));
        int joined = end.Count(p => !start.Contains(p)), left = start.Count(p => !end.Contains(p));
        Reading reading = NetGrowth.Of(joined, left, start.Count) is { } growth
            ? new(new Measurement.Value(growth, start.Count))
            : Reading.Insufficient("members at the start of the window", 0, 1);
        return reading with { Details = [new("joined", joined), new("left", left), new("cameAndWent", between), new("atStart", start.Count)] };
    }
}
