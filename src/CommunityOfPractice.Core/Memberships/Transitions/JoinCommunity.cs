using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>M5: a person joins an open community by their own act; also how alumni and lapsed members of an open community return.</summary>
/// <remarks>Guards: <c>consent.not-own-act</c>, <c>membership.exists</c>, <c>membership.blocked</c>.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who joins.</param>
/// <param name="Consent">What they agreed to.</param>
public sealed record JoinCommunity(CommunityId Community, PersonId Person, JoinConsent Consent) : MembershipCommand(Community, Person)
{
    internal override IEnumerable<Fact> Decide(Membership membership, MembershipContext context, Guards guards)
    {
        guards.Require(context.By.Is(Person), "consent.not-own-act", "Only the person can join; others can invite.");
        guards.Require(membership.Status != MembershipStatus.Active, "membership.exists", () => $"'{Person}' is a member already.");
        guards.Require(membership.Status != MembershipStatus.Blocked, "membership.blocked", "This person may not come in.");
        return [new MemberJoined(Person, Consent)];
    }
}

/// <summary>Somebody became an active member, by their own act.</summary>
/// <param name="Person">Who joined.</param>
/// <param name="Consent">What they agreed to.</param>
public sealed record MemberJoined(PersonId Person, JoinConsent Consent) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before.To(MembershipStatus.Active, change) with { Consent = Consent };
}
