using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Where a value story stands.</summary>
/// <remarks>The numbers are stable and are never reused.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<StoryStatus>))]
public enum StoryStatus : byte
{
    /// <summary>It is told, and seen by those whom it names and by those in charge.</summary>
    Draft = 0,

    /// <summary>Everybody whom it names has agreed, and everybody who sees the community sees it.</summary>
    Published = 1,

    /// <summary>It is not told any more.</summary>
    Withdrawn = 2,

    /// <summary>It belongs to another community now.</summary>
    Transferred = 3,
}
