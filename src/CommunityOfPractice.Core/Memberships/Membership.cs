using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>How one person stands to one community, as the facts tell it.</summary>
/// <remarks>Immutable and compared by value. There is one for each person and community (M-I2).</remarks>
/// <param name="Person">The person.</param>
public sealed partial record Membership(PersonId Person)
{
    /// <summary>Gets how the person stands to the community.</summary>
    /// <value>The default is <see cref="MembershipStatus.None"/>.</value>
    public MembershipStatus Status { get; init; }

    /// <summary>Gets since when they stand so.</summary>
    /// <value>In UTC; null when nothing ever happened.</value>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Gets when they became a member, this time.</summary>
    /// <value>In UTC; null unless they are a member (active, paused or lapsed).</value>
    public DateTimeOffset? MemberSince { get; init; }

    /// <summary>Gets their own agreement to be a member.</summary>
    /// <value>Null when they never agreed.</value>
    public JoinConsent? Consent { get; init; }

    /// <summary>Gets the roles that they hold.</summary>
    /// <value>Sorted by role, scope and start; empty when they hold none.</value>
    [JsonConverter(typeof(ValueListJsonConverter<RoleAssignment>))]
    public ValueList<RoleAssignment> Roles { get; init; } = [];

    /// <summary>Gets the earlier stretches of membership and of roles.</summary>
    /// <value>In the order in which they ended.</value>
    [JsonConverter(typeof(ValueListJsonConverter<PastPeriod>))]
    public ValueList<PastPeriod> History { get; init; } = [];

    /// <summary>Gets a value indicating whether they are a member: active, on leave or lapsed.</summary>
    /// <value>Follows from the status.</value>
    [JsonIgnore]
    public bool IsMember => Status is MembershipStatus.Active or MembershipStatus.Paused or MembershipStatus.Lapsed;

    /// <summary>Returns whether they hold a role.</summary>
    /// <param name="role">The role.</param>
    /// <returns><see langword="true"/> when they hold it, in any scope.</returns>
    public bool Holds(Role role)
    {
        foreach (RoleAssignment held in Roles.AsSpan())
        {
            if (held.Role == role)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A new status, from the moment of the change on; stretches of membership begin and end with it.</summary>
    internal Membership To(MembershipStatus status, Change change)
    {
        bool over = status is MembershipStatus.Alumni or MembershipStatus.Removed or MembershipStatus.Blocked or MembershipStatus.Erased;
        Membership after = this with { Status = status, Since = change.OccurredAt, Nominations = over ? [] : Nominations, Participation = over ? null : Participation };
        return (IsMember, after.IsMember) switch
        {
            (false, true) => after with { MemberSince = change.OccurredAt },
            (true, false) => after with
            {
                MemberSince = null,
                History = [.. History, new PastPeriod(MemberSince!.Value, change.OccurredAt, Role: null)],
            },
            _ => after,
        };
    }
}
