using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>How many minutes of two working days fall together at a moment, by the rules of time zones that the machine has.</summary>
internal sealed class WorkingHours(DateTimeOffset at, int start, int end)
{
    private const int Day = 1440;

    private readonly Dictionary<string, int?> offsets = new(StringComparer.Ordinal);

    /// <summary>Null when a zone is unknown.</summary>
    public int? Shared(string? one, string? other)
    {
        if (OffsetOf(one) is not { } first || OffsetOf(other) is not { } second)
        {
            return null;
        }

        int shift = second - first;
        int shared = 0;
        for (int turn = -2 * Day; turn <= 2 * Day; turn += Day)
        {
            shared = Math.Max(shared, Math.Min(end, end + shift + turn) - Math.Max(start, start + shift + turn));
        }

        return Math.Max(0, shared);
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
