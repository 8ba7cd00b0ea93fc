using System.Runtime.CompilerServices;
using System.Globalization;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>What is wrong with the text of a time.</summary>
internal enum InstantFault : byte
{
    None,
    Malformed,
    TooEarly,
    TooLate,
    Milliseconds,
}

/// <summary>Times as texts: ISO 8601 dates and date-times, or unix seconds; from 1970 to 2099.</summary>
internal static class InstantText
{
    /// <summary>1970-01-01, in ticks: the first instant that the format can hold.</summary>
    private const long Earliest = 621_355_968_000_000_000;

    /// <summary>2100-01-01, in ticks: the first instant after those that the format can hold.</summary>
    private const long End = Earliest + (47_482 * TimeSpan.TicksPerDay);

    /// <summary>In unix seconds; what lies beyond is not told apart.</summary>
    private const long FarFuture = 100_000_000_000;

    public static bool IsInRange(long ticks) => ticks is >= Earliest and < End;

    public static bool AreInRange(ReadOnlySpan<long> ticks) => !ticks.ContainsAnyExceptInRange(Earliest, End - 1);

    /// <summary>Reads a time.</summary>
    /// <param name="text">ASCII digits and signs.</param>
    /// <param name="ticks">UTC ticks, when there is no fault.</param>
    /// <returns>What is wrong, if anything.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static InstantFault Parse(ReadOnlySpan<byte> text, out long ticks)
    {
        bool read = text.Length >= 10 && text[4] == '-' ? TryIso(text, out ticks) : TryUnix(text, out ticks);
        return !read ? InstantFault.Malformed
            : ticks < Earliest ? InstantFault.TooEarly
            : ticks < End ? InstantFault.None
            : IsMilliseconds(text) ? InstantFault.Milliseconds : InstantFault.TooLate;
    }

    public static string Format(DateTimeOffset at) => at.UtcTicks % TimeSpan.TicksPerSecond == 0
        ? at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
        : at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryIso(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        int year = (Pair(text, 0) * 100) + Pair(text, 2), month = Pair(text, 5), day = Pair(text, 8);
        if (year < 0 || text[7] != '-' || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year == 0 ? 4 : year, month))
        {
            return false;
        }

        ticks = year == 0 ? 0 : new DateTime(year, month, day).Ticks;
        if (text.Length == 10)
        {
            return true;
        }

        text = text[10..];
        return text[0] is (byte)'T' or (byte)'t' or (byte)' ' && TryClock(ref text, ref ticks) && TryZone(text, ref ticks);
    }

    /// <summary>Takes off <c>Thh:mm[:ss[.fffffff]]</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryClock(ref ReadOnlySpan<byte> text, ref long ticks)
    {
        int hour = Pair(text, 1), minute = Pair(text, 4);
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || text[3] != ':')
        {
            return false;
        }

        ticks += ((hour * 60) + minute) * TimeSpan.TicksPerMinute;
        text = text[6..];
        if (text.IsEmpty || text[0] != ':')
        {
            return true;
        }

        int second = Pair(text, 1);
        ticks += second * TimeSpan.TicksPerSecond;
        if (second is < 0 or > 59)
        {
            return false;
        }

        text = text[3..];
        return TryFraction(ref text, ref ticks);
    }

    /// <summary>Takes off <c>.f…</c>; digits beyond 100 ns are cut.</summary>
    private static bool TryFraction(ref ReadOnlySpan<byte> text, ref long ticks)
    {
        if (text.IsEmpty || text[0] != '.')
        {
            return true;
        }

        int digits = DigitCount(text[1..]);
        long unit = TimeSpan.TicksPerSecond / 10;
        for (int i = 1; i <= digits; i++, unit /= 10)
        {
            ticks += (text[i] - '0') * unit;
        }

        text = text[(digits + 1)..];
        return digits > 0;
    }

    /// <summary>Nothing or Z for UTC, or <c>±hh:mm</c>, <c>±hhmm</c> or <c>±hh</c> up to 14 hours.</summary>
    private static bool TryZone(ReadOnlySpan<byte> text, ref long ticks)
    {
        if (text.IsEmpty || (text.Length == 1 && text[0] is (byte)'Z' or (byte)'z'))
        {
            return true;
        }

        int hours = Pair(text, 1), minutes = text.Length switch
        {
            3 => 0,
            5 => Pair(text, 3),
            6 when text[3] == ':' => Pair(text, 4),
            _ => -1,
        };
        if (text[0] is not ((byte)'+' or (byte)'-') || hours is < 0 or > 14 || minutes is < 0 or > 59)
        {
            return false;
        }

        long offset = ((hours * 60) + minutes) * TimeSpan.TicksPerMinute;
        ticks -= text[0] == '-' ? -offset : offset;
        return true;
    }

    private static bool TryUnix(ReadOnlySpan<byte> text, out long ticks)
    {
        bool negative = !text.IsEmpty && text[0] == '-';
        text = negative ? text[1..] : text;
        int digits = DigitCount(text);
        long seconds = 0;
        foreach (byte digit in text[..digits])
        {
            seconds = Math.Min((seconds * 10) + (digit - '0'), FarFuture);
        }

        ticks = Earliest + (seconds * TimeSpan.TicksPerSecond);
        text = text[digits..];
        bool read = digits > 0 && TryFraction(ref text, ref ticks) && text.IsEmpty;
        ticks = negative && ticks > Earliest ? 0 : ticks;
        return read;
    }

    private static bool IsMilliseconds(ReadOnlySpan<byte> text) => DigitCount(text) is 12 or 13;

    private static int DigitCount(ReadOnlySpan<byte> text)
    {
        int digits = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return digits < 0 ? text.Length : digits;
    }

    /// <summary>The number of two digits; far below zero when they are not there.</summary>
    private static int Pair(ReadOnlySpan<byte> text, int at)
    {
        if (text.Length < at + 2)
        {
            return -1_000_000;
        }

        uint tens = text[at] - (uint)'0', ones = text[at + 1] - (uint)'0';
        return tens > 9 || ones > 9 ? -1_000_000 : (int)((tens * 10) + ones);
    }
}
