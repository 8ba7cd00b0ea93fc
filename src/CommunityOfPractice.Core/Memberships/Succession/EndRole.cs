using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>Others end somebody's role, with a reason: by a vote, after a conflict, or because the holder cannot be reached.</summary>
/// <remarks>
/// Never by a policy's score. Guards: <c>role.by-policy</c>, <c>role.own</c> (the holder resigns instead), <c>role.not-held</c>,
/// <c>role.reason-missing</c>, <c>role.last-facilitator</c>, <c>role.interim-missing</c>, <c>role.interim-not-active</c>,
/// <c>role.interim-not-accepted</c>.
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Person">Who holds the role.</param>
/// <param name="Role">The role.</param>
/// <param name="Reason">The reason in words.</param>
public sealed record EndRole(CommunityId Community, PersonId Person, Role Role, [property: PersonalData] string Reason) : MembershipCommand(Community, Person)
{
    /// <summary>Gets what part of the community the role is for.</summary>
    /// <value>Null, the default, for all of it.</value>
    public string? Scope { get; init; }

    /// <summary>Gets a value indicating whether the holder has been out of reach for too long (Kubernetes: more than a month without notice).</summary>
    /// <value><see langword="false"/> by default; those who decide answer for it.</value>
    public bool Unreachable { get; init; }

    /// <summary>Gets what becomes of the community when its last facilitator goes without a successor.</summary>
    /// <value>Null, the default: nothing was chosen, and the last facilitator stays.</value>
    public LastFacilitatorChoice? IfLast { get; init; }

    internal override IEnumerable<Fact> Decide(Membership membership, MembershipContext context, Guards guards)
    {
        guards.Require(context.By.RuleId is null, "role.by-policy", "No policy takes roles away; terms end by themselves.");
        guards.Require(!context.By.Is(Person), "role.own", "The holder resigns instead.");
        guards.Require(!string.IsNullOrWhiteSpace(Reason), "role.reason-missing", "Ending somebody's role takes a reason.");
        RoleAssignment? held = membership.Assignment(Role, Scope);
        guards.Require(held is not null, "role.not-held", $"'{Person}' is not {Role.Name()} here.");
        RoleEndReason reason = Unreachable ? RoleEndReason.Unreachable : RoleEndReason.EndedByOthers;
        return held is null ? [] : HandOver.End(membership, [held], reason, Reason, context, guards, IfLast);
    }
}
