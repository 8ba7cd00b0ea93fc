using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>A person takes their objection to the closing back.</summary>
/// <remarks>Guards: <c>community.not-closing</c>, <c>consent.not-own-act</c>, <c>objection.none</c>.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who objected.</param>
public sealed record WithdrawObjection(CommunityId Community, PersonId Person) : CommunityCommand(Community)
{
    /// <inheritdoc/>
    public override PersonId? Subject => Person;

    internal override IEnumerable<Fact> Decide(Community community, CommunityContext context, Guards guards)
    {
        guards.RequireOwnAct(context, Person);
        if (guards.RequireClosing(community))
        {
            bool open = community.Closing!.Objections.Any(o => o.Person == Person && o.WithdrawnOn is null && o.AnsweredOn is null);
            guards.Require(open, "objection.none", $"No objection of '{Person}' is open.");
        }

        return [new ObjectionWithdrawn(Person)];
    }
}

/// <summary>Somebody took their objections to the closing back.</summary>
/// <param name="Person">Who had objected.</param>
public sealed record ObjectionWithdrawn(PersonId Person) : CommunityFact
{
    internal override Community Apply(Community before, Change change) =>
        before.WithObjections(o => o.Person == Person && o.AnsweredOn is null && o.WithdrawnOn is null ? o with { WithdrawnOn = change.OccurredAt } : o);
}
