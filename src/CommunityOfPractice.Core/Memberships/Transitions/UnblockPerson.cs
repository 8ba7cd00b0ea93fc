using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>M15: somebody in charge lets a person come in again, by the ways that are open to everybody.</summary>
/// <remarks>
/// They stand as removed when a removal stands, else as an alumnus when they were a member, else as nobody. Guards:
/// <c>actor.not-in-charge</c>, <c>actor.own-case</c>, <c>membership.not-blocked</c>, <c>reason.missing</c>.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who was kept out.</param>
/// <param name="Reason">Why.</param>
public sealed record UnblockPerson(CommunityId Community, PersonId Person, string Reason) : MembershipCommand(Community, Person)
{
    internal override IEnumerable<Fact> Decide(Membership membership, MembershipContext context, Guards guards)
    {
        guards.InCharge(context, Person);
        guards.Stands(membership, MembershipStatus.Blocked, "membership.not-blocked");
        guards.Says(Reason);
        return [new PersonUnblocked(Person, Reason)];
    }
}

/// <summary>M15 happened: a person may come in again.</summary>
/// <param name="Person">Who was kept out.</param>
/// <param name="Reason">Why.</param>
public sealed record PersonUnblocked(PersonId Person, [property: PersonalData] string Reason) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) =>
        before.To(
            before.Removal is not null ? MembershipStatus.Removed : before.WasMember ? MembershipStatus.Alumni : MembershipStatus.None,
            change);
}
