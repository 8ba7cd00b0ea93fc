using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>What somebody answered to an invitation to a gathering.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AttendanceRsvp>))]
public enum AttendanceRsvp : byte
{
    /// <summary>They come: <c>yes</c>.</summary>
    Yes = 0,

    /// <summary>They do not come: <c>no</c>.</summary>
    No = 1,

    /// <summary>They may come: <c>maybe</c>.</summary>
    Maybe = 2,
}
