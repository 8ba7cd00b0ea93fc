using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>M16: a membership gets an end date, from the member or from somebody in charge.</summary>
/// <remarks>
/// Guards: <c>actor.not-in-charge</c>, <c>membership.not-member</c>, <c>term.exists</c> (extend it), <c>term.past</c>, <c>term.too-soon</c>
/// (set by somebody else: not before <see cref="MembershipPolicy.TermNotice"/> is over).
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Whose membership it is.</param>
/// <param name="EndsOn">When it ends.</param>
public sealed record SetMembershipTerm(CommunityId Community, PersonId Person, DateTimeOffset EndsOn) : MembershipCommand(Community, Person)
{
    internal override IEnumerable<Fact> Decide(Membership membership, MembershipContext context, Guards guards)
    {
        bool own = context.By.Is(Person);
        guards.Require(own || MembershipGuards.IsInCharge(context), "actor.not-in-charge", "This is for the member, for a facilitator of the community or for the host.");
        guards.IsMember(membership);
        guards.Require(membership.TermEndsOn is null, "term.exists", "The membership has a term already: extend it.");
        guards.Require(EndsOn > context.At, "term.past", "A term ends in the future.");
        guards.Require(own || EndsOn >= context.At.After(context.Policy.TermNotice), "term.too-soon", $"Somebody else sets a term at least {context.Policy.TermNotice.TotalDays:0.##} days ahead.");
        return [new MembershipTermSet(Person, EndsOn.ToUniversalTime())];
    }
}

/// <summary>M16 happened: a membership got an end date.</summary>
/// <param name="Person">Whose membership it is.</param>
/// <param name="EndsOn">When it ends, in UTC.</param>
public sealed record MembershipTermSet(PersonId Person, DateTimeOffset EndsOn) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before.WithDates((before.Dates ?? new()) with { TermEndsOn = EndsOn });
}
