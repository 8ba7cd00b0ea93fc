using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>From when to when something is, by the clock on the wall of a time zone.</summary>
/// <remarks>
/// Immutable and compared by value. Times that a change of the clock skips or repeats mean what RFC 5545 (3.3.5) says: a time that occurs
/// twice is its first occurrence, a time that is skipped is read with the offset before the gap, so that it moves on by the length of the gap.
/// </remarks>
/// <param name="Start">The local date and time of the start, in the years 1970 to 2199; its kind is ignored.</param>
/// <param name="End">The local date and time of the end, after the start.</param>
/// <param name="Zone">The IANA id of the time zone, such as <c>Europe/Berlin</c>; case counts.</param>
public sealed record LocalSlot(DateTime Start, DateTime End, string Zone)
{
    /// <summary>Gets the local date and time of the start.</summary>
    /// <value>Of an unspecified kind.</value>
    public DateTime Start { get; init => field = DateTime.SpecifyKind(value, DateTimeKind.Unspecified); } = DateTime.SpecifyKind(Start, DateTimeKind.Unspecified);

    /// <summary>Gets the local date and time of the end.</summary>
    /// <value>Of an unspecified kind.</value>
    public DateTime End { get; init => field = DateTime.SpecifyKind(value, DateTimeKind.Unspecified); } = DateTime.SpecifyKind(End, DateTimeKind.Unspecified);

    /// <summary>Works out the instants.</summary>
    /// <returns>
    /// The time with its instants; refused with <c>time.zone-unknown</c>, <c>time.out-of-range</c> (a year before 1970 or after 2199, or a fraction of a second) or
    /// <c>time.ends-before-start</c> (also when a change of the clock makes it so).
    /// </returns>
    public Decision<GatheringTime> Resolve()
    {
        Guards guards = new();
        GatheringTime? time = Resolve(guards);
        return guards.Decide(() => time!);
    }

    /// <summary>The time with its instants; null when there is none, and why is noted.</summary>
    internal GatheringTime? Resolve(Guards guards)
    {
        TimeZoneInfo? zone = TimeZones.Find(Zone);
        guards.Require(zone is not null, "time.zone-unknown", $"There is no time zone '{Zone}'.");
        guards.Require(TimeZones.IsInRange(Start) && TimeZones.IsInRange(End), "time.out-of-range", "Times are whole seconds in the years 1970 to 2199.");
        if (zone is null || !TimeZones.IsInRange(Start) || !TimeZones.IsInRange(End))
        {
            return null;
        }

        GatheringTime time = new(Start, End, Zone, zone.Resolve(Start), zone.Resolve(End));
        return guards.Require(time.Start < time.End, "time.ends-before-start", $"It ends at {time.End:O} and starts at {time.Start:O}.") ? time : null;
    }
}
