using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>An active member vouches for somebody who asked to join; the member is the actor.</summary>
/// <remarks>Guards: <c>actor.not-a-member</c>, <c>membership.not-requested</c>, <c>request.expired</c>, <c>request.sponsored</c> (they vouched already).</remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who asked to join.</param>
public sealed record SponsorRequest(CommunityId Community, PersonId Person) : MembershipCommand(Community, Person)
{
    internal override IEnumerable<Fact> Decide(Membership membership, MembershipContext context, Guards guards)
    {
        Membership? sponsor = MembershipGuards.ActiveMember(context);
        guards.Require(sponsor is not null, "actor.not-a-member", "An active member vouches.");
        guards.Requested(membership, context.At);
        guards.Require(sponsor is null || membership.Request?.Sponsors.Contains(sponsor.Person) != true, "request.sponsored", $"'{sponsor?.Person}' vouched already.");
        return sponsor is null ? [] : [new RequestSponsored(Person, sponsor.Person)];
    }
}

/// <summary>An active member vouched for somebody who asked to join.</summary>
/// <param name="Person">Who asked to join.</param>
/// <param name="Sponsor">Who vouched.</param>
public sealed record RequestSponsored(PersonId Person, PersonId Sponsor) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) =>
        before.Request is { } request
            ? before with { Case = before.Case! with { Request = request with { Sponsors = [.. request.Sponsors, Sponsor] } } }
            : before;
}
