using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>A community as the directory lists it: what searches and overviews need, kept in step with the journal.</summary>
/// <remarks>Immutable and compared by value. No personal data.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Version">The version of the journal that it reflects.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Kind">What sort of group it is.</param>
/// <param name="Status">Where it stands.</param>
public sealed record CommunityListing(CommunityId Community, long Version, string Name, CommunityKind Kind, CommunityStatus Status)
{
    /// <summary>Gets who may see it.</summary>
    /// <value>The default value is <see cref="Visibility.Public"/>.</value>
    public Visibility Visibility { get; init; }

    /// <summary>Gets who may see who belongs to it.</summary>
    /// <value>The default value is <see cref="MemberListVisibility.Members"/>.</value>
    public MemberListVisibility MemberListVisibility { get; init; } = MemberListVisibility.Members;

    /// <summary>Gets the topics of its domain.</summary>
    /// <value>In ordinal order, of the charter in force or else of the latest proposal; empty when nobody has said.</value>
    [JsonConverter(typeof(ValueListJsonConverter<TopicId>))]
    public ValueList<TopicId> Topics { get; init => field = value ?? []; } = [];

    /// <summary>Gets the ids of the organisational goals that it serves.</summary>
    /// <value>In ordinal order, as the topics; empty when it names none.</value>
    [JsonConverter(typeof(ValueListJsonConverter<string>))]
    public ValueList<string> Goals { get; init => field = value ?? []; } = [];

    /// <summary>Gets the community that it belongs to.</summary>
    /// <value>Null when it has no parent.</value>
    public CommunityId? Parent { get; init; }

    /// <summary>Gets the community that it has become part of.</summary>
    /// <value>Null unless it was merged.</value>
    public CommunityId? MergedInto { get; init; }

    /// <summary>Gets when its purpose is to be reviewed next.</summary>
    /// <value>In UTC; null when no review is due.</value>
    public DateTimeOffset? ReviewDue { get; init; }

    /// <summary>Gets how many members are active.</summary>
    /// <value>Zero or more.</value>
    public int ActiveMembers { get; init; }
}
