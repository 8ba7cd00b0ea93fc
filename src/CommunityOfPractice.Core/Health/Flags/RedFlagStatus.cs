using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Health;

/// <summary>Whether a red flag is up.</summary>
/// <remarks>The numbers are stable and are never reused.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<RedFlagStatus>))]
public enum RedFlagStatus
{
    /// <summary>Nothing of the kind is there.</summary>
    Clear = 0,

    /// <summary>It is there: somebody should look at it now, whatever the score is.</summary>
    Raised = 1,

    /// <summary>The data do not tell.</summary>
    NotApplicable = 2,
}
