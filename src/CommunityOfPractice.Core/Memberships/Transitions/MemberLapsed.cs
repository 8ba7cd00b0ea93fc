using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>M7 happened by a rule, after a warning: a member was not seen for long. They stay a member and come back by any act.</summary>
/// <param name="Person">Who lapsed.</param>
public sealed record MemberLapsed(PersonId Person) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before.To(MembershipStatus.Lapsed, change);
}
