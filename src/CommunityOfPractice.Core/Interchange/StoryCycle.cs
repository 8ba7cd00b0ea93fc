using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>In which of the five cycles of value creation a claim of a story lies (Wenger, Trayner and de Laat 2011).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StoryCycle>))]
public enum StoryCycle : byte
{
    /// <summary>What taking part was worth in itself: <c>immediate</c>.</summary>
    Immediate = 0,

    /// <summary>What was learned and may be of use: <c>potential</c>.</summary>
    Potential = 1,

    /// <summary>What was done differently: <c>applied</c>.</summary>
    Applied = 2,

    /// <summary>What came of it: <c>realised</c>.</summary>
    Realised = 3,

    /// <summary>What success now means: <c>reframed</c>.</summary>
    Reframed = 4,
}
