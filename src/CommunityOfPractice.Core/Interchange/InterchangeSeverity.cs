using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>How bad a problem in a file is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InterchangeSeverity>))]
public enum InterchangeSeverity : byte
{
    /// <summary>The row cannot be taken over as it stands.</summary>
    Error = 0,

    /// <summary>The row is taken over; somebody should know.</summary>
    Warning = 1,
}
