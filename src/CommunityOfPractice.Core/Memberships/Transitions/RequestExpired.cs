using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>A request was not answered in time; happens by itself.</summary>
/// <param name="Person">Who asked to join.</param>
public sealed record RequestExpired(PersonId Person) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before.Rest(change);
}
