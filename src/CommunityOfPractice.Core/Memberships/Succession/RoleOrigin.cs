using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>How somebody came to a role.</summary>
/// <remarks>The numbers are stable and are never reused.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<RoleOrigin>))]
public enum RoleOrigin : byte
{
    /// <summary>Nominated, and accepted.</summary>
    Appointed = 0,

    /// <summary>Earned through the endorsements of others, and taken up.</summary>
    Acquired = 1,
}
