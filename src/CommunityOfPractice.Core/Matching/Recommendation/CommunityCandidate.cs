using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>A community that may be recommended, as of one moment.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Community">Which community it is.</param>
public sealed record CommunityCandidate(CommunityId Community)
{
    /// <summary>Gets its name for people.</summary>
    /// <value>Empty when it has none but its id.</value>
    public string Name { get; init => field = value ?? string.Empty; } = string.Empty;

    /// <summary>Gets its topics.</summary>
    /// <value>Empty when unknown. Without topics of its own, <see cref="TopicWords"/> makes some of what is written about it.</value>
    [JsonConverter(typeof(ValueListJsonConverter<TopicWeight>))]
    public ValueList<TopicWeight> Topics { get; init => field = value ?? []; } = [];

    /// <summary>Gets the ids of the organisational goals that it serves.</summary>
    /// <value>Empty when unknown.</value>
    [JsonConverter(typeof(ValueListJsonConverter<string>))]
    public ValueList<string> Goals { get; init => field = value ?? []; } = [];

    /// <summary>Gets where it stands.</summary>
    /// <value>The default value is <see cref="CommunityStatus.Active"/>.</value>
    public CommunityStatus Status { get; init; } = CommunityStatus.Active;

    /// <summary>Gets who may see it.</summary>
    /// <value>The default value is <see cref="Visibility.Public"/>; a private one is never recommended.</value>
    public Visibility Visibility { get; init; }

    /// <summary>Gets how people come in.</summary>
    /// <value>The default value is <see cref="JoinPolicy.Open"/>; one that is entered by invitation only is not recommended.</value>
    public JoinPolicy Admission { get; init; }

    /// <summary>Gets since when it is there.</summary>
    /// <value>Null when unknown. One that was not there before the moment asked about is not known then.</value>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Gets a value indicating whether anybody may see who belongs to it; otherwise nothing is said about people one knows there.</summary>
    /// <value>The default value is <see langword="true"/>.</value>
    public bool ShowsMembers { get; init; } = true;

    internal string Title => Name.Length > 0 ? Name : Community.Text;
}
