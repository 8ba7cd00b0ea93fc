namespace CommunityOfPractice.Core.Vocabulary;

/// <summary>Arithmetic on instants that stops at the ends of the calendar instead of failing.</summary>
internal static class Instants
{
    private const int WeekDays = 7;

    /// <summary>The instant a stretch of time later, in UTC; the end of the calendar when it would lie beyond.</summary>
    public static DateTimeOffset After(this DateTimeOffset at, TimeSpan by)
    {
        DateTimeOffset utc = at.ToUniversalTime();
        return by >= DateTimeOffset.MaxValue - utc ? DateTimeOffset.MaxValue : utc.Ticks + by.Ticks <= 0 ? DateTimeOffset.MinValue : utc + by;
    }

    /// <summary>The later of two instants; what is not known does not count.</summary>
    public static DateTimeOffset Latest(this DateTimeOffset at, DateTimeOffset? other) => other > at ? other.Value : at;

    /// <summary>The number of the ISO week (Monday to Sunday, UTC) that an instant lies in; 0001-01-01 is the Monday of week 0.</summary>
    public static int Week(this DateTimeOffset at) => (int)(at.UtcTicks / (WeekDays * TimeSpan.TicksPerDay));

    /// <summary>The Monday on which a week begins, in UTC; the end of the calendar for a week beyond it.</summary>
    public static DateTimeOffset Monday(int week) => DateTimeOffset.MinValue.After(TimeSpan.FromDays(WeekDays * (double)week));

    /// <summary>An instant in ISO 8601.</summary>
    public static string Iso(this DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
