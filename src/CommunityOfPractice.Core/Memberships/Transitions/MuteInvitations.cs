using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>A person wants no invitations to this community.</summary>
/// <remarks>Guards: <c>actor.not-own-act</c>, <c>mute.exists</c>, <c>membership.erased</c>.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who wants none.</param>
public sealed record MuteInvitations(CommunityId Community, PersonId Person) : MembershipCommand(Community, Person)
{
    internal override IEnumerable<Fact> Decide(Membership membership, MembershipContext context, Guards guards)
    {
        guards.OwnAct(context, Person);
        guards.NotErased(membership);
        guards.Require(membership.Choices?.InvitationsMuted != true, "mute.exists", "Invitations are muted already.");
        return [new InvitationsMuted(Person)];
    }
}

/// <summary>A person wants no invitations.</summary>
/// <param name="Person">Who wants none.</param>
public sealed record InvitationsMuted(PersonId Person) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before with { Choices = (before.Choices ?? new()) with { InvitationsMuted = true } };
}
