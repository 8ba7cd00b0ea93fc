using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>Somebody is proposed for a role; nothing changes before they accept.</summary>
/// <remarks>
/// Anybody may be nominated by somebody else or come forward; no policy nominates. Before the launch the candidate need not have joined
/// yet. Guards: <c>role.by-policy</c>, <c>role.scope-illegal</c>, <c>role.nominated</c>, <c>role.term-over</c>,
/// <c>community.not-running</c>, <c>membership.blocked</c>, <c>role.not-a-member</c>, <c>role.held</c>, <c>role.incompatible</c>,
/// <c>role.membership-too-short</c>, <c>role.prior-role-missing</c>, <c>role.taken</c>.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who is proposed.</param>
/// <param name="Role">The role.</param>
public sealed record NominateForRole(CommunityId Community, PersonId Person, Role Role) : MembershipCommand(Community, Person)
{
    /// <summary>Gets what part of the community it is for: a topic, a chapter.</summary>
    /// <value>Null, the default, for all of it.</value>
    public string? Scope { get; init; }

    /// <summary>Gets a value indicating whether it is for the next vacancy.</summary>
    /// <value><see langword="false"/>, the default, for at once.</value>
    public bool AsSuccessor { get; init; }

    /// <summary>Gets when the term is to end.</summary>
    /// <value>Null, the default, for the role's usual term.</value>
    public DateTimeOffset? TermEndsOn { get; init; }

    internal override IEnumerable<Fact> Decide(Membership membership, MembershipContext context, Guards guards) =>
        Nominate(membership, context, guards, new(Person, Role, Scope, AsSuccessor, Interim: false, TermEndsOn?.ToUniversalTime(), context.At.After(context.Policy.Roles.NominationExpiry)));

    internal static IEnumerable<Fact> Nominate(Membership membership, MembershipContext context, Guards guards, RoleNominated nominated)
    {
        Defined.Check(nominated.Role);
        guards.Require(context.By.RuleId is null, "role.by-policy", "No policy gives roles.");
        Eligibility.RequireScope(nominated.Scope, guards);
        guards.Require(
            membership.NominationFor(nominated.Role, nominated.Scope) is not { } open || (open.AcceptedOn is null && open.ExpiresOn <= context.At),
            "role.nominated",
            $"'{nominated.Person}' is nominated already.");
        guards.Require(nominated.TermEndsOn is null || nominated.TermEndsOn > context.At, "role.term-over", "The term ends in the future.");
        Eligibility.Require(nominated.Role, nominated.Scope, nominated.AsSuccessor || nominated.Interim, nominated.Interim, joining: true, membership, context, guards);
        return [nominated];
    }
}

/// <summary>Somebody was proposed for a role.</summary>
/// <param name="Person">Who was proposed.</param>
/// <param name="Role">The role.</param>
/// <param name="Scope">What part of the community it is for; null for all of it.</param>
/// <param name="AsSuccessor">Whether it is for the next vacancy.</param>
/// <param name="Interim">Whether it is only to stand in.</param>
/// <param name="TermEndsOn">When the term is to end, in UTC; null for the role's usual term.</param>
/// <param name="ExpiresOn">When the nomination runs out, in UTC.</param>
public sealed record RoleNominated(PersonId Person, Role Role, string? Scope, bool AsSuccessor, bool Interim, DateTimeOffset? TermEndsOn, DateTimeOffset ExpiresOn) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) =>
        before.WithNomination(new(Role, Scope, change.By, change.OccurredAt, ExpiresOn, AsSuccessor, Interim, TermEndsOn, [], AcceptedOn: null));
}
