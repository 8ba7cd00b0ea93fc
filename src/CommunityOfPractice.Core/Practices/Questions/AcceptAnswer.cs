using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Q3: who asked says which answer helped; another one can be accepted in its place later.</summary>
/// <remarks>
/// Guards: <c>community.not-living</c>, <c>question.unknown</c>, <c>question.not-asker</c>, <c>question.over</c> (withdrawn, forwarded or closed),
/// <c>answer.unknown</c>, <c>answer.accepted</c>.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Question">The question.</param>
/// <param name="Answer">The answer.</param>
/// <exception cref="ArgumentException">An id is the default value.</exception>
public sealed record AcceptAnswer(CommunityId Community, QuestionId Question, AnswerId Answer) : QuestionCommand(Community, Question)
{
    /// <summary>Gets the answer.</summary>
    /// <value>Never the default value.</value>
    public AnswerId Answer { get; init => field = Named.Check(value); } = Named.Check(Answer);

    internal override IEnumerable<Fact> Decide(Question question, PracticeContext context, Guards guards)
    {
        guards.RequireAsker(context, question);
        guards.Require(question.IsOpen || question.Status == QuestionStatus.Accepted, "question.over", $"The question '{Question}' is {question.Status}.");
        guards.Require(question.Has(Answer), "answer.unknown", $"There is no answer '{Answer}'.");
        guards.Require(question.AcceptedAnswer != Answer, "answer.accepted", $"The answer '{Answer}' is accepted already.");
        return [new AnswerAccepted(Question, Answer)];
    }
}

/// <summary>Q3 happened: who asked said which answer helped.</summary>
/// <param name="Question">The question.</param>
/// <param name="Answer">The answer.</param>
public sealed record AnswerAccepted(QuestionId Question, [property: JsonRequired] AnswerId Answer) : QuestionFact(Question)
{
    internal override Question Apply(Question before, Change change) => before.To(QuestionStatus.Accepted, change) with { AcceptedAnswer = Answer };

    internal override IEnumerable<FactActivity> Activities(Practice before, Change change) =>
        before.Questions.Find(Question) is { } question ? [new(question.Asker, Act.React) { InReplyTo = QuestionAnswered.KeyOf(Question, Answer), Topics = question.Topics }] : [];
}
