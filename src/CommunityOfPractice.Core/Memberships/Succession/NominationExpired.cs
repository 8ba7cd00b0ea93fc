using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>A nomination ran out without an answer; made by the policy <c>expire-nominations/1</c>.</summary>
/// <param name="Person">Who was nominated.</param>
/// <param name="Role">The role.</param>
/// <param name="Scope">What part of the community it was for; null for all of it.</param>
public sealed record NominationExpired(PersonId Person, Role Role, string? Scope) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before.WithoutNomination(Role, Scope);
}
