using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>A question in the queue of open questions.</summary>
/// <remarks>Immutable and compared by value. It does not say who asked: the queue is about questions, not about people.</remarks>
/// <param name="Question">Which question; null for an activity without an id, which nobody can reply to.</param>
/// <param name="Title">The question in one line; empty when only its activity is known.</param>
/// <param name="AskedAt">When it was asked, in UTC.</param>
/// <param name="Age">How long ago that is; zero or more.</param>
/// <param name="IsAnswered">Whether somebody else has answered, and the asker has not accepted an answer.</param>
/// <param name="EscalationDueOn">When it is to be escalated, in UTC; null when it is answered or was escalated already.</param>
public sealed record OpenQuestion(
    QuestionId? Question,
    [property: PersonalData, JsonRequired, JsonConverter(typeof(NeededJsonConverter<string>))] string Title,
    [property: JsonRequired] DateTimeOffset AskedAt,
    [property: JsonRequired] TimeSpan Age,
    bool IsAnswered,
    DateTimeOffset? EscalationDueOn)
{
    /// <summary>Gets a value indicating whether it should have been escalated.</summary>
    /// <value><see langword="true"/> from the due date on.</value>
    [JsonIgnore]
    public bool IsEscalationDue => EscalationDueOn <= AskedAt + Age;

    internal static OpenQuestion Of(Question question, DateTimeOffset at, PracticePolicy policy) => new(
        question.Id,
        question.Title,
        question.AskedAt,
        at - question.AskedAt,
        question.Status == QuestionStatus.Answered,
        question is { Status: QuestionStatus.Unanswered, IsEscalated: false } ? question.StatusSince.After(policy.EscalateAfter) : null);
}
