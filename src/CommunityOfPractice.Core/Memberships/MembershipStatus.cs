using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>How a person stands to a community; one of three axes beside participation (derived) and roles (appointed).</summary>
/// <remarks>The numbers are stable and are never reused.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<MembershipStatus>))]
public enum MembershipStatus : byte
{
    /// <summary>No member and nothing under way.</summary>
    None = 0,

    /// <summary>Invited, and has not answered.</summary>
    Invited = 1,

    /// <summary>Has asked to join, and was not answered.</summary>
    Requested = 2,

    /// <summary>A member.</summary>
    Active = 3,

    /// <summary>A member on leave, by their own choice; counts neither as active nor as inactive.</summary>
    Paused = 4,

    /// <summary>A member who has not been seen for long; any act of their own brings them back.</summary>
    Lapsed = 5,

    /// <summary>Was a member, recognised and welcome back.</summary>
    Alumni = 6,

    /// <summary>Was removed, with a reason and a way to appeal.</summary>
    Removed = 7,

    /// <summary>May not come in.</summary>
    Blocked = 8,

    /// <summary>Was erased at their request; counts as one person without a name.</summary>
    Erased = 9,
}
