using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>What is known about a person for a stretch of time, <c>[From, Until)</c>: one row of the kind person.</summary>
/// <remarks>Immutable and compared by value. Several entries of one person do not overlap in time. Empty texts become null.</remarks>
public sealed record PersonEntry
{
    /// <summary>Creates an entry.</summary>
    /// <param name="person">Who it is about.</param>
    /// <param name="from">The first instant at which it holds; null when it always held.</param>
    /// <param name="until">The first instant at which it holds no more; null when it still holds.</param>
    /// <exception cref="ArgumentException"><paramref name="person"/> is the default value, or <paramref name="until"/> is not after <paramref name="from"/>.</exception>
    public PersonEntry(PersonId person, DateTimeOffset? from = null, DateTimeOffset? until = null)
    {
        if (until <= from)
        {
            throw new ArgumentException("An entry ends after it begins.", nameof(until));
        }

        Person = EntryText.Named(person, nameof(person));
        From = from?.ToUniversalTime();
        Until = until?.ToUniversalTime();
    }

    /// <summary>Gets who it is about.</summary>
    /// <value>The person's id.</value>
    public PersonId Person { get; }

    /// <summary>Gets the first instant at which it holds.</summary>
    /// <value>In UTC; null when it always held.</value>
    public DateTimeOffset? From { get; }

    /// <summary>Gets the first instant at which it holds no more.</summary>
    /// <value>In UTC; null when it still holds.</value>
    public DateTimeOffset? Until { get; }

    /// <summary>Gets the department.</summary>
    /// <value>Null when unknown.</value>
    public string? Department { get; init => field = EntryText.Check(value); }

    /// <summary>Gets the place of work.</summary>
    /// <value>Null when unknown.</value>
    public string? Location { get; init => field = EntryText.Check(value); }

    /// <summary>Gets the time zone.</summary>
    /// <value>An IANA id such as <c>Europe/Berlin</c> (not checked); null when unknown.</value>
    public string? TimeZone { get; init => field = EntryText.Check(value); }

    /// <summary>Gets the languages spoken.</summary>
    /// <value>BCP 47 tags such as <c>en</c> (not checked); empty when unknown.</value>
    [JsonConverter(typeof(ValueListJsonConverter<string>))]
    public ValueList<string> Languages { get; init => field = EntryText.Check(value ?? []); } = []; // generated serializers give null for a list that is not there

    /// <summary>Gets the manager.</summary>
    /// <value>Null when unknown or none.</value>
    public PersonId? Manager { get; init => field = value is { } id ? EntryText.Named(id) : null; }

    /// <summary>Gets the level of seniority, in the host's own terms.</summary>
    /// <value>Null when unknown.</value>
    public string? Seniority { get; init => field = EntryText.Check(value); }

    /// <summary>Gets the topics that the person cares about.</summary>
    /// <value>Empty when unknown.</value>
    [JsonConverter(typeof(ValueListJsonConverter<TopicId>))]
    public ValueList<TopicId> Topics { get; init => field = EntryText.Named(value ?? []); } = [];

    internal PersonAttributes ToAttributes() => new()
    {
        From = From,
        Until = Until,
        Department = Department,
        Location = Location,
        TimeZone = TimeZone,
        Languages = Languages,
        Manager = Manager,
        Seniority = Seniority,
    };
}
