using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>M3: the person who is invited declines, and is left alone for a while.</summary>
/// <remarks>Guards: <c>actor.not-own-act</c>, <c>membership.not-invited</c>, <c>invitation.expired</c>.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who declines.</param>
/// <param name="Note">Why, in their own words; null for nothing.</param>
public sealed record DeclineInvitation(CommunityId Community, PersonId Person, string? Note = null) : MembershipCommand(Community, Person)
{
    internal override IEnumerable<Fact> Decide(Membership membership, MembershipContext context, Guards guards)
    {
        guards.OwnAct(context, Person);
        guards.Invited(membership, context.At);
        return [new InvitationDeclined(Person, context.At.After(context.Policy.InvitationCoolOff), Note)];
    }
}

/// <summary>M3 happened: an invitation was declined.</summary>
/// <param name="Person">Who declined.</param>
/// <param name="CoolOffUntil">The first instant at which they can be invited again, in UTC.</param>
/// <param name="Note">Why, in their own words; null for nothing.</param>
public sealed record InvitationDeclined(PersonId Person, DateTimeOffset CoolOffUntil, [property: PersonalData] string? Note) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) =>
        before.Rest(change).Waits(waits => waits with { InviteFrom = CoolOffUntil });
}
