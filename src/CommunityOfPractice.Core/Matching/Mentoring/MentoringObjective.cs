using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Matching;

/// <summary>What makes one assignment of mentees to mentors better than another.</summary>
/// <remarks>The numbers are stable and are never reused.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<MentoringObjective>))]
public enum MentoringObjective : byte
{
    /// <summary>No mentee and mentor would both rather have each other; of all such assignments the best for the mentees.</summary>
    Stable = 0,

    /// <summary>The greatest total score.</summary>
    MaxTotal = 1,

    /// <summary>As many pairs as possible, and then the greatest total score.</summary>
    MaxParticipationThenTotal = 2,

    /// <summary>As many pairs as possible, then the greatest score of the pair that fares worst, then the greatest total score.</summary>
    MaxMin = 3,
}
