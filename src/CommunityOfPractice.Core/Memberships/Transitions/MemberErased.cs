using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>M13 happened: a person was erased at their request. What remains is how many there were, and when.</summary>
/// <param name="Person">The pseudonym that takes the place of the person: it counts as one, and leads back to nobody.</param>
public sealed record MemberErased(PersonId Person) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) =>
        new Membership(before.Person) { Roles = before.Roles, History = before.History, Status = before.Status, MemberSince = before.MemberSince }
            .To(MembershipStatus.Erased, change, LeaveReason.Erased);
}
