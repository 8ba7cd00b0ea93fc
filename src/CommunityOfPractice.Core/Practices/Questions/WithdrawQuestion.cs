using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Q6: who asked takes the question back; that is no answer.</summary>
/// <remarks>Guards: <c>community.not-living</c>, <c>question.unknown</c>, <c>question.not-asker</c>, <c>question.not-open</c>.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Question">The question.</param>
/// <exception cref="ArgumentException">An id is the default value.</exception>
public sealed record WithdrawQuestion(CommunityId Community, QuestionId Question) : QuestionCommand(Community, Question)
{
    internal override IEnumerable<Fact> Decide(Question question, PracticeContext context, Guards guards)
    {
        guards.RequireAsker(context, question);
        guards.RequireOpen(question);
        return [new QuestionWithdrawn(Question)];
    }
}

/// <summary>Q6 happened: the question was taken back.</summary>
/// <param name="Question">The question.</param>
public sealed record QuestionWithdrawn(QuestionId Question) : QuestionFact(Question)
{
    internal override Question Apply(Question before, Change change) => before.To(QuestionStatus.Withdrawn, change);

    internal override IEnumerable<FactActivity> Activities(Practice before, Change change) =>
        before.Questions.Find(Question) is { } question ? [new(question.Asker, Act.Withdraw) { InReplyTo = QuestionAsked.KeyOf(Question), Topics = question.Topics }] : [];
}
