using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Communities;

/// <summary>A place where the members connect.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Kind">What sort of place it is.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Link">Where it is: an absolute address such as <c>https://…</c>, <c>mailto:…</c> or one of the host's own schemes; null when it has no address.</param>
public sealed record Space(SpaceKind Kind, string Name, string? Link)
{
    /// <summary>Gets what the place is for.</summary>
    /// <value>Null when nobody said.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Purpose { get; init; }

    /// <summary>Gets how often something happens there.</summary>
    /// <value>Null when it has no rhythm of its own.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Rhythm? Rhythm { get; init; }

    /// <summary>Gets the id of the place in the tool that it lives in: a channel, a board, a series of meetings.</summary>
    /// <value>1 to 200 characters, unique within the community; null when the host links no tool.</value>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ExternalId { get; init; }
}
