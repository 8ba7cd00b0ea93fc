using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Practices;

/// <summary>What somebody answers to a gathering.</summary>
/// <remarks>The numbers are stable and are never reused.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<RsvpAnswer>))]
public enum RsvpAnswer : byte
{
    /// <summary>I come; takes a place, or waits for one.</summary>
    Yes = 0,

    /// <summary>I do not come.</summary>
    No = 1,

    /// <summary>I may come; takes no place.</summary>
    Maybe = 2,
}
