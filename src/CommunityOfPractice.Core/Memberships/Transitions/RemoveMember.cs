using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>M11: somebody in charge removes a member, with a reason and a way to appeal; never a rule or a score.</summary>
/// <remarks>
/// Guards: <c>actor.not-in-charge</c>, <c>actor.own-case</c> (leave instead), <c>membership.not-member</c>, <c>reason.missing</c>,
/// <c>role.last-facilitator</c>.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who is removed.</param>
/// <param name="Reason">Why; the person can read it.</param>
public sealed record RemoveMember(CommunityId Community, PersonId Person, string Reason) : MembershipCommand(Community, Person)
{
    /// <summary>Gets what becomes of the community when its last facilitator goes without a successor.</summary>
    /// <value>Null, the default: nothing was chosen, and the last facilitator stays.</value>
    public LastFacilitatorChoice? IfLast { get; init; }

    internal override IEnumerable<Fact> Decide(Membership membership, MembershipContext context, Guards guards)
    {
        guards.InCharge(context, Person);
        guards.IsMember(membership);
        guards.Says(Reason);
        return [.. HandOver.RolesOf(membership, context, guards, IfLast), MemberRemoved.Now(Person, Reason, context)];
    }
}

/// <summary>M11 happened: a member was removed.</summary>
/// <param name="Person">Who was removed.</param>
/// <param name="Reason">Why.</param>
/// <param name="AppealUntil">The first instant at which it is too late to appeal, in UTC.</param>
/// <param name="RejoinFrom">The first instant at which they can ask to join again, in UTC.</param>
public sealed record MemberRemoved(PersonId Person, [property: PersonalData] string Reason, DateTimeOffset AppealUntil, DateTimeOffset RejoinFrom) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before.To(MembershipStatus.Removed, change, LeaveReason.Removed) with { Case = new() { Removal = new(change.By, AppealUntil, RejoinFrom) } };

    internal static MemberRemoved Now(PersonId person, string reason, MembershipContext context) =>
        new(person, reason, context.At.After(context.Policy.AppealWindow), context.At.After(context.Policy.RemovalCoolOff));
}
