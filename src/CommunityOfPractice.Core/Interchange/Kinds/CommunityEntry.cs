using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>What is known about a community: one row of the kind community.</summary>
/// <remarks>Immutable and compared by value. Empty texts become null.</remarks>
public sealed record CommunityEntry
{
    /// <summary>Creates an entry.</summary>
    /// <param name="community">Which community it is about.</param>
    /// <exception cref="ArgumentException"><paramref name="community"/> is the default value.</exception>
    public CommunityEntry(CommunityId community) => Community = EntryText.Named(community, nameof(community));

    /// <summary>Gets which community it is about.</summary>
    /// <value>The community's id.</value>
    public CommunityId Community { get; }

    /// <summary>Gets the name for people.</summary>
    /// <value>Null when it has none but its id.</value>
    public string? Name { get; init => field = EntryText.Check(value); }

    /// <summary>Gets what the community is about, in prose.</summary>
    /// <value>Null when unknown.</value>
    public string? Description { get; init => field = EntryText.Check(value); }

    /// <summary>Gets the topics of its domain.</summary>
    /// <value>Empty when unknown.</value>
    [JsonConverter(typeof(ValueListJsonConverter<TopicId>))]
    public ValueList<TopicId> Topics { get; init => field = EntryText.Named(value ?? []); } = []; // generated serializers give null for a list that is not there

    /// <summary>Gets when it got its charter.</summary>
    /// <value>In UTC; null when unknown or never.</value>
    public DateTimeOffset? Chartered { get; init => field = value?.ToUniversalTime(); }

    /// <summary>Gets its status, in the host's own terms.</summary>
    /// <value>Null when unknown.</value>
    public string? Status { get; init => field = EntryText.Check(value); }
}
