using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>M4: a request is approved; the consent is the one that the person gave with it.</summary>
/// <remarks>
/// Guards: <c>actor.not-in-charge</c>, <c>actor.own-case</c>, <c>membership.not-requested</c>, <c>request.expired</c> (also before the
/// expiry was recorded), <c>request.too-few-sponsors</c> (only those who are still active members count), <c>community.not-open</c>.
/// The fact is <see cref="MemberJoined"/>.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who asked to join.</param>
public sealed record ApproveRequest(CommunityId Community, PersonId Person) : MembershipCommand(Community, Person)
{
    internal override IEnumerable<Fact> Decide(Membership membership, MembershipContext context, Guards guards)
    {
        int needed = Math.Max(context.Policy.RequiredSponsors, context.Community.RequiredSponsors);
        int vouch = membership.Request?.Sponsors.Count(s => context.Members[s].Status == MembershipStatus.Active) ?? 0;
        guards.InCharge(context, Person);
        bool requested = guards.Requested(membership, context.At);
        guards.Require(!requested || vouch >= needed, "request.too-few-sponsors", $"{needed} active members must vouch; {vouch} do.");
        guards.TakesPeopleIn(context.Community);
        return requested ? [new MemberJoined(Person, membership.Request!.Consent)] : [];
    }
}
