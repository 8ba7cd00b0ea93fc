using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Q8: a question that was withdrawn, forwarded or closed is open again, and waits anew.</summary>
/// <remarks>
/// Guards: <c>community.not-living</c>, <c>community.closing</c>, <c>question.unknown</c>, <c>question.not-asker-or-in-charge</c>, <c>question.not-asker</c> (one that was withdrawn),
/// <c>question.not-over</c>. An acceptance is taken back by <see cref="WithdrawAcceptance"/>.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Question">The question.</param>
/// <exception cref="ArgumentException">An id is the default value.</exception>
public sealed record ReopenQuestion(CommunityId Community, QuestionId Question) : QuestionCommand(Community, Question)
{
    internal override IEnumerable<Fact> Decide(Question question, PracticeContext context, Guards guards)
    {
        guards.Require(context.Community.Status != CommunityStatus.Closing, "community.closing", "The community is closing and takes no new questions.");
        guards.RequireAskerOrInCharge(context, question);
        guards.Require(question.Status != QuestionStatus.Withdrawn || context.By.Is(question.Asker), "question.not-asker", "Only who asked can do this.");
        guards.Require(
            question.Status is QuestionStatus.Withdrawn or QuestionStatus.Forwarded or QuestionStatus.Closed, "question.not-over", $"The question '{Question}' is {question.Status}.");
        return [new QuestionReopened(Question)];
    }
}

/// <summary>Q8 happened: the question is open again.</summary>
/// <param name="Question">The question.</param>
public sealed record QuestionReopened(QuestionId Question) : QuestionFact(Question)
{
    internal override Question Apply(Question before, Change change) => before.To(before.Rest, change) with { ForwardedTo = null, CloseReason = null, ClosedByAsker = false };

    /// <summary>What its asker had withdrawn or closed waits again from now on, unless somebody has answered: for the measures it is asked anew.</summary>
    internal override IEnumerable<FactActivity> Activities(Practice before, Change change) =>
        before.Questions.Find(Question) is { Answers.Count: 0, StoppedByAsker: true } question
            ? [QuestionAsked.Asked(Question, question.Asker, question.Topics)]
            : [];
}
