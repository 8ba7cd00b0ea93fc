using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>What personal data are used for, beyond membership itself; each needs a consent of its own.</summary>
/// <remarks>The numbers are stable and are never reused.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<ProcessingPurpose>))]
public enum ProcessingPurpose : byte
{
    /// <summary>Proposing people to each other.</summary>
    Matching = 0,

    /// <summary>Reading how the community fares from what its people do.</summary>
    Analytics = 1,
}
