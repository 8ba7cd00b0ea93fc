using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>How many minutes of two working days fall together at a moment, by the rules of time zones that the machine has.</summary>
internal sealed class WorkingHours(DateTimeOffset at, WorkingDay usual)
{
    private const int Day = 1440;

    private readonly Dictionary<string, int?> offsets = new(StringComparer.Ordinal);

    /// <summary>The longest stretch in which both work. Null when a zone is unknown.</summary>
    public int? Shared(Participant one, Participant other)
    {
        if (OffsetOf(one.Attributes.TimeZone) is not { } first || OffsetOf(other.Attributes.TimeZone) is not { } second)
        {
            return null;
        }

        WorkingDay own = one.WorkingDay ?? usual, theirs = other.WorkingDay ?? usual;
        int shift = first - second; // what their clock shows, seen on one's own
        int shared = 0;
        for (int turn = -2 * Day; turn <= 2 * Day; turn += Day)
        {
            shared = Math.Max(shared, Math.Min(own.End, theirs.End + shift + turn) - Math.Max(own.Start, theirs.Start + shift + turn));
        }

        return shared;
    }

    /// <summary>What the clock on the wall is ahead of UTC, in minutes.</summary>
    private int? OffsetOf(string? zone)
    {
        if (string.IsNullOrEmpty(zone))
        {
            return null;
        }

        if (!offsets.TryGetValue(zone, out int? minutes))
        {
            minutes = TimeZoneInfo.TryFindSystemTimeZoneById(zone, out TimeZoneInfo? known) ? (int)known.GetUtcOffset(at).TotalMinutes : null;
            offsets[zone] = minutes;
        }

        return minutes;
    }
}
