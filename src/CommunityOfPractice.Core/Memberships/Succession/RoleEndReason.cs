using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Memberships;

// owned by branch roles
/// <summary>Why somebody no longer holds a role.</summary>
/// <remarks>The numbers are stable and are never reused.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<RoleEndReason>))]
public enum RoleEndReason : byte
{
    /// <summary>The holder stepped down.</summary>
    Resigned = 0,

    /// <summary>The holder is no longer an active member.</summary>
    MembershipEnded = 3,
}
