using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Communities;

/// <summary>What becomes of something that a closing community leaves behind.</summary>
/// <remarks>The numbers are stable and are never reused.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<LegacyDestination>))]
public enum LegacyDestination : byte
{
    /// <summary>Nothing is decided yet; the community cannot close.</summary>
    Undecided = 0,

    /// <summary>Another community takes it over.</summary>
    Community = 1,

    /// <summary>It is kept and can be read.</summary>
    Archived = 2,

    /// <summary>It is done, answered or ended with its owner's word.</summary>
    Finished = 3,
}
