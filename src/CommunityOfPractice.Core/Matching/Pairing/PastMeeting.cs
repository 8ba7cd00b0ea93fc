using System.Text.Json.Serialization;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>A meeting that an earlier round proposed, and what became of it. One person alone means that they stayed without a partner in that round.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="At">When it was proposed.</param>
/// <param name="People">Who; at least one, each once.</param>
public sealed record PastMeeting(
    [property: JsonRequired] DateTimeOffset At,
    ValueList<PersonId> People)
{
    /// <summary>Gets who they were.</summary>
    /// <value>At least one, each once.</value>
    /// <exception cref="ArgumentException">Nobody is named, or somebody twice.</exception>
    [JsonRequired]
    [JsonConverter(typeof(ValueListJsonConverter<PersonId>))]
    public ValueList<PersonId> People { get; init => field = Checked(value); } = Checked(People);

    /// <summary>Gets whether they met.</summary>
    /// <value>Null when nobody said: then they are taken to have met.</value>
    public bool? Met { get; init; }

    /// <summary>Gets how useful they found it.</summary>
    /// <value>0 (not at all) to 5 (very); null when nobody said.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not between 0 and 5.</exception>
    public int? Useful
    {
        get;
        init => field = value is null or (>= 0 and <= 5) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "From 0 to 5.");
    }

    /// <summary>Gets who was host.</summary>
    /// <value>Null when there was none, or when it is not known.</value>
    public PersonId? Host { get; init; }

    private static ValueList<PersonId> Checked(ValueList<PersonId> people)
    {
        ArgumentNullException.ThrowIfNull(people, nameof(People));
        return people.Count > 0 && people.Distinct().Count() == people.Count
            ? people
            : throw new ArgumentException("A meeting has at least one person, and each only once.", nameof(people));
    }
}
