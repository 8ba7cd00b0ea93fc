using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Memberships;

// owned by branch memberships
/// <summary>M3 happened by itself: an invitation was not answered in time.</summary>
/// <param name="Person">Who was invited.</param>
public sealed record InvitationExpired(PersonId Person) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before.To(MembershipStatus.None, change);
}
