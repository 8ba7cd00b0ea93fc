using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>A person is no longer interested in a proposed community.</summary>
/// <remarks>Guards: <c>community.not-proposed</c>, <c>consent.not-own-act</c>, <c>interest.none</c>.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who is not interested any more.</param>
public sealed record WithdrawInterest(CommunityId Community, PersonId Person) : CommunityCommand(Community)
{
    /// <inheritdoc/>
    public override PersonId? Subject => Person;

    internal override IEnumerable<Fact> Decide(Community community, CommunityContext context, Guards guards)
    {
        guards.RequireProposed(community);
        guards.RequireOwnAct(context, Person);
        guards.Require(community.Proposal?.Interested.Holds(Person) == true, "interest.none", $"'{Person}' is not among those interested.");
        return [new InterestWithdrawn(Person)];
    }
}

/// <summary>Somebody is no longer interested in the proposed community.</summary>
/// <param name="Person">Who is not interested any more.</param>
public sealed record InterestWithdrawn(PersonId Person) : CommunityFact
{
    internal override Community Apply(Community before, Change change) => before.Proposal is { } proposal
        ? before with { Proposal = proposal with { Interested = proposal.Interested.Without(Person) } }
        : before;
}
