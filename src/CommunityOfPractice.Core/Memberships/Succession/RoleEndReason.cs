using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>Why somebody no longer holds a role.</summary>
/// <remarks>The numbers are stable and are never reused.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<RoleEndReason>))]
public enum RoleEndReason : byte
{
    /// <summary>The holder stepped down.</summary>
    Resigned = 0,

    /// <summary>Others ended it, with a reason.</summary>
    EndedByOthers = 1,

    /// <summary>The term was over.</summary>
    TermEnded = 2,

    /// <summary>The holder is no longer an active member.</summary>
    MembershipEnded = 3,

    /// <summary>The holder could not be reached for too long; those who decided answer for it.</summary>
    Unreachable = 4,
}
