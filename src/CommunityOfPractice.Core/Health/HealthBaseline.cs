using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Health;

/// <summary>What a score is explained against.</summary>
/// <remarks>The numbers are stable and are never reused.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<HealthBaseline>))]
public enum HealthBaseline
{
    /// <summary>"Okay": every indicator that counts in the middle between its goalposts.</summary>
    Okay = 0,

    /// <summary>The same community in the window of the same length just before.</summary>
    PreviousPeriod = 1,

    /// <summary>The same community 364 days earlier: a year in whole weeks.</summary>
    LastYear = 2,
}
