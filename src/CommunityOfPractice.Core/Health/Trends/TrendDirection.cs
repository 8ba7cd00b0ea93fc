using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Health;

/// <summary>What the past periods of a reading show.</summary>
/// <remarks>The numbers are stable and are never reused.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<TrendDirection>))]
public enum TrendDirection : byte
{
    /// <summary>There are too few periods with a value to tell.</summary>
    TooLittleData = 0,

    /// <summary>Neither a rise nor a fall can be told from chance, which does not show that there is none.</summary>
    NoDetectableTrend = 1,

    /// <summary>It rises.</summary>
    Rising = 2,

    /// <summary>It falls.</summary>
    Falling = 3,
}
