using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

// owned by branch memberships
/// <summary>M9 happened: a member left and is an alumnus.</summary>
/// <param name="Person">Who left.</param>
/// <param name="Reason">Why; only a choice is churn.</param>
/// <param name="Note">A word about it; null for none.</param>
public sealed record MemberLeft(PersonId Person, LeaveReason Reason, [property: PersonalData] string? Note) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before.To(MembershipStatus.Alumni, change);
}
