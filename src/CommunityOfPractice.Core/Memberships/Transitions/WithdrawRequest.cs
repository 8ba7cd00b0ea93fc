using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>M4: a person takes their request back.</summary>
/// <remarks>Guards: <c>actor.not-own-act</c>, <c>membership.not-requested</c>, <c>request.expired</c>.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who asked to join.</param>
public sealed record WithdrawRequest(CommunityId Community, PersonId Person) : MembershipCommand(Community, Person)
{
    internal override IEnumerable<Fact> Decide(Membership membership, MembershipContext context, Guards guards)
    {
        guards.OwnAct(context, Person);
        guards.Requested(membership, context.At);
        return [new RequestWithdrawn(Person)];
    }
}

/// <summary>A request was taken back.</summary>
/// <param name="Person">Who asked to join.</param>
public sealed record RequestWithdrawn(PersonId Person) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before.Rest(change);
}
