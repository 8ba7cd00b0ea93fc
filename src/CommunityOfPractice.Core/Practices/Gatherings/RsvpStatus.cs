using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Practices;

/// <summary>How a person stands to a gathering.</summary>
/// <remarks>The numbers are stable and are never reused.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<RsvpStatus>))]
public enum RsvpStatus : byte
{
    /// <summary>Has not answered.</summary>
    None = 0,

    /// <summary>Comes, and has a place.</summary>
    Going = 1,

    /// <summary>Would come, and waits for a place.</summary>
    Waiting = 2,

    /// <summary>May come; has no place.</summary>
    Maybe = 3,

    /// <summary>Does not come.</summary>
    Declined = 4,
}
