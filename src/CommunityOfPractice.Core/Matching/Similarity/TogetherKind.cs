using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Matching;

/// <summary>What two similar communities might do; a suggestion to their people and never more.</summary>
/// <remarks>The numbers are stable and are never reused.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<TogetherKind>))]
public enum TogetherKind : byte
{
    /// <summary>Become one.</summary>
    Merge = 0,

    /// <summary>The smaller one, nearly all of whose people are in the larger one, becomes a group within it.</summary>
    SubCommunity = 1,

    /// <summary>Stay apart and do something together: a joint gathering, shared artifacts.</summary>
    Federate = 2,
}
