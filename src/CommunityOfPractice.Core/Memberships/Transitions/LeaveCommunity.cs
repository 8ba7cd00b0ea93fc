using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>M9: a member leaves and is an alumnus; nobody holds them.</summary>
/// <remarks>
/// The person leaves by choice or with the organisation. The host records an exit from the organisation, the host or a rule the end of
/// the community. Guards: <c>actor.not-own-act</c> (by choice), <c>leave.reason</c> (the reason is not for this actor to give, or not
/// true), <c>membership.not-member</c>, <c>role.last-facilitator</c>.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who leaves.</param>
/// <param name="Reason">Why.</param>
/// <param name="Note">A word about it; null for none.</param>
public sealed record LeaveCommunity(CommunityId Community, PersonId Person, LeaveReason Reason = LeaveReason.Choice, string? Note = null) : MembershipCommand(Community, Person)
{
    /// <summary>Gets what becomes of the community when its last facilitator goes without a successor.</summary>
    /// <value>Null, the default: nothing was chosen, and the last facilitator stays.</value>
    public LastFacilitatorChoice? IfLast { get; init; }

    internal override IEnumerable<Fact> Decide(Membership membership, MembershipContext context, Guards guards)
    {
        bool own = context.By.Is(Person), noPerson = context.By.Person is null && context.By != default;
        guards.Require(own || Reason != LeaveReason.Choice, "actor.not-own-act", "Only the person chooses to leave.");
        guards.Require(
            Reason switch
            {
                LeaveReason.Choice => true,
                LeaveReason.OrganisationExit => own || context.By.HostName is not null,
                LeaveReason.CommunityClosed => noPerson && context.Community.Status == CommunityStatus.Closed,
                LeaveReason.CommunityMerged => noPerson && context.Community.Status == CommunityStatus.Merged,
                _ => false,
            },
            "leave.reason",
            $"The reason {Reason} is not for '{context.By}' to give here.");
        guards.IsMember(membership);
        return [.. HandOver.RolesOf(membership, context, guards, IfLast), new MemberLeft(Person, Reason, Note)];
    }
}

/// <summary>M9 happened: a member left and is an alumnus.</summary>
/// <param name="Person">Who left.</param>
/// <param name="Reason">Why; only a choice is churn.</param>
/// <param name="Note">A word about it; null for none.</param>
public sealed record MemberLeft(PersonId Person, LeaveReason Reason, [property: PersonalData] string? Note) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before.To(MembershipStatus.Alumni, change, Reason);
}
