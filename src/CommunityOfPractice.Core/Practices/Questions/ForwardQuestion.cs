using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Q5: another community takes care of an open question, because it knows more about it or because this one closes.</summary>
/// <remarks>
/// Guards: <c>community.not-living</c>, <c>question.unknown</c>, <c>actor.not-in-charge</c>, <c>question.not-open</c>, <c>question.forward-self</c>. Nothing is asked there by
/// itself: who may ask there is that community's matter, and the host's handler of the fact can put <see cref="AskQuestion"/>.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Question">The question.</param>
/// <param name="To">Which community.</param>
/// <exception cref="ArgumentException">An id is the default value.</exception>
public sealed record ForwardQuestion(CommunityId Community, QuestionId Question, CommunityId To) : QuestionCommand(Community, Question)
{
    /// <summary>Gets which community.</summary>
    /// <value>Never the default value.</value>
    public CommunityId To { get; init => field = Named.Check(value); } = Named.Check(To);

    internal override IEnumerable<Fact> Decide(Question question, PracticeContext context, Guards guards)
    {
        guards.RequireInCharge(context);
        guards.RequireOpen(question);
        guards.Require(To != Community, "question.forward-self", "A question is forwarded to another community.");
        return [new QuestionForwarded(Question, To)];
    }
}

/// <summary>Q5 happened: another community takes care of the question.</summary>
/// <param name="Question">The question.</param>
/// <param name="To">Which community.</param>
public sealed record QuestionForwarded(QuestionId Question, [property: JsonRequired] CommunityId To) : QuestionFact(Question)
{
    internal override Question Apply(Question before, Change change) => before.To(QuestionStatus.Forwarded, change) with { ForwardedTo = To };
}
