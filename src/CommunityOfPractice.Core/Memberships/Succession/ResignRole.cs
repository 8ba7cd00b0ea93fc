using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>A holder steps down from a role, and stays a member.</summary>
/// <remarks>
/// An accepted successor takes over in the same decision. Guards: <c>consent.not-own-act</c>, <c>role.not-held</c>,
/// <c>role.last-facilitator</c>, <c>role.interim-missing</c>, <c>role.interim-not-active</c>, <c>role.interim-not-accepted</c>.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who holds the role.</param>
/// <param name="Role">The role.</param>
/// <param name="Scope">What part of the community it is for; null for all of it.</param>
public sealed record ResignRole(CommunityId Community, PersonId Person, Role Role, string? Scope = null) : MembershipCommand(Community, Person)
{
    /// <summary>Gets what becomes of the community when its last facilitator goes without a successor.</summary>
    /// <value>Null, the default: nothing was chosen, and the last facilitator stays.</value>
    public LastFacilitatorChoice? IfLast { get; init; }

    internal override IEnumerable<Fact> Decide(Membership membership, MembershipContext context, Guards guards)
    {
        guards.Require(context.By.Is(Person), "consent.not-own-act", "Only the holder can resign; others end the role.");
        RoleAssignment? held = membership.Assignment(Role, Scope);
        guards.Require(held is not null, "role.not-held", $"'{Person}' is not {Role.Name()} here.");
        return held is null ? [] : HandOver.End(membership, [held], RoleEndReason.Resigned, null, context, guards, IfLast);
    }
}

/// <summary>Somebody no longer holds a role.</summary>
/// <param name="Person">Who held it.</param>
/// <param name="Role">The role.</param>
/// <param name="Scope">What part of the community it was for; null for all of it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Note">The reason in words, where others ended it; null otherwise.</param>
public sealed record RoleEnded(PersonId Person, Role Role, string? Scope, RoleEndReason Reason, [property: PersonalData] string? Note = null) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before.Without(Role, Scope, change);
}
