using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Who may come to a gathering.</summary>
/// <remarks>The numbers are stable and are never reused.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<GatheringAudience>))]
public enum GatheringAudience : byte
{
    /// <summary>Members: active, on leave or lapsed.</summary>
    Members = 0,

    /// <summary>Everybody who sees the community, but nobody who was removed or is kept out.</summary>
    Everybody = 1,
}
