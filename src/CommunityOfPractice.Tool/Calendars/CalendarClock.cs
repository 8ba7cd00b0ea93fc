using CommunityOfPractice.Core.Interchange;
using Ical.Net.DataTypes;

namespace CommunityOfPractice.Tool.Calendars;

/// <summary>Instants as iCalendar says them: by the clock of a time zone, or in UTC.</summary>
internal sealed class CalendarClock
{
    private readonly TimeZoneInfo? zone;

    private CalendarClock(TimeZoneInfo? zone, bool local) => (this.zone, IsLocal) = (zone, local);

    /// <summary>Whether times are written by the zone's clock.</summary>
    public bool IsLocal { get; }

    /// <summary>The clock that a gathering keeps.</summary>
    /// <returns>
    /// The zone's own; UTC when there is no zone, or when the start or the end is the second of two equal local times, on the day on which
    /// clocks are put back: iCalendar takes a local time for the first of the two. Null when there is no such zone.
    /// </returns>
    public static CalendarClock? Of(GatheringEntry gathering)
    {
        if (gathering.TimeZone is null or "UTC")
        {
            return new(null, local: false);
        }

        return TimeZoneInfo.TryFindSystemTimeZoneById(gathering.TimeZone, out TimeZoneInfo? zone)
            ? new(zone, IsFirst(zone, gathering.Start) && IsFirst(zone, gathering.End))
            : null;
    }

    public CalDateTime Say(DateTimeOffset at) => IsLocal
        ? new CalDateTime(DateTime.SpecifyKind(TimeZoneInfo.ConvertTime(at, zone!).DateTime, DateTimeKind.Unspecified), zone!.Id, true)
        : new CalDateTime(at.UtcDateTime, CalDateTime.UtcTzId, true);

    /// <summary>The instant of a time by the clock of a zone: of two equal local times the first; one that does not exist counts from before clocks were put forward.</summary>
    public static DateTimeOffset Read(DateTime local, TimeZoneInfo zone)
    {
        if (zone.IsInvalidTime(local))
        {
            return new DateTimeOffset(local, zone.GetUtcOffset(local.AddDays(-1))).ToUniversalTime();
        }

        TimeSpan offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    private static bool IsFirst(TimeZoneInfo zone, DateTimeOffset at) => Read(DateTime.SpecifyKind(TimeZoneInfo.ConvertTime(at, zone).DateTime, DateTimeKind.Unspecified), zone) == at;
}
