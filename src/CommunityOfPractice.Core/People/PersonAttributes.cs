using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.People;

/// <summary>What the host knows about a person for a stretch of time: department, place, languages.</summary>
/// <remarks>
/// Immutable and compared by value. The stretch is half-open, <c>[From, Until)</c>: a measure uses the attributes as of each event, so a
/// reorganisation never rewrites the past.
/// </remarks>
public sealed record PersonAttributes
{
    /// <summary>Gets the first instant at which this holds.</summary>
    /// <value>Null when it always held.</value>
    public DateTimeOffset? From { get; init; }

    /// <summary>Gets the first instant at which this holds no more.</summary>
    /// <value>Null when it still holds.</value>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Gets the department.</summary>
    /// <value>Null when unknown.</value>
    public string? Department { get; init; }

    /// <summary>Gets the place of work.</summary>
    /// <value>Null when unknown.</value>
    public string? Location { get; init; }

    /// <summary>Gets the time zone.</summary>
    /// <value>An IANA id such as <c>Europe/Berlin</c>; null when unknown.</value>
    public string? TimeZone { get; init; }

    /// <summary>Gets the languages spoken.</summary>
    /// <value>BCP 47 tags such as <c>en</c>; empty when unknown.</value>
    [JsonConverter(typeof(ValueListJsonConverter<string>))]
    public ValueList<string> Languages { get; init => field = value ?? []; } = []; // generated serializers give null for a list that is not there

    /// <summary>Gets the manager.</summary>
    /// <value>Null when unknown or none.</value>
    public PersonId? Manager { get; init; }

    /// <summary>Gets the level of seniority, in the host's own terms.</summary>
    /// <value>Null when unknown.</value>
    public string? Seniority { get; init; }

    /// <summary>Returns whether this holds at an instant.</summary>
    /// <param name="at">The instant.</param>
    /// <returns><see langword="true"/> when <c>From &lt;= at &lt; Until</c>, an end that is null being open.</returns>
    public bool HoldsAt(DateTimeOffset at) => (From is null || at >= From) && (Until is null || at < Until);
}
