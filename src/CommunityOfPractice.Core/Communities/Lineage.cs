using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>How a community is related to others; links of merging, splitting and reopening are kept for ever.</summary>
/// <remarks>Immutable and compared by value.</remarks>
public sealed record Lineage
{
    /// <summary>Gets the lineage of a community that stands alone.</summary>
    /// <value>No link at all.</value>
    public static Lineage None { get; } = new();

    /// <summary>Gets the community that it belongs under.</summary>
    /// <value>Null when it stands alone; the only link that can be taken back.</value>
    public CommunityId? Parent { get; init; }

    /// <summary>Gets the community that it became part of: the redirect.</summary>
    /// <value>Null unless it is merged.</value>
    public CommunityId? MergedInto { get; init; }

    /// <summary>Gets the communities that became part of it.</summary>
    /// <value>In order of time.</value>
    [JsonConverter(typeof(ValueListJsonConverter<CommunityId>))]
    public ValueList<CommunityId> MergedFrom { get; init => field = value ?? []; } = [];

    /// <summary>Gets the community that it was split from.</summary>
    /// <value>Null when it was founded on its own.</value>
    public CommunityId? SplitFrom { get; init; }

    /// <summary>Gets the communities that were split from it.</summary>
    /// <value>In order of time.</value>
    [JsonConverter(typeof(ValueListJsonConverter<CommunityId>))]
    public ValueList<CommunityId> SplitInto { get; init => field = value ?? []; } = [];

    /// <summary>Gets when it was reopened after it had been closed.</summary>
    /// <value>In UTC and in order of time.</value>
    [JsonConverter(typeof(ValueListJsonConverter<DateTimeOffset>))]
    public ValueList<DateTimeOffset> Reopened { get; init => field = value ?? []; } = [];
}
