using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>M3: an invitation is taken back by who sent it, or by somebody in charge.</summary>
/// <remarks>Guards: <c>actor.not-inviter</c>, <c>membership.not-invited</c>, <c>invitation.expired</c>.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who was invited.</param>
public sealed record WithdrawInvitation(CommunityId Community, PersonId Person) : MembershipCommand(Community, Person)
{
    internal override IEnumerable<Fact> Decide(Membership membership, MembershipContext context, Guards guards)
    {
        guards.Require(
            membership.Invitation?.By == context.By || MembershipGuards.IsInCharge(context),
            "actor.not-inviter",
            "Who invited, a facilitator or the host takes an invitation back.");
        guards.Invited(membership, context.At);
        return [new InvitationWithdrawn(Person)];
    }
}

/// <summary>M3 happened: an invitation was taken back.</summary>
/// <param name="Person">Who was invited.</param>
public sealed record InvitationWithdrawn(PersonId Person) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before.Rest(change);
}
