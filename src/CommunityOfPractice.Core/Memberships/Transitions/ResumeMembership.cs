using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>M6: a member is back from leave.</summary>
/// <remarks>Guards: <c>actor.not-own-act</c>, <c>membership.not-paused</c>, <c>community.ended</c>.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who is back.</param>
public sealed record ResumeMembership(CommunityId Community, PersonId Person) : MembershipCommand(Community, Person)
{
    internal override IEnumerable<Fact> Decide(Membership membership, MembershipContext context, Guards guards)
    {
        guards.OwnAct(context, Person);
        guards.Stands(membership, MembershipStatus.Paused, "membership.not-paused");
        guards.Continues(context.Community);
        return [new MembershipResumed(Person)];
    }
}

/// <summary>M6 happened: a member is back from leave, by their word or because the date that they had set has come.</summary>
/// <param name="Person">Who is back.</param>
public sealed record MembershipResumed(PersonId Person) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before.To(MembershipStatus.Active, change);
}
