using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>Why a stretch of membership ended.</summary>
/// <remarks>The numbers are stable and are never reused. Only <see cref="Choice"/> is churn.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<LeaveReason>))]
public enum LeaveReason : byte
{
    /// <summary>The person chose to leave.</summary>
    Choice = 0,

    /// <summary>The person left the organisation.</summary>
    OrganisationExit = 1,

    /// <summary>The community closed.</summary>
    CommunityClosed = 2,

    /// <summary>The community became part of another one.</summary>
    CommunityMerged = 3,

    /// <summary>The membership had an end date, which came.</summary>
    TermEnded = 4,

    /// <summary>The person was removed.</summary>
    Removed = 5,

    /// <summary>The person was blocked.</summary>
    Blocked = 6,

    /// <summary>The person was erased at their request.</summary>
    Erased = 7,
}
