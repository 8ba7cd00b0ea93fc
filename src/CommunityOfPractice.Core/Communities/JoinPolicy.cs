using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Communities;

/// <summary>How people come in.</summary>
/// <remarks>The numbers are stable and are never reused. Whatever the policy, nobody comes in without an act of their own.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<JoinPolicy>))]
public enum JoinPolicy : byte
{
    /// <summary>Anyone can join.</summary>
    Open = 0,

    /// <summary>People ask, and somebody in charge approves.</summary>
    ByRequest = 1,

    /// <summary>People are invited, and accept.</summary>
    ByInvitation = 2,
}
