using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>What became of a gathering.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GatheringEntryStatus>))]
public enum GatheringEntryStatus : byte
{
    /// <summary>Nobody said: it is taken to stand as it is written.</summary>
    Unstated = 0,

    /// <summary>It may still be moved: <c>tentative</c>.</summary>
    Tentative = 1,

    /// <summary>It is fixed: <c>scheduled</c>.</summary>
    Scheduled = 2,

    /// <summary>It took place: <c>held</c>.</summary>
    Held = 3,

    /// <summary>It does not take place: <c>cancelled</c>.</summary>
    Cancelled = 4,
}
