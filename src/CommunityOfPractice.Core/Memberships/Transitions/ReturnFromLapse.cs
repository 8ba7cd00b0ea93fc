using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>M8: a lapsed member comes back by any act of their own; nobody approves.</summary>
/// <remarks>Guards: <c>actor.not-own-act</c>, <c>membership.not-lapsed</c>, <c>community.ended</c>.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who comes back.</param>
public sealed record ReturnFromLapse(CommunityId Community, PersonId Person) : MembershipCommand(Community, Person)
{
    internal override IEnumerable<Fact> Decide(Membership membership, MembershipContext context, Guards guards)
    {
        guards.OwnAct(context, Person);
        guards.Stands(membership, MembershipStatus.Lapsed, "membership.not-lapsed");
        guards.Continues(context.Community);
        return [new MemberReturned(Person)];
    }
}

/// <summary>M8 happened: a lapsed member came back by an act of their own.</summary>
/// <param name="Person">Who came back.</param>
public sealed record MemberReturned(PersonId Person) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before.To(MembershipStatus.Active, change);
}
