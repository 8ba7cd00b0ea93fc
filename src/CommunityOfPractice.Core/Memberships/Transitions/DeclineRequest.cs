using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>M4: a request is declined, with a reason.</summary>
/// <remarks>Guards: <c>actor.not-in-charge</c>, <c>actor.own-case</c>, <c>membership.not-requested</c>, <c>request.expired</c>, <c>reason.missing</c>.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who asked to join.</param>
/// <param name="Reason">Why; the person can read it.</param>
public sealed record DeclineRequest(CommunityId Community, PersonId Person, string Reason) : MembershipCommand(Community, Person)
{
    internal override IEnumerable<Fact> Decide(Membership membership, MembershipContext context, Guards guards)
    {
        guards.InCharge(context, Person);
        guards.Requested(membership, context.At);
        guards.Says(Reason);
        return [new RequestDeclined(Person, Reason, context.At.After(context.Policy.RequestCoolOff))];
    }
}

/// <summary>A request was declined.</summary>
/// <param name="Person">Who asked to join.</param>
/// <param name="Reason">Why.</param>
/// <param name="CoolOffUntil">The first instant at which they can ask again, in UTC.</param>
public sealed record RequestDeclined(PersonId Person, [property: PersonalData] string Reason, DateTimeOffset CoolOffUntil) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before.Rest(change).Waits(waits => waits with { RequestFrom = CoolOffUntil });
}
