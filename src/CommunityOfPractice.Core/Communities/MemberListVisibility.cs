using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Communities;

/// <summary>Who sees who belongs to a community; apart from who sees the community.</summary>
/// <remarks>The numbers are stable and are never reused.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<MemberListVisibility>))]
public enum MemberListVisibility : byte
{
    /// <summary>Everybody who sees the community.</summary>
    Everyone = 0,

    /// <summary>Its members.</summary>
    Members = 1,

    /// <summary>Those who facilitate it.</summary>
    Facilitators = 2,
}
