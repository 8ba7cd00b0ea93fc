using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Q3: the accepted answer turned out not to help; the question is open again.</summary>
/// <remarks>Guards: <c>community.not-living</c>, <c>question.unknown</c>, <c>question.not-asker</c>, <c>question.not-accepted</c>.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Question">The question.</param>
/// <exception cref="ArgumentException">An id is the default value.</exception>
public sealed record WithdrawAcceptance(CommunityId Community, QuestionId Question) : QuestionCommand(Community, Question)
{
    internal override IEnumerable<Fact> Decide(Question question, PracticeContext context, Guards guards)
    {
        guards.RequireAsker(context, question);
        guards.Require(question.Status == QuestionStatus.Accepted, "question.not-accepted", $"The question '{Question}' is {question.Status}.");
        return [new AcceptanceWithdrawn(Question)];
    }
}

/// <summary>Q3 was taken back: no answer is accepted any more.</summary>
/// <param name="Question">The question.</param>
public sealed record AcceptanceWithdrawn(QuestionId Question) : QuestionFact(Question)
{
    internal override Question Apply(Question before, Change change) => before.To(QuestionStatus.Answered, change) with { AcceptedAnswer = null };
}
