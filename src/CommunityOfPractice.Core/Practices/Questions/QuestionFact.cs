using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;

namespace CommunityOfPractice.Core.Practices;

/// <summary>A fact about one question that was asked.</summary>
/// <param name="Question">The question.</param>
public abstract record QuestionFact([property: JsonRequired] QuestionId Question) : PracticeFact
{
    internal sealed override Practice Apply(Practice before, Change change) =>
        before.Questions.Find(Question) is { } question ? before.With(before.Questions.With(Apply(question, change))) : before;

    /// <summary>What the question is after the fact.</summary>
    internal abstract Question Apply(Question before, Change change);
}
