using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Communities;

/// <summary>How the topics of a new community relate to those of the one that it comes from.</summary>
/// <remarks>The numbers are stable and are never reused.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<SplitMode>))]
public enum SplitMode : byte
{
    /// <summary>The topics move: the new community takes them over and the old one keeps the rest.</summary>
    Partition = 0,

    /// <summary>The topics stay: the new community goes deeper into some of them.</summary>
    Specialise = 1,
}
