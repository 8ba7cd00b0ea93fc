using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>M2: the person who is invited accepts, and is a member.</summary>
/// <remarks>
/// Guards: <c>consent.not-own-act</c>, <c>membership.not-invited</c>, <c>invitation.expired</c> (also before the expiry was recorded),
/// <c>community.not-open</c>. The fact is <see cref="MemberJoined"/>.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who accepts.</param>
/// <param name="Consent">What they agree to.</param>
public sealed record AcceptInvitation(CommunityId Community, PersonId Person, JoinConsent Consent) : MembershipCommand(Community, Person)
{
    internal override IEnumerable<Fact> Decide(Membership membership, MembershipContext context, Guards guards)
    {
        ArgumentNullException.ThrowIfNull(Consent);
        guards.OwnConsent(context, Person);
        guards.Invited(membership, context.At);
        guards.TakesPeopleIn(context.Community);
        return [new MemberJoined(Person, Consent)];
    }
}
