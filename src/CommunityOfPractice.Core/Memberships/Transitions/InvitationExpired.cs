using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>M3 happened by itself: an invitation was not answered in time.</summary>
/// <param name="Person">Who was invited.</param>
public sealed record InvitationExpired(PersonId Person) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before.Rest(change);
}
