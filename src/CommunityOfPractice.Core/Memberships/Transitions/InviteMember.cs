using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>M1: somebody is invited; alone it makes nobody a member.</summary>
/// <remarks>
/// Guards: <c>actor.not-a-member</c> (an active member or the host invites), <c>actor.not-in-charge</c> (when
/// <see cref="MembershipPolicy.MembersInvite"/> is off), <c>community.not-open</c>, <c>membership.exists</c>, <c>invitation.exists</c>,
/// <c>request.exists</c> (approve it instead), <c>membership.removed</c> (they can ask), <c>membership.blocked</c>, <c>membership.erased</c>,
/// <c>invitation.cool-off</c>, <c>invitation.muted</c>, <c>invitation.rate-limit</c> (<see cref="MembershipPolicy.MaxInvitationsPerDay"/>).
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who is invited.</param>
/// <param name="Message">A word from who invites; null for none.</param>
public sealed record InviteMember(CommunityId Community, PersonId Person, string? Message = null) : MembershipCommand(Community, Person)
{
    internal override IEnumerable<Fact> Decide(Membership membership, MembershipContext context, Guards guards)
    {
        bool host = context.By.HostName is not null;
        Membership? inviter = MembershipGuards.ActiveMember(context);
        Membership stands = membership.AsOf(context.At);
        guards.Require(host || inviter is not null, "actor.not-a-member", "An active member or the host invites.");
        guards.Require(context.Policy.MembersInvite || MembershipGuards.IsInCharge(context), "actor.not-in-charge", "Only a facilitator or the host invites here.");
        guards.TakesPeopleIn(context.Community);
        guards.Require(!stands.IsMember, "membership.exists", $"'{Person}' is a member already.");
        guards.Require(stands.Status != MembershipStatus.Invited, "invitation.exists", $"'{Person}' is invited already.");
        guards.Require(stands.Status != MembershipStatus.Requested, "request.exists", $"'{Person}' has asked to join: approve the request.");
        guards.Require(stands.Status != MembershipStatus.Removed, "membership.removed", $"'{Person}' was removed; they can ask to join.");
        guards.NotBlocked(stands);
        guards.NotErased(stands);
        guards.Require(stands.Case?.InviteFrom is not { } from || context.At >= from, "invitation.cool-off", $"'{Person}' declined; they can be invited again from {stands.Case?.InviteFrom:O} on.");
        guards.Require(stands.Choices?.InvitationsMuted != true, "invitation.muted", $"'{Person}' wants no invitations.");
        guards.Require(
            InvitationsSent.On(inviter?.Sent, context.At) < context.Policy.MaxInvitationsPerDay || inviter is null,
            "invitation.rate-limit",
            $"One member invites at most {context.Policy.MaxInvitationsPerDay} people a day.");
        return [new MemberInvited(Person, context.At.After(context.Policy.InvitationExpiry), Message)];
    }
}

/// <summary>M1 happened: somebody was invited.</summary>
/// <param name="Person">Who was invited.</param>
/// <param name="ExpiresOn">The first instant at which the invitation can no longer be accepted, in UTC.</param>
/// <param name="Message">A word from who invited; null for none.</param>
public sealed record MemberInvited(PersonId Person, DateTimeOffset ExpiresOn, [property: PersonalData] string? Message) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before.Pending(MembershipStatus.Invited, change, (rest, waits) => waits with { Invitation = new(change.By, ExpiresOn, rest) });
}
