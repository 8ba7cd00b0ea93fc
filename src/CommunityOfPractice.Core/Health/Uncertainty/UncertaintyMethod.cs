using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Health;

/// <summary>Where the uncertainty of the readings comes from.</summary>
/// <remarks>The numbers are stable and are never reused.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<UncertaintyMethod>))]
public enum UncertaintyMethod
{
    /// <summary>People were drawn anew with all they did, and the indicators read again: what readings have in common is kept.</summary>
    Resampled = 0,

    /// <summary>
    /// Each reading was varied by itself within its own interval, as if normal on either side; a reading without an interval was taken as it is. An approximation for
    /// communities that are too large to draw anew.
    /// </summary>
    OwnIntervals = 1,
}
