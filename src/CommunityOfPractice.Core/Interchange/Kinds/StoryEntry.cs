using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>A value story: what taking part in a community was worth, as a chain of claims; one row of the kind story for each claim.</summary>
/// <remarks>Immutable and compared by value. Empty texts become null.</remarks>
public sealed record StoryEntry
{
    /// <summary>Creates an entry.</summary>
    /// <param name="community">Which community it is about.</param>
    /// <param name="story">Its id, unique in the community: 1 to 200 characters.</param>
    /// <param name="title">What it is called; not empty.</param>
    /// <exception cref="ArgumentException">An id or the title is empty or too long.</exception>
    public StoryEntry(CommunityId community, string story, string title)
    {
        Community = EntryText.Named(community, nameof(community));
        Story = IdText.Check(story, nameof(story));
        Title = EntryText.Check(title, nameof(title)) ?? throw new ArgumentException("A story has a title.", nameof(title));
    }

    /// <summary>Gets which community it is about.</summary>
    /// <value>The community's id.</value>
    public CommunityId Community { get; }

    /// <summary>Gets its id.</summary>
    /// <value>Unique in the community.</value>
    [JsonConverter(typeof(NeededJsonConverter<string>))]
    public string Story { get; }

    /// <summary>Gets what it is called.</summary>
    /// <value>Not empty.</value>
    [JsonConverter(typeof(NeededJsonConverter<string>))]
    public string Title { get; }

    /// <summary>Gets who told it.</summary>
    /// <value>Null when unknown.</value>
    public PersonId? ToldBy { get; init => field = value is { } id ? EntryText.Named(id) : null; }

    /// <summary>Gets when it was told.</summary>
    /// <value>In UTC; null when unknown.</value>
    public DateTimeOffset? At { get; init => field = value?.ToUniversalTime(); }

    /// <summary>Gets when it was published.</summary>
    /// <value>In UTC; null when it is not.</value>
    public DateTimeOffset? Published { get; init => field = value?.ToUniversalTime(); }

    /// <summary>Gets who agreed to be named in it.</summary>
    /// <value>Sorted by id, each once.</value>
    [JsonConverter(typeof(ValueListJsonConverter<PersonId>))]
    public ValueList<PersonId> Consents { get; init => field = EntryText.Named(value ?? []).Distinct().Order().ToValueList(); } = [];

    /// <summary>Gets the claims.</summary>
    /// <value>By cycle, then text; each once.</value>
    [JsonConverter(typeof(ValueListJsonConverter<StoryClaimEntry>))]
    public ValueList<StoryClaimEntry> Claims { get; init => field = CanonicalOrder.Of(value ?? []); } = [];
}
