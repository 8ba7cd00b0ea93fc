using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Where an artifact stands.</summary>
/// <remarks>The numbers are stable and are never reused. There is no draft: what is not published yet lies where people write it.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<ArtifactStatus>))]
public enum ArtifactStatus : byte
{
    /// <summary>It holds: the community answers for it.</summary>
    Published = 0,

    /// <summary>Another artifact has taken its place; it can still be read.</summary>
    Superseded = 1,

    /// <summary>It holds no longer.</summary>
    Retired = 2,

    /// <summary>Its community has ended; it is kept and can be read.</summary>
    Archived = 3,

    /// <summary>Another community answers for it; what stands here leads there.</summary>
    Transferred = 4,
}
