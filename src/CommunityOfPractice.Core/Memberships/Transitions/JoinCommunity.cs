using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>M5, M10: a person joins an open community by their own act; also how alumni return, and how lapsed members return to any community (M8).</summary>
/// <remarks>
/// Guards: <c>consent.not-own-act</c>, <c>community.not-open</c>, <c>join.by-request</c>, <c>join.by-invitation</c>, <c>membership.exists</c>
/// (also on leave: resume instead), <c>membership.removed</c> (ask instead), <c>membership.blocked</c>, <c>membership.erased</c>.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who joins.</param>
/// <param name="Consent">What they agree to.</param>
public sealed record JoinCommunity(CommunityId Community, PersonId Person, JoinConsent Consent) : MembershipCommand(Community, Person)
{
    internal override IEnumerable<Fact> Decide(Membership membership, MembershipContext context, Guards guards)
    {
        ArgumentNullException.ThrowIfNull(Consent);
        bool returns = membership.Status == MembershipStatus.Lapsed;
        guards.OwnConsent(context, Person);
        guards.TakesPeopleIn(context.Community);
        guards.Require(returns || context.Community.Admission != JoinPolicy.ByRequest, "join.by-request", "People ask to join here, and somebody in charge approves.");
        guards.Require(returns || context.Community.Admission != JoinPolicy.ByInvitation, "join.by-invitation", "People come in by invitation here.");
        guards.Require(membership.Status is not (MembershipStatus.Active or MembershipStatus.Paused), "membership.exists", $"'{Person}' is a member already.");
        guards.Require(membership.Removal is null || membership.Status == MembershipStatus.Blocked, "membership.removed", $"'{Person}' was removed; they can ask to join.");
        guards.NotBlocked(membership);
        guards.NotErased(membership);
        return [new MemberJoined(Person, Consent)];
    }
}

/// <summary>Somebody became an active member, by their own act: they joined, accepted an invitation, or their request was approved.</summary>
/// <param name="Person">Who joined.</param>
/// <param name="Consent">What they agreed to.</param>
public sealed record MemberJoined(PersonId Person, JoinConsent Consent) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before.To(MembershipStatus.Active, change) with { Consent = Consent };
}
