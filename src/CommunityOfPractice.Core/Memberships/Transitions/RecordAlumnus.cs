using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>M17: the host records that somebody had been a member before the record began; for histories that are imported.</summary>
/// <remarks>
/// Nobody becomes active by it, so it needs no consent; the alumnus is listed only when they ask for it. Guards: <c>actor.not-host</c>,
/// <c>alumni.known</c> (the community knows more of the person than that already), <c>community.ended</c>.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who was a member.</param>
public sealed record RecordAlumnus(CommunityId Community, PersonId Person) : MembershipCommand(Community, Person)
{
    internal override IEnumerable<Fact> Decide(Membership membership, MembershipContext context, Guards guards)
    {
        guards.Require(context.By.HostName is not null, "actor.not-host", "Who was a member before the record began is for the host to say.");
        guards.Require(membership.Status == MembershipStatus.None, "alumni.known", $"The record tells already how '{Person}' stands: {membership.Status}.");
        guards.Continues(context.Community);
        return [new AlumnusRecorded(Person)];
    }
}

/// <summary>M17 happened: somebody is an alumnus, from a time before the record began.</summary>
/// <param name="Person">Who was a member.</param>
public sealed record AlumnusRecorded(PersonId Person) : MembershipFact(Person)
{
    /// <summary>In the history, a stretch without length stands for a time that is not known.</summary>
    internal override Membership Apply(Membership before, Change change) =>
        before.To(MembershipStatus.Alumni, change) with { History = [.. before.History, new PastPeriod(change.OccurredAt, change.OccurredAt, Role.Alumnus)] };
}
