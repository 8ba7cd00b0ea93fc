using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Memberships;

// owned by branch memberships
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
}
