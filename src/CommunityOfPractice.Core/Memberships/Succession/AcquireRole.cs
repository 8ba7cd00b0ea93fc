using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>A nominee takes up a role that they have earned through endorsements.</summary>
/// <remarks>
/// Only by the nominee's own act. Guards: <c>consent.not-own-act</c>, <c>role.not-acquirable</c>, <c>nomination.none</c>,
/// <c>nomination.expired</c>, <c>nomination.endorsements-missing</c>, <c>community.not-running</c>, <c>membership.blocked</c>,
/// <c>role.not-a-member</c>, <c>role.held</c>, <c>role.incompatible</c>, <c>role.membership-too-short</c>,
/// <c>role.prior-role-missing</c>, <c>role.taken</c>.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who has earned it.</param>
/// <param name="Role">The role.</param>
/// <param name="Scope">What part of the community it is for; null for all of it.</param>
public sealed record AcquireRole(CommunityId Community, PersonId Person, Role Role, string? Scope = null) : MembershipCommand(Community, Person)
{
    internal override IEnumerable<Fact> Decide(Membership membership, MembershipContext context, Guards guards)
    {
        guards.Require(context.By.Is(Person), "consent.not-own-act", "Only the nominee can take it up.");
        int? need = context.Policy.Roles.Of(Role).AcquiredBy;
        guards.Require(need is not null, "role.not-acquirable", $"The role {Role.Name()} cannot be acquired, only appointed to.");
        Nomination? nomination = membership.NominationFor(Role, Scope);
        AcceptNomination.RequireOpen(nomination, context, guards);
        guards.Require(nomination is null || need is null || nomination.Endorsers.Count >= need, "nomination.endorsements-missing", $"It takes {need} endorsements.");
        Eligibility.Require(Role, Scope, waits: false, interim: false, joining: false, membership, context, guards);
        return nomination is null ? [] : AcceptNomination.TakeUp(membership, nomination with { Interim = false }, RoleOrigin.Acquired, context);
    }
}
