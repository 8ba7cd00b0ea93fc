using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

// owned by branch memberships
/// <summary>M1: somebody is invited; alone it makes nobody a member.</summary>
/// <remarks>Guards: <c>membership.exists</c>, <c>invitation.exists</c>, <c>membership.blocked</c>.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who is invited.</param>
/// <param name="Message">A word from who invites; null for none.</param>
public sealed record InviteMember(CommunityId Community, PersonId Person, string? Message = null) : MembershipCommand(Community, Person)
{
    internal override IEnumerable<Fact> Decide(Membership membership, MembershipContext context, Guards guards)
    {
        guards.Require(!membership.IsMember, "membership.exists", () => $"'{Person}' is a member already.");
        guards.Require(membership.Status is not (MembershipStatus.Invited or MembershipStatus.Requested), "invitation.exists", () => $"'{Person}' is invited already.");
        guards.Require(membership.Status is not (MembershipStatus.Removed or MembershipStatus.Blocked or MembershipStatus.Erased), "membership.blocked", "This person may not come in.");
        return [new MemberInvited(Person, context.At.AddDays(30), Message)];
    }
}

/// <summary>M1 happened: somebody was invited.</summary>
/// <param name="Person">Who was invited.</param>
/// <param name="ExpiresOn">The first instant at which the invitation can no longer be accepted, in UTC.</param>
/// <param name="Message">A word from who invited; null for none.</param>
public sealed record MemberInvited(PersonId Person, DateTimeOffset ExpiresOn, [property: PersonalData] string? Message) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before.To(MembershipStatus.Invited, change);
}
