using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Health;

/// <summary>Whether a community could be scored.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HealthVerdict>))]
public enum HealthVerdict
{
    /// <summary>There is a score.</summary>
    Scored = 0,

    /// <summary>The community is too young: it has not been observed long enough for a score to mean anything.</summary>
    TooEarlyToTell = 1,

    /// <summary>There is too little to measure; the report lists what is missing.</summary>
    InsufficientData = 2,
}
