using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Practices;

/// <summary>In which steps something recurs (RFC 5545, FREQ).</summary>
/// <remarks>The numbers are stable and are never reused.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<RecurrenceFrequency>))]
public enum RecurrenceFrequency : byte
{
    /// <summary>In days.</summary>
    Daily = 0,

    /// <summary>In weeks.</summary>
    Weekly = 1,

    /// <summary>In months.</summary>
    Monthly = 2,

    /// <summary>In years.</summary>
    Yearly = 3,
}
