using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Memberships;

// owned by branch memberships
/// <summary>A request was not answered in time; happens by itself.</summary>
/// <param name="Person">Who asked to join.</param>
public sealed record RequestExpired(PersonId Person) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before.To(MembershipStatus.None, change);
}
