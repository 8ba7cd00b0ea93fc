using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Q4: somebody is told that a question needs care; the rule <c>escalate-questions/1</c> does it after <see cref="PracticePolicy.EscalateAfter"/>.</summary>
/// <remarks>
/// Guards: <c>community.not-living</c>, <c>question.unknown</c>, <c>question.not-asker-or-in-charge</c>, <c>question.not-open</c>, <c>escalation.target</c> (a person or
/// a community is named exactly when the target is one; not this community, not who asked).
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Question">The question.</param>
/// <param name="To">Who is told.</param>
/// <param name="Note">A word about it; null for none.</param>
/// <exception cref="ArgumentException">An id is the default value.</exception>
public sealed record EscalateQuestion(CommunityId Community, QuestionId Question, EscalationTarget To, string? Note = null) : QuestionCommand(Community, Question)
{
    /// <summary>Gets the person who is told.</summary>
    /// <value>Null unless the target is a person.</value>
    public PersonId? Person { get; init; }

    /// <summary>Gets the other community that is told.</summary>
    /// <value>Null unless the target is a community.</value>
    public CommunityId? OtherCommunity { get; init; }

    internal override IEnumerable<Fact> Decide(Question question, PracticeContext context, Guards guards)
    {
        Defined.Check(To);
        guards.RequireAskerOrInCharge(context, question);
        guards.RequireOpen(question);
        bool named = (Person is not null, OtherCommunity is not null) == (To == EscalationTarget.Person, To == EscalationTarget.Community)
            && Person != default(PersonId) && OtherCommunity != default(CommunityId) && Person != question.Asker && OtherCommunity != Community;
        guards.Require(named, "escalation.target", "A person or another community is named exactly when one is told, and it is not who asked.");
        return [new QuestionEscalated(Question, To, Note) { Person = Person, OtherCommunity = OtherCommunity }];
    }
}

/// <summary>Q4 happened: somebody was told that a question needs care, by hand or by a rule.</summary>
/// <param name="Question">The question.</param>
/// <param name="To">Who was told.</param>
/// <param name="Note">A word about it; null for none.</param>
public sealed record QuestionEscalated(QuestionId Question, [property: JsonRequired] EscalationTarget To, [property: PersonalData] string? Note) : QuestionFact(Question)
{
    /// <summary>Gets the person who was told.</summary>
    /// <value>Null unless the target is a person.</value>
    public PersonId? Person { get; init; }

    /// <summary>Gets the other community that was told.</summary>
    /// <value>Null unless the target is a community.</value>
    public CommunityId? OtherCommunity { get; init; }

    internal override Question Apply(Question before, Change change) =>
        before with { Escalations = [.. before.Escalations, new Escalation(change.OccurredAt, To, Person, OtherCommunity, change.By.RuleId is not null)] };
}
