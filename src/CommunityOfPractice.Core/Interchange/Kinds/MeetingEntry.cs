using System.Text.Json.Serialization;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>A meeting of a few people that was proposed or held: one row of the kind meeting.</summary>
/// <remarks>Immutable and compared by value.</remarks>
public sealed record MeetingEntry
{
    /// <summary>Creates an entry.</summary>
    /// <param name="at">When.</param>
    /// <param name="people">Who; at least one person, each once, in any order.</param>
    /// <exception cref="ArgumentException"><paramref name="people"/> is empty, names somebody twice or holds the default value.</exception>
    public MeetingEntry(DateTimeOffset at, ValueList<PersonId> people)
    {
        People = EntryText.Named(people, nameof(people)).Order().ToValueList();
        if (People.Count == 0 || People.Distinct().Count() < People.Count)
        {
            throw new ArgumentException("A meeting has at least one person, and each only once.", nameof(people));
        }

        At = at.ToUniversalTime();
    }

    /// <summary>Gets when.</summary>
    /// <value>In UTC.</value>
    public DateTimeOffset At { get; }

    /// <summary>Gets who.</summary>
    /// <value>Sorted by id; at least one.</value>
    [JsonConverter(typeof(ValueListJsonConverter<PersonId>))]
    public ValueList<PersonId> People { get; }

    /// <summary>Gets who was to invite the others.</summary>
    /// <value>One of <see cref="People"/>; null when nobody was named.</value>
    /// <exception cref="ArgumentException">The value is not one of the people.</exception>
    public PersonId? Host
    {
        get;
        init => field = value is not { } host || People.Contains(host) ? value : throw new ArgumentException("The host is one of the people.", nameof(value));
    }

    /// <summary>Gets whether they met.</summary>
    /// <value>Null when nobody said.</value>
    public bool? Met { get; init; }

    /// <summary>Gets how useful it was found.</summary>
    /// <value>0 (not at all) to 5 (very); null when nobody said.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not between 0 and 5.</exception>
    public int? Useful
    {
        get;
        init => field = value is null or (>= 0 and <= 5) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "From 0 to 5.");
    }
}
