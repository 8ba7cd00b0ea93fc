using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Matching;

/// <summary>What somebody new can do at the edge of a practice, the smallest step first.</summary>
/// <remarks>The numbers are stable and are never reused.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<LearningTaskKind>))]
public enum LearningTaskKind : byte
{
    /// <summary>Go along with somebody who hosts a gathering.</summary>
    ShadowHost = 0,

    /// <summary>Read an artifact that is due to be confirmed, and say whether it still holds.</summary>
    ReviewArtifact = 1,

    /// <summary>Answer a question that waits for an answer.</summary>
    AnswerQuestion = 2,
}
