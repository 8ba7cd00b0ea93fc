using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>Answers a volunteer's objection: the community closes all the same, for a reason that is given.</summary>
/// <remarks>
/// CNCF lets a vote decide after the comments; here whoever answers for the community does, the sponsor or the host by default.
/// Guards: <c>community.not-closing</c>, <c>objection.none</c>, <c>answer.no-reason</c>, <c>actor.own-case</c> (nobody answers themselves).
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who objected.</param>
/// <param name="Reason">Why it closes all the same.</param>
public sealed record AnswerObjection(CommunityId Community, PersonId Person, string Reason) : CommunityCommand(Community)
{
    internal override IEnumerable<Fact> Decide(Community community, CommunityContext context, Guards guards)
    {
        guards.RequireText(Reason, "answer.no-reason", "An answer says why the community closes all the same.");
        guards.Require(!context.By.Is(Person), "actor.own-case", "Nobody answers their own objection.");
        if (guards.RequireClosing(community))
        {
            guards.Require(community.Closing!.Objections.Any(o => o.Person == Person && o.Stands), "objection.none", $"No objection of '{Person}', who would facilitate, is open.");
        }

        return [new ObjectionAnswered(Person, Reason)];
    }
}

/// <summary>A volunteer's objection was answered: the community closes all the same.</summary>
/// <param name="Person">Who had objected.</param>
/// <param name="Reason">Why it closes all the same.</param>
public sealed record ObjectionAnswered(PersonId Person, [property: PersonalData] string Reason) : CommunityFact
{
    internal override Community Apply(Community before, Change change) =>
        before.WithObjections(o => o.Person == Person && o.Stands ? o with { AnsweredOn = change.OccurredAt, Answer = Reason } : o);
}
