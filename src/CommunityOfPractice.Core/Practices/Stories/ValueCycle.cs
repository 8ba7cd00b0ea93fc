using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Practices;

/// <summary>What kind of value a claim tells of (Wenger, Trayner, de Laat 2011).</summary>
/// <remarks>The numbers are stable and are never reused; neighbouring cycles have neighbouring numbers.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<ValueCycle>))]
public enum ValueCycle : byte
{
    /// <summary>What happened, and what it was like: activities and interactions.</summary>
    Immediate = 0,

    /// <summary>What came out of it that can be of use: an insight, a relationship, a resource.</summary>
    Potential = 1,

    /// <summary>What somebody did differently.</summary>
    Applied = 2,

    /// <summary>What became better by it.</summary>
    Realised = 3,

    /// <summary>What counts as success since then.</summary>
    Reframed = 4,
}
