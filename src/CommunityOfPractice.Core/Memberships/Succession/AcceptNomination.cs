using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>A nominee takes up a role, or agrees to succeed its holder.</summary>
/// <remarks>
/// Only by the nominee's own act. Before the launch a founder can join with the same act, by giving the <see cref="Consent"/>. A
/// succession takes effect at once while the role is vacant. Guards: <c>consent.not-own-act</c>, <c>nomination.none</c>,
/// <c>nomination.expired</c>, <c>nomination.accepted</c>, <c>nomination.endorsements-missing</c>, <c>community.not-running</c>,
/// <c>membership.blocked</c>, <c>role.not-a-member</c>, <c>role.held</c>, <c>role.incompatible</c>, <c>role.membership-too-short</c>,
/// <c>role.prior-role-missing</c>, <c>role.taken</c>.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who is nominated.</param>
/// <param name="Role">The role.</param>
/// <param name="Scope">What part of the community it is for; null for all of it.</param>
public sealed record AcceptNomination(CommunityId Community, PersonId Person, Role Role, string? Scope = null) : MembershipCommand(Community, Person)
{
    /// <summary>Gets what a founder who joins with this act agreed to.</summary>
    /// <value>Null, the default, for somebody who is a member already.</value>
    public JoinConsent? Consent { get; init; }

    internal override IEnumerable<Fact> Decide(Membership membership, MembershipContext context, Guards guards)
    {
        guards.Require(context.By.Is(Person), "consent.not-own-act", "Only the nominee can accept.");
        Nomination? nomination = membership.NominationFor(Role, Scope);
        RequireOpen(nomination, context, guards);
        guards.Require(nomination?.AcceptedOn is null, "nomination.accepted", "It was accepted already.");
        int need = context.Policy.Roles.Of(Role).Endorsements;
        guards.Require(nomination is null || nomination.Endorsers.Count >= need, "nomination.endorsements-missing", $"It takes {need} endorsements.");
        if (nomination is null)
        {
            return [];
        }

        bool waits = nomination.AsSuccessor && Eligibility.IsTaken(Role, Scope, membership, context);
        Eligibility.Require(Role, Scope, waits || nomination.Interim, nomination.Interim, joining: Consent is not null, membership, context, guards);
        List<Fact> facts = [];
        if (Consent is not null && membership.Status != MembershipStatus.Active && !context.Policy.Roles.Of(Role).NonMembers)
        {
            facts.Add(new MemberJoined(Person, Consent));
        }

        return [.. facts, .. waits ? [new SuccessionAccepted(Person, Role, Scope)] : TakeUp(membership, nomination, RoleOrigin.Appointed, context)];
    }

    internal static void RequireOpen(Nomination? nomination, MembershipContext context, Guards guards)
    {
        guards.Require(nomination is not null, "nomination.none", "There is no such nomination.");
        guards.Require(nomination is null || nomination.AcceptedOn is not null || nomination.ExpiresOn > context.At, "nomination.expired", "The nomination has run out.");
    }

    /// <summary>The facts that follow when somebody takes up a role: the grace period ends with a facilitator who is there to stay.</summary>
    internal static IEnumerable<Fact> TakeUp(Membership membership, Nomination nomination, RoleOrigin origin, MembershipContext context)
    {
        yield return HandOver.Take(membership, nomination, origin, context);
        if (nomination is { Role: Role.Facilitator, Interim: false } && context.Community.FacilitationGrace is not null)
        {
            yield return new FacilitationGraceEnded();
        }
    }
}

/// <summary>A nominee agreed to take the role over when it falls vacant.</summary>
/// <param name="Person">Who agreed.</param>
/// <param name="Role">The role.</param>
/// <param name="Scope">What part of the community it is for; null for all of it.</param>
public sealed record SuccessionAccepted(PersonId Person, Role Role, string? Scope) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before.Amend(Role, Scope, n => n with { AcceptedOn = change.OccurredAt });
}

/// <summary>Somebody holds a role from now on.</summary>
/// <param name="Person">Who holds it.</param>
/// <param name="Role">The role.</param>
/// <param name="Scope">What part of the community it is for; null for all of it.</param>
/// <param name="Origin">How they came to it.</param>
/// <param name="TermEndsOn">When the term ends, in UTC; null without a term.</param>
/// <param name="Interim">Whether they stand in until somebody is found.</param>
/// <param name="NominatedBy">Who nominated them; null when that is not known.</param>
public sealed record RoleAppointed(
    PersonId Person, Role Role, string? Scope = null, RoleOrigin Origin = RoleOrigin.Appointed, DateTimeOffset? TermEndsOn = null, bool Interim = false, Actor? NominatedBy = null)
    : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before.With(new(Role, change.OccurredAt, Scope, Origin, TermEndsOn, NominatedBy, Interim), change);
}
