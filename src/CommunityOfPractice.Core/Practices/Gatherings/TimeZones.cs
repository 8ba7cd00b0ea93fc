namespace CommunityOfPractice.Core.Practices;

/// <summary>Local times and instants; depends on the rules of time zones that the machine has (tzdata), and on nothing else of it.</summary>
/// <remarks>
/// Only the offset at an instant is asked of the platform; what a local time means is worked out here, by the rule of RFC 5545 3.3.5. Years are
/// limited to 1970 to 2199, so that no arithmetic leaves the calendar and no series goes on for ever.
/// </remarks>
internal static class TimeZones
{
    public const int FirstYear = 1970, LastYear = 2199;

    private const int LongestName = 64;

    /// <summary>The zone with an IANA id; null when there is none. Aliases of this machine, such as <c>localtime</c>, are none.</summary>
    public static TimeZoneInfo? Find(string? id)
    {
        if (id is "UTC" or "Etc/UTC")
        {
            return TimeZoneInfo.Utc;
        }

        return IsName(id)
            && TimeZoneInfo.TryFindSystemTimeZoneById(id!, out TimeZoneInfo? zone)
            && zone.HasIanaId
            && string.Equals(zone.Id, id, StringComparison.Ordinal) // a name in other letters is only found when the zone was used before
            ? zone : null;
    }

    public static bool IsInRange(DateTime local) => local.Year is >= FirstYear and <= LastYear && local.Ticks % TimeSpan.TicksPerSecond == 0;

    /// <summary>The instant that a local time means.</summary>
    public static DateTimeOffset Resolve(this TimeZoneInfo zone, DateTime local)
    {
        // Offsets are less than a day, so one of these two is in force, or both.
        TimeSpan before = zone.OffsetAt(Utc(local.AddDays(-1))), after = zone.OffsetAt(Utc(local.AddDays(1)));
        foreach (TimeSpan offset in before >= after ? (ReadOnlySpan<TimeSpan>)[before, after] : [after, before])
        {
            // The greater offset means the earlier instant: the first occurrence of a time that is repeated.
            if (zone.OffsetAt(Utc(local - offset)) == offset)
            {
                return Utc(local - offset);
            }
        }

        return Utc(local - before);
    }

    /// <summary>What the clock on the wall shows at an instant.</summary>
    public static DateTime ToLocal(this TimeZoneInfo zone, DateTimeOffset at) => DateTime.SpecifyKind(at.UtcDateTime + zone.OffsetAt(at), DateTimeKind.Unspecified);

    private static TimeSpan OffsetAt(this TimeZoneInfo zone, DateTimeOffset at) => zone.GetUtcOffset(at);

    private static DateTimeOffset Utc(DateTime local) => new(local.Ticks, TimeSpan.Zero);

    /// <summary>Names are also names of files: nothing that leads elsewhere, or that says something about the machine.</summary>
    private static bool IsName(string? id) =>
        id is { Length: > 0 and <= LongestName }
        && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '+')
        && char.IsAsciiLetter(id[0])
        && id is not ("localtime" or "posixrules" or "Factory")
        && !id.StartsWith("right/", StringComparison.Ordinal)
        && !id.StartsWith("posix/", StringComparison.Ordinal);
}
