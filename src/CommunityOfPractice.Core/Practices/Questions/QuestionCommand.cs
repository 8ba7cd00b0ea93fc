using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>A command about one question that was asked.</summary>
/// <remarks>Every such command has the guards <c>question.unknown</c> and <c>community.not-living</c> beside its own.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Question">The question.</param>
/// <exception cref="ArgumentException"><paramref name="Question"/> is the default value.</exception>
public abstract record QuestionCommand(CommunityId Community, QuestionId Question) : PracticeCommand(Community)
{
    /// <summary>Gets the question.</summary>
    /// <value>Never the default value.</value>
    public QuestionId Question { get; init => field = Named.Check(value); } = Named.Check(Question);

    internal sealed override IEnumerable<Fact> Decide(Practice practice, PracticeContext context, Guards guards)
    {
        guards.RequireLivingHere(context);
        Question? question = practice.Questions.Find(Question);
        return guards.Require(question is not null, "question.unknown", $"There is no question '{Question}'.") ? Decide(question!, context, guards) : [];
    }

    /// <summary>The facts that follow; guards that are not met are noted.</summary>
    internal abstract IEnumerable<Fact> Decide(Question question, PracticeContext context, Guards guards);
}
