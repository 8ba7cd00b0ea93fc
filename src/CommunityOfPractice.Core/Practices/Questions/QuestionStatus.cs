using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Where a question stands; the table of <see cref="QuestionTransitions"/> says what leads where.</summary>
/// <remarks>The numbers are stable and are never reused. That a question was escalated is no status: see <see cref="Question.Escalations"/>.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<QuestionStatus>))]
public enum QuestionStatus : byte
{
    /// <summary>Nobody has answered yet.</summary>
    Unanswered = 0,

    /// <summary>Somebody else has answered; the asker has not accepted an answer.</summary>
    Answered = 1,

    /// <summary>The asker has accepted an answer.</summary>
    Accepted = 2,

    /// <summary>The asker took it back; that is no answer.</summary>
    Withdrawn = 3,

    /// <summary>Another community takes care of it.</summary>
    Forwarded = 4,

    /// <summary>It was closed without an accepted answer.</summary>
    Closed = 5,
}
