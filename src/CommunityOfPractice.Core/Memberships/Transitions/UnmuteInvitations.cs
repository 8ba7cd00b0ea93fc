using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>A person can be invited to this community again.</summary>
/// <remarks>Guards: <c>actor.not-own-act</c>, <c>mute.none</c>, <c>membership.erased</c>.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who can be invited.</param>
public sealed record UnmuteInvitations(CommunityId Community, PersonId Person) : MembershipCommand(Community, Person)
{
    internal override IEnumerable<Fact> Decide(Membership membership, MembershipContext context, Guards guards)
    {
        guards.OwnAct(context, Person);
        guards.NotErased(membership);
        guards.Require(membership.Choices?.InvitationsMuted == true, "mute.none", "Invitations are not muted.");
        return [new InvitationsUnmuted(Person)];
    }
}

/// <summary>A person can be invited again.</summary>
/// <param name="Person">Who can be invited.</param>
public sealed record InvitationsUnmuted(PersonId Person) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before with { Choices = (before.Choices ?? new()) with { InvitationsMuted = false } };
}
