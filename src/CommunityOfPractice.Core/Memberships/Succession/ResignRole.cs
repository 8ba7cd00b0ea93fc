using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

// owned by branch roles
/// <summary>Somebody no longer holds a role.</summary>
/// <param name="Person">Who held it.</param>
/// <param name="Role">The role.</param>
/// <param name="Scope">What part of the community it was for; null for all of it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Note">The reason in words, where others ended it; null otherwise.</param>
public sealed record RoleEnded(PersonId Person, Role Role, string? Scope, RoleEndReason Reason, [property: PersonalData] string? Note = null) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before with { Roles = before.Roles.Where(r => r.Role != Role).ToValueList() };
}
