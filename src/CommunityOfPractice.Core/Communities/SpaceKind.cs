using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Communities;

/// <summary>What sort of place connects the members.</summary>
/// <remarks>The numbers are stable and are never reused.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<SpaceKind>))]
public enum SpaceKind : byte
{
    /// <summary>Longer questions and answers that stay.</summary>
    Forum = 0,

    /// <summary>Short messages as they come.</summary>
    Chat = 1,

    /// <summary>Meetings that come again.</summary>
    MeetingSeries = 2,

    /// <summary>Pages that members write together.</summary>
    Wiki = 3,

    /// <summary>Anything else.</summary>
    Other = 4,
}
