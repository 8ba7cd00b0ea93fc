using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <content>Roles and nominations.</content>
public sealed partial record Membership
{
    /// <summary>Gets the open nominations, and the accepted successions that wait for their day.</summary>
    /// <value>In the order in which they were made; empty when there is none.</value>
    [JsonConverter(typeof(ValueListJsonConverter<Nomination>))]
    public ValueList<Nomination> Nominations { get; init => field = value ?? []; } = [];

    /// <summary>Returns a role that they hold.</summary>
    /// <param name="role">The role.</param>
    /// <param name="scope">What part of the community it is for; null for all of it.</param>
    /// <returns>Null when they do not hold it in that scope.</returns>
    public RoleAssignment? Assignment(Role role, string? scope = null)
    {
        foreach (RoleAssignment held in Roles.AsSpan())
        {
            if (held.Role == role && held.Scope == scope)
            {
                return held;
            }
        }

        return null;
    }

    /// <summary>Returns a nomination of theirs.</summary>
    /// <param name="role">The role.</param>
    /// <param name="scope">What part of the community it is for; null for all of it.</param>
    /// <returns>Null when there is none.</returns>
    public Nomination? NominationFor(Role role, string? scope = null)
    {
        foreach (Nomination nomination in Nominations.AsSpan())
        {
            if (nomination.Role == role && nomination.Scope == scope)
            {
                return nomination;
            }
        }

        return null;
    }

    /// <summary>Puts an assignment in place of what they held of the same role and scope; the nomination for it is done with.</summary>
    internal Membership With(RoleAssignment assignment, Change change) => Without(assignment.Role, assignment.Scope, change).WithoutNomination(assignment.Role, assignment.Scope) with
    {
        Roles = Roles.Where(r => !(r.Role == assignment.Role && r.Scope == assignment.Scope)).Append(assignment)
            .OrderBy(r => r.Role).ThenBy(r => r.Scope, StringComparer.Ordinal).ToValueList(),
    };

    /// <summary>Takes a role away, into the history; nothing changes when they do not hold it.</summary>
    internal Membership Without(Role role, string? scope, Change change) => Assignment(role, scope) is not { } held ? this : this with
    {
        Roles = Roles.Where(r => r != held).ToValueList(),
        History = [.. History, new PastPeriod(held.From, change.OccurredAt, role)],
    };

    internal Membership WithoutNomination(Role role, string? scope) => NominationFor(role, scope) is not { } nomination ? this : this with
    {
        Nominations = Nominations.Where(n => n != nomination).ToValueList(),
    };

    internal Membership WithNomination(Nomination nomination) => this with
    {
        Nominations = [.. Nominations.Where(n => !(n.Role == nomination.Role && n.Scope == nomination.Scope)), nomination],
    };

    /// <summary>Changes a nomination in its place.</summary>
    internal Membership Amend(Role role, string? scope, Func<Nomination, Nomination> amended) => this with
    {
        Nominations = Nominations.Select(n => n.Role == role && n.Scope == scope ? amended(n) : n).ToValueList(),
    };
}
