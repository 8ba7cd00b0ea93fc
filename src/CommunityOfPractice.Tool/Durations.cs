using System.Globalization;

namespace CommunityOfPractice.Tool;

/// <summary>Lengths of time and instants on the command line.</summary>
internal static class Durations
{
    /// <summary>Reads a length such as <c>91d</c>, <c>13w</c> or <c>36h</c>.</summary>
    public static TimeSpan? TryParse(string text)
    {
        double unit = text.Length == 0 ? 0 : text[^1] switch
        {
            'h' => 1d / 24,
            'd' => 1,
            'w' => 7,
            _ => 0,
        };
        return unit > 0 && double.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number)
            && number * unit is > 0 and <= 3650 and double days
            ? TimeSpan.FromDays(days)
            : null;
    }

    /// <summary>Writes a length as the largest unit that fits without remainder.</summary>
    public static string Format(TimeSpan length) => length.Ticks % TimeSpan.TicksPerDay == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{length.Ticks / TimeSpan.TicksPerDay}d")
        : string.Create(CultureInfo.InvariantCulture, $"{length.TotalHours}h");

    /// <summary>Reads an ISO 8601 date or time (UTC unless it says otherwise) or unix seconds.</summary>
    public static DateTimeOffset? TryParseInstant(string text)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long unix) && text.Length > 4 && unix < 253402300800)
        {
            return DateTimeOffset.FromUnixTimeSeconds(unix);
        }

        bool iso = text.Length >= 10 && text[4] == '-' && text[7] == '-' && text.Take(4).All(char.IsAsciiDigit);
        return iso && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset at)
            ? at
            : null;
    }

    /// <summary>Writes an instant in UTC, without a fraction that is zero.</summary>
    public static string Format(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
