using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>M16 happened by itself: the end date of a membership came.</summary>
/// <param name="Person">Whose membership it was.</param>
public sealed record MembershipTermEnded(PersonId Person) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before.To(MembershipStatus.Alumni, change, LeaveReason.TermEnded);
}
