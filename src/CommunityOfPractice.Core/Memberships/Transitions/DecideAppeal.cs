using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>Somebody in charge, but not who removed, decides an appeal; the host may always.</summary>
/// <remarks>
/// A removal that is overturned makes the person a member again: they asked for it by appealing. Guards: <c>actor.not-in-charge</c>,
/// <c>actor.own-case</c>, <c>appeal.own-decision</c>, <c>membership.not-removed</c>, <c>appeal.none</c>, <c>reason.missing</c>; to overturn
/// also <c>membership.blocked</c> (unblock first) and <c>community.ended</c>.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who appealed.</param>
/// <param name="Outcome">What comes of it.</param>
/// <param name="Reason">Why; the person can read it.</param>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="Outcome"/> is not a defined outcome.</exception>
public sealed record DecideAppeal(CommunityId Community, PersonId Person, AppealOutcome Outcome, string Reason) : MembershipCommand(Community, Person)
{
    /// <summary>Gets what comes of it.</summary>
    /// <value>A defined outcome.</value>
    public AppealOutcome Outcome { get; init => field = Defined(value); } = Defined(Outcome);

    internal override IEnumerable<Fact> Decide(Membership membership, MembershipContext context, Guards guards)
    {
        guards.InCharge(context, Person);
        if (guards.Removed(membership))
        {
            guards.Require(membership.Removal is { IsAppealed: true, IsUpheld: false }, "appeal.none", "No appeal waits for a decision.");
            guards.Require(context.By.Person is null || membership.Removal!.By != context.By, "appeal.own-decision", "Who removed does not decide the appeal.");
        }

        guards.Says(Reason);
        if (Outcome == AppealOutcome.RemovalUpheld)
        {
            return [new RemovalUpheld(Person, Reason)];
        }

        guards.NotBlocked(membership);
        guards.Continues(context.Community);
        return [new RemovalOverturned(Person, Reason)];
    }

    private static AppealOutcome Defined(AppealOutcome outcome) =>
        Enum.IsDefined(outcome) ? outcome : throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Not a defined outcome.");
}

/// <summary>An appeal was decided: the removal stands.</summary>
/// <param name="Person">Who appealed.</param>
/// <param name="Reason">Why.</param>
public sealed record RemovalUpheld(PersonId Person, [property: PersonalData] string Reason) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before.Removes(removal => removal with { IsUpheld = true });
}

/// <summary>An appeal was decided: the person is a member again, as they asked.</summary>
/// <param name="Person">Who appealed.</param>
/// <param name="Reason">Why.</param>
public sealed record RemovalOverturned(PersonId Person, [property: PersonalData] string Reason) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before.To(MembershipStatus.Active, change);
}
