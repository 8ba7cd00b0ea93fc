using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>A day of the week, all of them or one of a month or year: "Tuesdays", "the second Tuesday", "the last Friday" (RFC 5545, BYDAY).</summary>
/// <remarks>As text <c>TU</c>, <c>2TU</c>, <c>-1FR</c>. Compared by value; ordered by day, Monday first, then by ordinal. The default value is all Sundays.</remarks>
[JsonConverter(typeof(ParsableJsonConverter<RecurrenceDay>))]
public readonly record struct RecurrenceDay : IParsable<RecurrenceDay>, IComparable<RecurrenceDay>
{
    private const string Codes = "SUMOTUWETHFRSA";

    /// <summary>Creates a day.</summary>
    /// <param name="day">The day of the week.</param>
    /// <param name="ordinal">Which one, from the front (1 is the first) or from the back (-1 is the last); 0 for all.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="day"/> is no day of the week.</exception>
    public RecurrenceDay(DayOfWeek day, int ordinal = 0)
    {
        Defined.Check(day);
        Day = day;
        Ordinal = ordinal;
    }

    /// <summary>Gets the day of the week.</summary>
    /// <value>The default value is Sunday.</value>
    public DayOfWeek Day { get; }

    /// <summary>Gets which one of the month or year.</summary>
    /// <value>1 is the first, -1 the last; 0 for all.</value>
    public int Ordinal { get; }

    /// <inheritdoc/>
    public static RecurrenceDay Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out RecurrenceDay day) ? day : throw new FormatException($"'{s}' is no day of a recurrence: TU, 2TU or -1FR.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RecurrenceDay result)
    {
        result = default;
        ReadOnlySpan<char> text = s;
        if (text.Length is < 2 or > 6 || CodeOf(text[^2..]) is not { } day)
        {
            return false;
        }

        int ordinal = 0;
        bool legal = text.Length == 2 || (int.TryParse(text[..^2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out ordinal) && ordinal != 0);
        result = legal ? new(day, ordinal) : default;
        return legal;
    }

    /// <inheritdoc/>
    public int CompareTo(RecurrenceDay other) =>
        (((int)Day + 6) % 7).CompareTo(((int)other.Day + 6) % 7) is var order and not 0 ? order : Ordinal.CompareTo(other.Ordinal);

    /// <summary>Returns the day as RFC 5545 writes it.</summary>
    /// <returns>For instance <c>2TU</c>.</returns>
    public override string ToString() => (Ordinal == 0 ? string.Empty : Ordinal.ToString(CultureInfo.InvariantCulture)) + Code(Day);

    /// <summary>The two letters of a day.</summary>
    internal static string Code(DayOfWeek day) => Codes.Substring(2 * (int)day, 2);

    /// <summary>The day of two letters; null when there is none.</summary>
    internal static DayOfWeek? CodeOf(ReadOnlySpan<char> code)
    {
        for (int day = 0; day < 7; day++)
        {
            if (code.Equals(Codes.AsSpan(2 * day, 2), StringComparison.OrdinalIgnoreCase))
            {
                return (DayOfWeek)day;
            }
        }

        return null;
    }
}
