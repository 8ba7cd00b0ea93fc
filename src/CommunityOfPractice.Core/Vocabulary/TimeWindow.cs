using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Vocabulary;

/// <summary>A stretch of time from an instant up to, and without, a later one: <c>[From, Until)</c>.</summary>
/// <remarks>Both ends are UTC instants. Compared by value. The default value is empty, at 0001-01-01.</remarks>
public readonly record struct TimeWindow
{
    /// <summary>Creates a window from its two ends.</summary>
    /// <param name="from">The first instant inside.</param>
    /// <param name="until">The first instant after; equal to <paramref name="from"/> for an empty window.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="until"/> lies before <paramref name="from"/>.</exception>
    [JsonConstructor]
    public TimeWindow(DateTimeOffset from, DateTimeOffset until)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(until, from);
        From = from.ToUniversalTime();
        Until = until.ToUniversalTime();
    }

    /// <summary>Gets the first instant inside the window.</summary>
    /// <value>In UTC.</value>
    public DateTimeOffset From { get; }

    /// <summary>Gets the first instant after the window.</summary>
    /// <value>In UTC.</value>
    public DateTimeOffset Until { get; }

    /// <summary>Gets the length of the window.</summary>
    /// <value>Zero or more.</value>
    [JsonIgnore]
    public TimeSpan Length => Until - From;

    /// <summary>Makes the window of a given length that ends just before an instant.</summary>
    /// <param name="length">Zero or more; cut at 0001-01-01.</param>
    /// <param name="until">The first instant after the window.</param>
    /// <returns>The window <c>[until - length, until)</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative.</exception>
    public static TimeWindow Last(TimeSpan length, DateTimeOffset until)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, TimeSpan.Zero);
        DateTimeOffset end = until.ToUniversalTime();
        return new(end.Ticks > length.Ticks ? end - length : DateTimeOffset.MinValue, end);
    }

    /// <summary>Returns whether an instant lies in the window.</summary>
    /// <param name="at">The instant.</param>
    /// <returns><see langword="true"/> when <c>From &lt;= at &lt; Until</c>.</returns>
    public bool Contains(DateTimeOffset at) => at >= From && at < Until;
}
