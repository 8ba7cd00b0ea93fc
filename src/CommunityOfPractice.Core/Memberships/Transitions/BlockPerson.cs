using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>M14: somebody in charge keeps a person out, with a reason. A member is removed in the same decision, so that they can appeal.</summary>
/// <remarks>
/// Guards: <c>actor.not-in-charge</c>, <c>actor.own-case</c>, <c>membership.blocked</c> (already), <c>membership.erased</c>,
/// <c>reason.missing</c>, <c>role.last-facilitator</c>.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who is kept out.</param>
/// <param name="Reason">Why; the person can read it.</param>
public sealed record BlockPerson(CommunityId Community, PersonId Person, string Reason) : MembershipCommand(Community, Person)
{
    /// <summary>Gets what becomes of the community when its last facilitator goes without a successor.</summary>
    /// <value>Null, the default: nothing was chosen, and the last facilitator stays.</value>
    public LastFacilitatorChoice? IfLast { get; init; }

    internal override IEnumerable<Fact> Decide(Membership membership, MembershipContext context, Guards guards)
    {
        guards.InCharge(context, Person);
        guards.NotBlocked(membership);
        guards.NotErased(membership);
        guards.Says(Reason);
        Fact[] removed = membership.IsMember
            ? [.. HandOver.RolesOf(membership, context, guards, IfLast), MemberRemoved.Now(Person, Reason, context)]
            : [];
        return [.. removed, new PersonBlocked(Person, Reason)];
    }
}

/// <summary>M14 happened: a person may not come in.</summary>
/// <param name="Person">Who is kept out.</param>
/// <param name="Reason">Why.</param>
public sealed record PersonBlocked(PersonId Person, [property: PersonalData] string Reason) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before.Rested().To(MembershipStatus.Blocked, change, LeaveReason.Blocked);
}
