using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Practices;

/// <summary>How a gathering stands.</summary>
/// <remarks>
/// The numbers are stable and are never reused. A gathering is held when who decides about it says so, by attendance or by notes; one that is over and about which nobody
/// said anything stays planned. An occurrence of a series that nobody has touched is planned.
/// </remarks>
[JsonConverter(typeof(JsonStringEnumConverter<GatheringStatus>))]
public enum GatheringStatus : byte
{
    /// <summary>There is no such gathering.</summary>
    None = 0,

    /// <summary>It is planned.</summary>
    Planned = 1,

    /// <summary>It does not, or did not, take place.</summary>
    Cancelled = 2,

    /// <summary>It took place.</summary>
    Held = 3,
}
