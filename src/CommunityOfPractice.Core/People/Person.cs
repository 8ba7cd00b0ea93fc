using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.People;

/// <summary>A person, with everything the host knows about them over time.</summary>
/// <remarks>Immutable and compared by value.</remarks>
public sealed record Person
{
    /// <summary>Creates a person.</summary>
    /// <param name="id">Who it is.</param>
    /// <param name="history">What is known, each entry for a stretch of time, in any order; may be empty.</param>
    /// <exception cref="ArgumentException">Two entries hold at the same time, or an entry ends before it begins.</exception>
    public Person(PersonId id, ValueList<PersonAttributes> history)
    {
        ArgumentNullException.ThrowIfNull(history);
        ValueList<PersonAttributes> sorted = history.OrderBy(a => a.From ?? DateTimeOffset.MinValue).ThenBy(a => a.Until ?? DateTimeOffset.MaxValue).ToValueList();
        for (int i = 0; i < sorted.Count; i++)
        {
            if (sorted[i].Until < sorted[i].From)
            {
                throw new ArgumentException($"An entry about '{id}' ends before it begins.", nameof(history));
            }

            if (i > 0 && (sorted[i].From is null || sorted[i - 1].Until is null || sorted[i - 1].Until > sorted[i].From))
            {
                throw new ArgumentException($"Two entries about '{id}' hold at the same time.", nameof(history));
            }
        }

        Id = id;
        History = sorted;
    }

    /// <summary>Gets who it is.</summary>
    /// <value>The person's id.</value>
    public PersonId Id { get; }

    /// <summary>Gets what is known, by time.</summary>
    /// <value>Stretches of time that do not overlap, the earliest first.</value>
    [JsonConverter(typeof(ValueListJsonConverter<PersonAttributes>))]
    public ValueList<PersonAttributes> History { get; }

    /// <summary>Returns what held at an instant.</summary>
    /// <param name="at">The instant.</param>
    /// <returns>The attributes, or null when nothing is known for that instant.</returns>
    public PersonAttributes? AsOf(DateTimeOffset at) => History.FirstOrDefault(a => a.HoldsAt(at));
}
