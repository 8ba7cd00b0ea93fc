using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>Something that a community made and keeps: one row of the kind artifact.</summary>
/// <remarks>Immutable and compared by value. Empty texts become null. That it was used is told by activities with the act <c>use</c>.</remarks>
public sealed record ArtifactEntry
{
    /// <summary>Creates an entry.</summary>
    /// <param name="community">Whose it is.</param>
    /// <param name="artifact">Its id, unique in the community: 1 to 200 characters.</param>
    /// <param name="type">What kind of artifact it is, in the host's own terms, such as <c>guide</c>; not empty.</param>
    /// <param name="title">What it is called; not empty.</param>
    /// <exception cref="ArgumentException">An id or a text is empty or too long.</exception>
    public ArtifactEntry(CommunityId community, string artifact, string type, string title)
    {
        Community = EntryText.Named(community, nameof(community));
        Artifact = IdText.Check(artifact, nameof(artifact));
        Type = EntryText.Check(type, nameof(type)) ?? throw new ArgumentException("An artifact has a type.", nameof(type));
        Title = EntryText.Check(title, nameof(title)) ?? throw new ArgumentException("An artifact has a title.", nameof(title));
    }

    /// <summary>Gets whose it is.</summary>
    /// <value>The community's id.</value>
    public CommunityId Community { get; }

    /// <summary>Gets its id.</summary>
    /// <value>Unique in the community.</value>
    [JsonConverter(typeof(NeededJsonConverter<string>))]
    public string Artifact { get; }

    /// <summary>Gets what kind of artifact it is, in the host's own terms.</summary>
    /// <value>Such as <c>guide</c> or <c>lesson learned</c>.</value>
    [JsonConverter(typeof(NeededJsonConverter<string>))]
    public string Type { get; }

    /// <summary>Gets what it is called.</summary>
    /// <value>Not empty.</value>
    [JsonConverter(typeof(NeededJsonConverter<string>))]
    public string Title { get; }

    /// <summary>Gets who answers for it.</summary>
    /// <value>Null when unknown or nobody does.</value>
    public PersonId? Steward { get; init => field = value is { } id ? EntryText.Named(id) : null; }

    /// <summary>Gets its version.</summary>
    /// <value>Null when unknown.</value>
    public string? Version { get; init => field = EntryText.Check(value); }

    /// <summary>Gets when it was published.</summary>
    /// <value>In UTC; null when unknown or not yet.</value>
    public DateTimeOffset? Published { get; init => field = value?.ToUniversalTime(); }

    /// <summary>Gets when it was last confirmed to hold.</summary>
    /// <value>In UTC; null when unknown or never.</value>
    public DateTimeOffset? Confirmed { get; init => field = value?.ToUniversalTime(); }

    /// <summary>Gets when it is due to be reviewed.</summary>
    /// <value>In UTC; null when no day is set.</value>
    public DateTimeOffset? ReviewDue { get; init => field = value?.ToUniversalTime(); }

    /// <summary>Gets its status, in the host's own terms.</summary>
    /// <value>Null when unknown.</value>
    public string? Status { get; init => field = EntryText.Check(value); }

    /// <summary>Gets the id of the artifact that takes its place.</summary>
    /// <value>Null when none does.</value>
    public string? SupersededBy { get; init => field = string.IsNullOrEmpty(value) ? null : IdText.Check(value, nameof(value)); }

    /// <summary>Gets what it is about.</summary>
    /// <value>Empty when unknown.</value>
    [JsonConverter(typeof(ValueListJsonConverter<TopicId>))]
    public ValueList<TopicId> Topics { get; init => field = EntryText.Named(value ?? []); } = [];

    /// <summary>Gets where it is to be found.</summary>
    /// <value>Links (not checked); empty when unknown.</value>
    [JsonConverter(typeof(ValueListJsonConverter<string>))]
    public ValueList<string> Links { get; init => field = EntryText.Check(value ?? []); } = [];

    /// <summary>Gets who wrote it.</summary>
    /// <value>Empty when unknown.</value>
    [JsonConverter(typeof(ValueListJsonConverter<PersonId>))]
    public ValueList<PersonId> Authors { get; init => field = EntryText.Named(value ?? []); } = [];
}
