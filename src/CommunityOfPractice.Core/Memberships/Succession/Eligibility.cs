using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>Whether somebody may hold a role, by the catalogue.</summary>
/// <remarks>
/// Guards: <c>role.not-appointed</c>, <c>community.not-running</c>, <c>membership.blocked</c>, <c>role.not-a-member</c>, <c>role.held</c>, <c>role.incompatible</c>,
/// <c>role.membership-too-short</c>, <c>role.prior-role-missing</c>, <c>role.taken</c>.
/// </remarks>
internal static class Eligibility
{
    /// <summary>Notes what stands in the way. Joining: a candidate need not be a member yet, as a founder who joins with the acceptance.</summary>
    public static void Require(Role role, string? scope, bool waits, bool interim, bool joining, Membership candidate, MembershipContext context, Guards guards)
    {
        RoleRule rule = context.Policy.Roles.Of(role);
        CommunityStatus status = context.Community.Status;
        guards.Require(role != Role.Alumnus, "role.not-appointed", "Nobody is appointed alumnus; a member who leaves is one.");
        bool founding = IsFounding(context);
        guards.Require(
            founding || status is CommunityStatus.Active or CommunityStatus.Dormant or CommunityStatus.Closing,
            "community.not-running",
            $"Nobody is given a role in a community that is {status}.");
        guards.Require(
            candidate.Status is not (MembershipStatus.Blocked or MembershipStatus.Removed or MembershipStatus.Erased),
            "membership.blocked",
            "This person may not come in.");
        guards.Require(
            rule.NonMembers || candidate.Status == MembershipStatus.Active || (founding && joining && candidate.Status != MembershipStatus.Paused),
            "role.not-a-member",
            $"A {role.Name()} is an active member.");
        guards.Require(candidate.Assignment(role, scope) is not { } held || (held.Interim && !interim), "role.held", $"'{candidate.Person}' is {role.Name()} already.");
        guards.Require(
            candidate.Roles.All(r => !context.Policy.Roles.Excludes(r.Role, role)),
            "role.incompatible",
            $"'{candidate.Person}' holds a role that does not go together with {role.Name()}.");
        guards.Require(waits || rule.SeveralHolders || !IsTaken(role, scope, candidate, context), "role.taken", $"Somebody else is {role.Name()}, and only one person can be.");
        if (founding)
        {
            return;
        }

        guards.Require(
            rule.MinMembership <= TimeSpan.Zero || candidate.MemberSince?.After(rule.MinMembership) <= context.At,
            "role.membership-too-short",
            $"A {role.Name()} has been a member for {rule.MinMembership.TotalDays:0.#} days.");
        guards.Require(
            rule.PriorRoles.Count == 0 || rule.PriorRoles.Any(prior => candidate.Holds(prior) || candidate.History.Any(p => p.Role == prior)),
            "role.prior-role-missing",
            $"A {role.Name()} has been one of these before: {string.Join(", ", rule.PriorRoles.Select(Roles.Name))}.");
    }

    /// <summary>Whether the community has not been launched yet.</summary>
    public static bool IsFounding(MembershipContext context) => context.Community.Status is CommunityStatus.Proposed or CommunityStatus.Chartered;

    /// <summary>Whether somebody else holds the role in that scope, for good.</summary>
    public static bool IsTaken(Role role, string? scope, Membership candidate, MembershipContext context) =>
        context.Members.Holders(role).Any(p => p != candidate.Person && context.Members[p].Assignment(role, scope) is { Interim: false });

    /// <summary>Notes a scope that is no legal text.</summary>
    public static void RequireScope(string? scope, Guards guards) =>
        guards.Require(scope is null || IdText.Problem(scope) is null, "role.scope-illegal", "The scope of a role is a text of 1 to 200 characters, or none.");
}
