using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>M6: a member takes leave; neither active nor inactive while it lasts, and the lapse clock stands still.</summary>
/// <remarks>Guards: <c>actor.not-own-act</c>, <c>membership.not-active</c>, <c>pause.until-past</c>, <c>role.last-facilitator</c>.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who takes leave.</param>
/// <param name="Until">When they are back; null for until further notice.</param>
/// <param name="Note">A word about it; null for none.</param>
public sealed record PauseMembership(CommunityId Community, PersonId Person, DateTimeOffset? Until = null, string? Note = null) : MembershipCommand(Community, Person)
{
    /// <summary>Gets what becomes of the community when its last facilitator goes without a successor.</summary>
    /// <value>Null, the default: nothing was chosen, and the last facilitator stays.</value>
    public LastFacilitatorChoice? IfLast { get; init; }

    internal override IEnumerable<Fact> Decide(Membership membership, MembershipContext context, Guards guards)
    {
        guards.OwnAct(context, Person);
        guards.Stands(membership, MembershipStatus.Active, "membership.not-active");
        guards.Require(Until is null || Until > context.At, "pause.until-past", "A leave ends in the future.");
        return [.. HandOver.RolesOf(membership, context, guards, IfLast), new MembershipPaused(Person, Until?.ToUniversalTime(), Note)];
    }
}

/// <summary>M6 happened: a member takes leave.</summary>
/// <param name="Person">Who takes leave.</param>
/// <param name="Until">When it ends by itself, in UTC; null for until further notice.</param>
/// <param name="Note">A word about it; null for none.</param>
public sealed record MembershipPaused(PersonId Person, DateTimeOffset? Until, [property: PersonalData] string? Note) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) =>
        before.To(MembershipStatus.Paused, change) is var paused && Until is { } until
            ? paused.WithDates((paused.Dates ?? new()) with { PausedUntil = until })
            : paused;
}
