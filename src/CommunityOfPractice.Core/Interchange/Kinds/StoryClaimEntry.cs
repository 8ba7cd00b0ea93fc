using CommunityOfPractice.Core.Practices;
using System.Text.Json.Serialization;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>One claim of a value story.</summary>
/// <remarks>Immutable and compared by value.</remarks>
public sealed record StoryClaimEntry
{
    /// <summary>Creates a claim.</summary>
    /// <param name="cycle">In which cycle of value creation it lies.</param>
    /// <param name="text">What is claimed; not empty.</param>
    /// <exception cref="ArgumentException"><paramref name="text"/> is empty or too long.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cycle"/> is not a defined cycle.</exception>
    public StoryClaimEntry(ValueCycle cycle, string text)
    {
        Cycle = EntryText.Known(cycle);
        Text = EntryText.Check(text, nameof(text)) ?? throw new ArgumentException("A claim has a text.", nameof(text));
    }

    /// <summary>Gets in which cycle of value creation it lies.</summary>
    /// <value>One of the five.</value>
    public ValueCycle Cycle { get; }

    /// <summary>Gets what is claimed.</summary>
    /// <value>Not empty.</value>
    [JsonConverter(typeof(NeededJsonConverter<string>))]
    public string Text { get; }

    /// <summary>Gets what shows it.</summary>
    /// <value>Links, numbers or words; empty when there is nothing.</value>
    [JsonConverter(typeof(ValueListJsonConverter<string>))]
    public ValueList<string> Evidence { get; init => field = EntryText.Check(value ?? []); } = [];

    /// <summary>Gets who contributed to it.</summary>
    /// <value>Empty when nobody is named.</value>
    [JsonConverter(typeof(ValueListJsonConverter<PersonId>))]
    public ValueList<PersonId> Contributors { get; init => field = EntryText.Named(value ?? []); } = [];
}
