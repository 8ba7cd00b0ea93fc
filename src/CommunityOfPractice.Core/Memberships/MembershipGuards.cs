using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>Guards that several transitions share: one code, one sentence, one place.</summary>
internal static class MembershipGuards
{
    /// <summary>M-I1: only the person's own act.</summary>
    public static void OwnConsent(this Guards guards, MembershipContext context, PersonId person) =>
        guards.Require(context.By.Is(person), "consent.not-own-act", "Only the person can join; others can invite.");

    /// <summary>Something that a person does for themselves.</summary>
    public static void OwnAct(this Guards guards, MembershipContext context, PersonId person) =>
        guards.Require(context.By.Is(person), "actor.not-own-act", "Only the person can do this.");

    /// <summary>Somebody in charge, and not in a matter of their own: the host or an active facilitator; never a rule.</summary>
    public static void InCharge(this Guards guards, MembershipContext context, PersonId person)
    {
        guards.Require(IsInCharge(context), "actor.not-in-charge", "This is for a facilitator of the community or for the host.");
        guards.Require(!context.By.Is(person), "actor.own-case", "Nobody decides on a matter of their own.");
    }

    /// <summary>Whether the host or an active facilitator acts.</summary>
    public static bool IsInCharge(MembershipContext context) =>
        context.By.HostName is not null || (ActiveMember(context) is { } member && member.Holds(Role.Facilitator));

    /// <summary>The active member who acts; null when somebody else does.</summary>
    public static Membership? ActiveMember(MembershipContext context) =>
        context.By.Person is { } actor && context.Members[actor] is { Status: MembershipStatus.Active } member ? member : null;

    /// <summary>A status that the command starts from.</summary>
    public static bool Stands(this Guards guards, Membership membership, MembershipStatus status, string code) =>
        guards.Require(membership.Status == status, code, $"This is for the status {status}; here it is {membership.Status}.");

    /// <summary>An invitation that waits for an answer and has not expired.</summary>
    public static void Invited(this Guards guards, Membership membership, DateTimeOffset at)
    {
        if (guards.Stands(membership, MembershipStatus.Invited, "membership.not-invited"))
        {
            guards.Require(at < membership.Invitation!.ExpiresOn, "invitation.expired", $"The invitation could be answered until {membership.Invitation.ExpiresOn:O}.");
        }
    }

    /// <summary>A request that waits for an answer and has not expired.</summary>
    public static bool Requested(this Guards guards, Membership membership, DateTimeOffset at) =>
        guards.Stands(membership, MembershipStatus.Requested, "membership.not-requested")
        && guards.Require(at < membership.Request!.ExpiresOn, "request.expired", $"The request could be answered until {membership.Request.ExpiresOn:O}.");

    /// <summary>A removal that stands, also of somebody who is kept out besides.</summary>
    public static bool Removed(this Guards guards, Membership membership) =>
        guards.Require(
            membership.Status is MembershipStatus.Removed or MembershipStatus.Blocked && membership.Removal is not null,
            "membership.not-removed",
            $"This is for people who were removed; here the status is {membership.Status}.");

    /// <summary>A member: active, on leave or lapsed.</summary>
    public static void IsMember(this Guards guards, Membership membership) =>
        guards.Require(membership.IsMember, "membership.not-member", $"This is for members; here the status is {membership.Status}.");

    /// <summary>A membership that has an owner.</summary>
    public static void NotErased(this Guards guards, Membership membership) =>
        guards.Require(membership.Status != MembershipStatus.Erased, "membership.erased", "The person was erased.");

    /// <summary>Somebody who may come in.</summary>
    public static void NotBlocked(this Guards guards, Membership membership) =>
        guards.Require(membership.Status != MembershipStatus.Blocked, "membership.blocked", "This person may not come in.");

    /// <summary>A community that takes people in: from its proposal on, and at rest too, since people revive it.</summary>
    public static void TakesPeopleIn(this Guards guards, Community community) =>
        guards.Require(
            community.Status is CommunityStatus.Proposed or CommunityStatus.Chartered or CommunityStatus.Active or CommunityStatus.Dormant,
            "community.not-open",
            $"Nobody comes in while a community is {community.Status}.");

    /// <summary>A community that has not come to its end.</summary>
    public static void Continues(this Guards guards, Community community) =>
        guards.Require(
            community.Status is not (CommunityStatus.None or CommunityStatus.Closed or CommunityStatus.Merged or CommunityStatus.Rejected),
            "community.ended",
            $"The community is {community.Status}.");

    /// <summary>A sentence that says why.</summary>
    public static void Says(this Guards guards, string reason) =>
        guards.Require(!string.IsNullOrWhiteSpace(reason), "reason.missing", "A reason is needed: the person has a right to know it.");
}
