using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>A term is made longer.</summary>
/// <remarks>Guards: <c>role.by-policy</c>, <c>role.not-held</c>, <c>role.no-term</c>, <c>role.term-over</c> (the new end lies after the old one, and in the future).</remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who holds the role.</param>
/// <param name="Role">The role.</param>
/// <param name="TermEndsOn">When the term ends now.</param>
/// <param name="Scope">What part of the community it is for; null for all of it.</param>
public sealed record ExtendTerm(CommunityId Community, PersonId Person, Role Role, DateTimeOffset TermEndsOn, string? Scope = null) : MembershipCommand(Community, Person)
{
    internal override IEnumerable<Fact> Decide(Membership membership, MembershipContext context, Guards guards)
    {
        guards.Require(context.By.RuleId is null, "role.by-policy", "No policy gives roles.");
        RoleAssignment? held = membership.Assignment(Role, Scope);
        guards.Require(held is not null, "role.not-held", $"'{Person}' is not {Role.Name()} here.");
        guards.Require(held is null || held.Until is not null, "role.no-term", "The role is held without a term.");
        guards.Require(TermEndsOn > context.At && (held?.Until is null || TermEndsOn > held.Until), "role.term-over", "The new end lies after the old one, and in the future.");
        return [new RoleTermExtended(Person, Role, Scope, TermEndsOn.ToUniversalTime())];
    }
}

/// <summary>A term was made longer.</summary>
/// <param name="Person">Who holds the role.</param>
/// <param name="Role">The role.</param>
/// <param name="Scope">What part of the community it is for; null for all of it.</param>
/// <param name="TermEndsOn">When the term ends now, in UTC.</param>
public sealed record RoleTermExtended(PersonId Person, Role Role, string? Scope, DateTimeOffset TermEndsOn) : MembershipFact(Person)
{
    internal override Membership Apply(Membership before, Change change) => before with
    {
        Roles = before.Roles.Select(r => r.Role == Role && r.Scope == Scope ? r with { Until = TermEndsOn } : r).ToValueList(),
    };
}
