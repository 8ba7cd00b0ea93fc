using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Communities;

/// <summary>Where a community stands by decision: commanded, guarded and audited; never inferred from how well it fares.</summary>
/// <remarks>The numbers are stable and are never reused. A summer break is no status: see <see cref="Community.PausedUntil"/>.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<CommunityStatus>))]
public enum CommunityStatus : byte
{
    /// <summary>Nothing has been proposed yet.</summary>
    None = 0,

    /// <summary>Proposed; interest is being gathered.</summary>
    Proposed = 1,

    /// <summary>It has a charter and a facilitator, and gets ready.</summary>
    Chartered = 2,

    /// <summary>Launched and running.</summary>
    Active = 3,

    /// <summary>At rest: nothing happens, it stays visible and can be picked up again.</summary>
    Dormant = 4,

    /// <summary>Closing was announced; the objection window is open.</summary>
    Closing = 5,

    /// <summary>Closed; its content is kept and can be read.</summary>
    Closed = 6,

    /// <summary>Has become part of another community, for good.</summary>
    Merged = 7,

    /// <summary>The proposal was rejected or ran out, for good.</summary>
    Rejected = 8,
}
