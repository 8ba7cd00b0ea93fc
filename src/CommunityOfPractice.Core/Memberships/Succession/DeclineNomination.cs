using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>A nominee says no, or steps back from a succession; nobody asks why.</summary>
/// <remarks>Guards: <c>consent.not-own-act</c>, <c>nomination.none</c>.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who is nominated.</param>
/// <param name="Role">The role.</param>
/// <param name="Scope">What part of the community it is for; null for all of it.</param>
public sealed record DeclineNomination(CommunityId Community, PersonId Person, Role Role, string? Scope = null) : MembershipCommand(Community, Person)
{
    internal override IEnumerable<Fact> Decide(Membership membership, MembershipContext context, Guards guards)
    {
        guards.Require(context.By.Is(Person), "consent.not-own-act", "Only the nominee can decline; others withdraw the nomination.");
        guards.Require(membership.NominationFor(Role, Scope) is not null, "nomination.none", "There is no such nomination.");
        return [new NominationDeclined(Person, Role, Scope)];
    }
}

/// <summary>A nominee said no.</summary>
/// <param name="Person">Who was nominated.</param>
/// <param name="Role">The role.</param>
/// <param name="Scope">What part of the community it was for; null for all of it.</param>
public sealed record NominationDeclined(PersonId Person, Role Role, string? Scope) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before.WithoutNomination(Role, Scope);
}
