using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Q7: an open question is closed without an accepted answer: who asked found out by themselves, or it does not belong here.</summary>
/// <remarks>
/// Guards: <c>community.not-living</c>, <c>question.unknown</c>, <c>question.not-asker-or-in-charge</c>, <c>question.not-open</c>, <c>question.no-reason</c>. For waiting times, what the
/// asker closes counts as withdrawn; what others close without an answer was not answered and goes on counting as such, so that closing does not pay.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Question">The question.</param>
/// <param name="Reason">Why, or how it came out.</param>
/// <exception cref="ArgumentException">An id is the default value.</exception>
public sealed record CloseQuestion(CommunityId Community, QuestionId Question, string Reason) : QuestionCommand(Community, Question)
{
    internal override IEnumerable<Fact> Decide(Question question, PracticeContext context, Guards guards)
    {
        guards.RequireAskerOrInCharge(context, question);
        guards.RequireOpen(question);
        guards.RequireText(Reason, "question.no-reason", "Whoever closes a question says why.");
        return [new QuestionClosed(Question, Reason)];
    }
}

/// <summary>Q7 happened: the question was closed without an accepted answer.</summary>
/// <param name="Question">The question.</param>
/// <param name="Reason">Why, or how it came out.</param>
public sealed record QuestionClosed(
    QuestionId Question,
    [property: PersonalData, JsonRequired] string Reason) : QuestionFact(Question)
{
    internal override Question Apply(Question before, Change change) => before.To(QuestionStatus.Closed, change) with { CloseReason = Reason, ClosedByAsker = change.By.Is(before.Asker) };

    internal override IEnumerable<FactActivity> Activities(Practice before, Change change) =>
        before.Questions.Find(Question) is { } question && change.By.Is(question.Asker)
            ? [new(question.Asker, Act.Withdraw) { InReplyTo = QuestionAsked.KeyOf(Question), Topics = question.Topics }]
            : [];
}
