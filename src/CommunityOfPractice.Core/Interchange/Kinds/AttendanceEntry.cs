using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>What one person has to do with one gathering: one row of the kind attendance.</summary>
/// <remarks>Immutable and compared by value.</remarks>
public sealed record AttendanceEntry
{
    /// <summary>Creates an entry.</summary>
    /// <param name="community">Which community gathered.</param>
    /// <param name="gathering">The gathering's id: 1 to 200 characters.</param>
    /// <param name="person">Who.</param>
    /// <exception cref="ArgumentException">An id is the default value, empty or too long.</exception>
    public AttendanceEntry(CommunityId community, string gathering, PersonId person)
    {
        Community = EntryText.Named(community, nameof(community));
        Gathering = IdText.Check(gathering, nameof(gathering));
        Person = EntryText.Named(person, nameof(person));
    }

    /// <summary>Gets which community gathered.</summary>
    /// <value>The community's id.</value>
    public CommunityId Community { get; }

    /// <summary>Gets the gathering's id.</summary>
    /// <value>Unique in the community.</value>
    [JsonConverter(typeof(NeededJsonConverter<string>))]
    public string Gathering { get; }

    /// <summary>Gets who.</summary>
    /// <value>The person's id.</value>
    public PersonId Person { get; }

    /// <summary>Gets what they answered.</summary>
    /// <value>Null when they did not answer.</value>
    public RsvpAnswer? Rsvp { get; init => field = value is { } answer ? EntryText.Known(answer) : null; }

    /// <summary>Gets when they answered.</summary>
    /// <value>In UTC; null when unknown.</value>
    public DateTimeOffset? RsvpAt { get; init => field = value?.ToUniversalTime(); }

    /// <summary>Gets whether they were there.</summary>
    /// <value>Null when nobody said.</value>
    public bool? Attended { get; init; }

    /// <summary>Gets a value indicating whether they hosted it.</summary>
    /// <value>The default value is <see langword="false"/>.</value>
    public bool Host { get; init; }
}
