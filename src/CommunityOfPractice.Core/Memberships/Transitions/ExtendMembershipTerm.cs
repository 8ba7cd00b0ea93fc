using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>M16: somebody in charge extends the term of a membership, or ends the term and not the membership.</summary>
/// <remarks>Guards: <c>actor.not-in-charge</c>, <c>actor.own-case</c>, <c>membership.not-member</c>, <c>term.none</c>, <c>term.not-later</c>.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Whose membership it is.</param>
/// <param name="EndsOn">When it ends, later than before; null for an open end.</param>
public sealed record ExtendMembershipTerm(CommunityId Community, PersonId Person, DateTimeOffset? EndsOn) : MembershipCommand(Community, Person)
{
    internal override IEnumerable<Fact> Decide(Membership membership, MembershipContext context, Guards guards)
    {
        guards.InCharge(context, Person);
        guards.IsMember(membership);
        guards.Require(membership.TermEndsOn is not null, "term.none", "The membership has no term.");
        guards.Require(!(EndsOn <= membership.TermEndsOn) && !(EndsOn <= context.At), "term.not-later", "A term is extended to a later date.");
        return [new MembershipTermExtended(Person, EndsOn?.ToUniversalTime())];
    }
}

/// <summary>M16 happened: the term of a membership was extended.</summary>
/// <param name="Person">Whose membership it is.</param>
/// <param name="EndsOn">When it ends, in UTC; null for an open end.</param>
public sealed record MembershipTermExtended(PersonId Person, DateTimeOffset? EndsOn) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before.WithDates((before.Dates ?? new()) with { TermEndsOn = EndsOn });
}
