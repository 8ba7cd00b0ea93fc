using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>What came of an appeal against a removal.</summary>
/// <remarks>The numbers are stable and are never reused.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<AppealOutcome>))]
public enum AppealOutcome : byte
{
    /// <summary>The removal stands.</summary>
    RemovalUpheld = 0,

    /// <summary>The removal is taken back: the person is a member again, as they asked.</summary>
    RemovalOverturned = 1,
}
