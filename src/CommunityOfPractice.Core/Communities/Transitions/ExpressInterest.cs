using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>A person says that they are interested in a proposed community; this keeps the proposal alive.</summary>
/// <remarks>Guards: <c>community.not-proposed</c>, <c>consent.not-own-act</c>, <c>interest.exists</c>.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who is interested.</param>
public sealed record ExpressInterest(CommunityId Community, PersonId Person) : CommunityCommand(Community)
{
    /// <inheritdoc/>
    public override PersonId? Subject => Person;

    internal override IEnumerable<Fact> Decide(Community community, CommunityContext context, Guards guards)
    {
        guards.RequireProposed(community);
        guards.RequireOwnAct(context, Person);
        guards.Require(community.Proposal?.Interested.Holds(Person) != true, "interest.exists", $"'{Person}' is interested already.");
        return [new InterestExpressed(Person, context.In(context.Policy.ProposalExpiry))];
    }
}

/// <summary>Somebody is interested in the proposed community.</summary>
/// <param name="Person">Who is interested.</param>
/// <param name="ExpiresOn">When the proposal runs out now, in UTC.</param>
public sealed record InterestExpressed(PersonId Person, DateTimeOffset ExpiresOn) : CommunityFact
{
    internal override Community Apply(Community before, Change change) => before.Proposal is { } proposal
        ? before with { Proposal = proposal with { Interested = proposal.Interested.With(Person), ExpiresOn = ExpiresOn } }
        : before;
}
