using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>Ends roles and hands them over, in the same decision (M-I3), and keeps the rule of the last facilitator (law 37).</summary>
/// <remarks>
/// Guards: <c>role.last-facilitator</c>, <c>role.interim-missing</c>, <c>role.interim-not-active</c>, <c>role.interim-not-accepted</c>, <c>role.incompatible</c>.
/// A successor takes over who may hold the role on that day: who has taken up another role since that excludes it is passed over.
/// When a policy ends the last facilitator's role, the grace period begins by itself.
/// </remarks>
internal static class HandOver
{
    /// <summary>The reason that a community goes to rest together with its last facilitator.</summary>
    public const string LastFacilitatorLeft = "last-facilitator-left";

    /// <summary>The facts that end the roles of a member who goes; guards that are not met are noted.</summary>
    /// <param name="leaving">Who stops being active.</param>
    /// <param name="context">The decision.</param>
    /// <param name="guards">Where an unmet guard is noted.</param>
    /// <param name="choice">What becomes of the community when its last facilitator goes; null when nothing was chosen.</param>
    public static IEnumerable<Fact> RolesOf(Membership leaving, MembershipContext context, Guards guards, LastFacilitatorChoice? choice = null)
    {
        RoleAssignment[] ending = [.. leaving.Roles.Where(r => context.Policy.Roles.Of(r.Role).EndsWithMembership)];
        return ending.Length == 0 ? [] : End(leaving, ending, RoleEndReason.MembershipEnded, null, context, guards, choice);
    }

    /// <summary>The facts that end some roles of a person and let accepted successors take them over.</summary>
    public static IEnumerable<Fact> End(
        Membership holder, ReadOnlySpan<RoleAssignment> ending, RoleEndReason reason, string? note, MembershipContext context, Guards guards, LastFacilitatorChoice? choice)
    {
        List<Fact> facts = [];
        RoleAssignment? facilitating = null;
        bool succeeded = false;
        foreach (RoleAssignment role in ending)
        {
            facts.Add(new RoleEnded(holder.Person, role.Role, role.Scope, reason, note));
            Membership? successor = SuccessorOf(holder.Person, role.Role, role.Scope, interim: false, context, facts);
            if (successor is not null)
            {
                facts.Add(Take(successor, successor.NominationFor(role.Role, role.Scope)!, RoleOrigin.Appointed, context));
            }

            if (role.Role == Role.Facilitator)
            {
                facilitating = role;
                succeeded |= successor is not null;
            }
        }

        if (facilitating is not null && !succeeded && IsLast(holder, ending, context))
        {
            facts.AddRange(Choose(holder, facilitating, context, guards, choice));
        }

        return facts;
    }

    /// <summary>Who would take a role over: of those who accepted and may hold it, also with what the decision gives them already, the one who accepted first.</summary>
    public static Membership? SuccessorOf(PersonId? leaving, Role role, string? scope, bool interim, MembershipContext context, IReadOnlyList<Fact>? given = null) =>
        context.Members.SuccessorBut(leaving, role, scope, interim, candidate =>
        {
            Guards guards = new();
            Eligibility.Require(role, scope, waits: true, interim, joining: false, candidate, context, guards);
            return guards.Met && given?.Any(f => f is RoleAppointed taken && taken.Person == candidate.Person && context.Policy.Roles.Excludes(taken.Role, role)) != true;
        });

    /// <summary>The fact that lets somebody take up what they were nominated for.</summary>
    public static RoleAppointed Take(Membership nominee, Nomination nomination, RoleOrigin origin, MembershipContext context)
    {
        DateTimeOffset? until = nomination.TermEndsOn > context.At
            ? nomination.TermEndsOn
            : context.Policy.Roles.Of(nomination.Role).Term is { } term ? context.At.After(term) : null;
        DateTimeOffset? deadline = nomination is { Interim: true, Role: Role.Facilitator } ? context.Community.FacilitationGrace?.Deadline : null;
        return new(nominee.Person, nomination.Role, nomination.Scope, origin, deadline ?? until, nomination.Interim, nomination.By);
    }

    private static bool IsLast(Membership holder, ReadOnlySpan<RoleAssignment> ending, MembershipContext context)
    {
        bool standsIn = context.Community.FacilitationGrace is { Interim: { } interim } grace
            && grace.Deadline > context.At && interim != holder.Person && context.Members[interim].Status == MembershipStatus.Active;
        bool going = context.Community.Status == CommunityStatus.Active && !standsIn && holder.Status == MembershipStatus.Active;
        return going && context.Members.ActiveFacilitators() <= 1 && holder.Roles.Count(r => r.Role == Role.Facilitator) == Count(ending);

        static int Count(ReadOnlySpan<RoleAssignment> ending)
        {
            int count = 0;
            foreach (RoleAssignment role in ending)
            {
                count += role.Role == Role.Facilitator ? 1 : 0;
            }

            return count;
        }
    }

    private static IEnumerable<Fact> Choose(Membership leaving, RoleAssignment role, MembershipContext context, Guards guards, LastFacilitatorChoice? choice)
    {
        choice ??= context.By.RuleId is null ? null : LastFacilitatorChoice.StartGrace(null);
        guards.Require(choice is not null, "role.last-facilitator", "The last facilitator hands over first: a successor accepts, the community goes to rest, or a grace period begins.");
        if (choice is null)
        {
            return [];
        }

        if (choice.Dormant)
        {
            return [new CommunityBecameDormant(LastFacilitatorLeft)];
        }

        DateTimeOffset deadline = context.At.After(context.CommunityPolicy.FacilitationGrace);
        FacilitationGraceStarted grace = new(deadline, choice.Interim);
        if (choice.Interim is not { } interim)
        {
            guards.Require(context.By.Person is null, "role.interim-missing", "A grace period begins with somebody who stands in.");
            return [grace];
        }

        Membership stand = context.Members[interim];
        bool active = stand.Status == MembershipStatus.Active && interim != leaving.Person;
        guards.Require(active, "role.interim-not-active", $"'{interim}' cannot stand in: only another active member can.");
        guards.Require(
            stand.Roles.All(r => !context.Policy.Roles.Excludes(r.Role, Role.Facilitator)), "role.incompatible", $"'{interim}' holds a role that does not go together with facilitating.");
        bool accepted = context.By.Is(interim) || stand.NominationFor(Role.Facilitator, role.Scope) is { AcceptedOn: not null };
        guards.Require(accepted, "role.interim-not-accepted", $"'{interim}' has not accepted to stand in.");
        return [new RoleAppointed(interim, Role.Facilitator, role.Scope, RoleOrigin.Appointed, deadline, Interim: true, context.By), grace];
    }
}
