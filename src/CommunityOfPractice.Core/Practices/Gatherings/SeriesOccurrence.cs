using System.Globalization;

namespace CommunityOfPractice.Core.Practices;

/// <summary>One occurrence of a series, by the rule alone: whether somebody moved or cancelled it is told by the calendar.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Series">The series.</param>
/// <param name="Index">How many occurrences the rule has before it; those that are left out count too.</param>
/// <param name="Original">The local date and time at which it starts by the rule; names it within the series (RFC 5545, RECURRENCE-ID).</param>
/// <param name="Time">When it is.</param>
public sealed record SeriesOccurrence(SeriesId Series, int Index, DateTime Original, GatheringTime Time)
{
    private const string Format = "yyyyMMdd'T'HHmmss";

    /// <summary>The most characters that a series' id may have, so that its occurrences have ids too.</summary>
    internal const int LongestSeries = 184;

    /// <summary>Gets the id of the gathering that it is.</summary>
    /// <value>Follows from the series and the original start: <c>SERIES@20260310T100000</c>.</value>
    [System.Text.Json.Serialization.JsonIgnore]
    public GatheringId Id => IdOf(Series, Original);

    /// <summary>The id of an occurrence.</summary>
    internal static GatheringId IdOf(SeriesId series, DateTime original) => new($"{series}@{original.ToString(Format, CultureInfo.InvariantCulture)}");

    /// <summary>Takes the id of an occurrence apart.</summary>
    internal static bool TryParse(GatheringId id, out SeriesId series, out DateTime original)
    {
        series = default;
        original = default;
        int at = id.Text.LastIndexOf('@');
        if (at < 1 || !DateTime.TryParseExact(id.Text.AsSpan(at + 1), Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out original))
        {
            return false;
        }

        series = new SeriesId(id.Text[..at]);
        return true;
    }
}
