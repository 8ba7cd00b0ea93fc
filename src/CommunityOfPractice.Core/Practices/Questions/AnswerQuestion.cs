using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Q2: a member answers somebody else's question; also one for which an answer was accepted already.</summary>
/// <remarks>
/// Guards: <c>community.not-living</c>, <c>question.unknown</c>, <c>actor.not-a-member</c>, <c>answer.own-question</c> (who found out by themselves closes or withdraws it),
/// <c>question.over</c> (withdrawn, forwarded or closed), <c>answer.exists</c>, <c>answer.no-text</c>.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Question">The question.</param>
/// <param name="Answer">The id that the host gives the answer, within the question.</param>
/// <param name="Text">The answer, or where it stands.</param>
/// <exception cref="ArgumentException">An id is the default value.</exception>
public sealed record AnswerQuestion(CommunityId Community, QuestionId Question, AnswerId Answer, string Text) : QuestionCommand(Community, Question)
{
    /// <summary>Gets the id that the host gives the answer.</summary>
    /// <value>Never the default value.</value>
    public AnswerId Answer { get; init => field = Named.Check(value); } = Named.Check(Answer);

    internal override IEnumerable<Fact> Decide(Question question, PracticeContext context, Guards guards)
    {
        guards.RequireMember(context);
        guards.Require(!context.By.Is(question.Asker), "answer.own-question", "Nobody answers a question of their own: close it, and say how it came out.");
        guards.Require(question.IsOpen || question.Status == QuestionStatus.Accepted, "question.over", $"The question '{Question}' is {question.Status}.");
        guards.Require(!question.Has(Answer), "answer.exists", $"There is an answer '{Answer}' already.");
        guards.RequireText(Text, "answer.no-text", "An answer says something.");
        return context.By.Person is { } by ? [new QuestionAnswered(Question, Answer, by, Text)] : [];
    }
}

/// <summary>Q2 happened: somebody else answered.</summary>
/// <param name="Question">The question.</param>
/// <param name="Answer">Which answer.</param>
/// <param name="By">Who answered.</param>
/// <param name="Text">The answer, or where it stands.</param>
public sealed record QuestionAnswered(
    QuestionId Question,
    [property: JsonRequired] AnswerId Answer,
    [property: JsonRequired] PersonId By,
    [property: PersonalData, JsonRequired] string Text) : QuestionFact(Question)
{
    internal override Question Apply(Question before, Change change)
    {
        Question after = before with { Answers = [.. before.Answers, new Answer(Answer, By, change.OccurredAt, Text)] };
        return after.Status == QuestionStatus.Unanswered ? after.To(QuestionStatus.Answered, change) : after;
    }

    internal override IEnumerable<FactActivity> Activities(Practice before, Change change) =>
        [new(By, Act.Answer) { Key = KeyOf(Question, Answer), InReplyTo = QuestionAsked.KeyOf(Question), Topics = before.Questions.Find(Question)?.Topics ?? [] }];

    internal static string KeyOf(QuestionId question, AnswerId answer) => $"answer:{question.Text}\0{answer.Text}";
}
