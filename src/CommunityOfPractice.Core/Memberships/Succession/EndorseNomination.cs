using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>A member backs somebody's nomination.</summary>
/// <remarks>
/// The one who acts is the endorser. Guards: <c>nomination.none</c>, <c>nomination.expired</c>, <c>endorsement.not-a-member</c>,
/// <c>endorsement.own</c>, <c>endorsement.twice</c>.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who is nominated.</param>
/// <param name="Role">The role.</param>
/// <param name="Scope">What part of the community it is for; null for all of it.</param>
public sealed record EndorseNomination(CommunityId Community, PersonId Person, Role Role, string? Scope = null) : MembershipCommand(Community, Person)
{
    internal override IEnumerable<Fact> Decide(Membership membership, MembershipContext context, Guards guards)
    {
        Nomination? nomination = membership.NominationFor(Role, Scope);
        PersonId? endorser = context.By.Person;
        AcceptNomination.RequireOpen(nomination, context, guards);
        guards.Require(endorser is { } member && context.Members[member].Status == MembershipStatus.Active, "endorsement.not-a-member", "Active members endorse.");
        guards.Require(endorser != Person, "endorsement.own", "Nobody endorses their own nomination.");
        guards.Require(endorser is null || nomination?.Endorsers.AsSpan().Contains(endorser.Value) != true, "endorsement.twice", "An endorsement counts once.");
        return [new NominationEndorsed(Person, Role, Scope, endorser ?? default)];
    }
}

/// <summary>A nomination was endorsed.</summary>
/// <param name="Person">Who is nominated.</param>
/// <param name="Role">The role.</param>
/// <param name="Scope">What part of the community it is for; null for all of it.</param>
/// <param name="Endorser">Who endorsed.</param>
public sealed record NominationEndorsed(PersonId Person, Role Role, string? Scope, PersonId Endorser) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before.Amend(Role, Scope, n => n with { Endorsers = [.. n.Endorsers, Endorser] });
}
