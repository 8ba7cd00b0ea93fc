using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>A nomination, or an accepted succession, is taken back.</summary>
/// <remarks>Guards: <c>nomination.none</c>, <c>nomination.own</c> (the nominee declines instead).</remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who is nominated.</param>
/// <param name="Role">The role.</param>
/// <param name="Scope">What part of the community it is for; null for all of it.</param>
public sealed record WithdrawNomination(CommunityId Community, PersonId Person, Role Role, string? Scope = null) : MembershipCommand(Community, Person)
{
    internal override IEnumerable<Fact> Decide(Membership membership, MembershipContext context, Guards guards)
    {
        Nomination? nomination = membership.NominationFor(Role, Scope);
        guards.Require(nomination is not null, "nomination.none", "There is no such nomination.");
        guards.Require(!context.By.Is(Person) || nomination?.By.Is(Person) == true, "nomination.own", "The nominee declines instead.");
        return [new NominationWithdrawn(Person, Role, Scope)];
    }
}

/// <summary>A nomination was taken back.</summary>
/// <param name="Person">Who was nominated.</param>
/// <param name="Role">The role.</param>
/// <param name="Scope">What part of the community it was for; null for all of it.</param>
public sealed record NominationWithdrawn(PersonId Person, Role Role, string? Scope) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before.WithoutNomination(Role, Scope);
}
