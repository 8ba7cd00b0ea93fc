using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>Who may hold a role, how they come to it, and for how long.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Role">The role.</param>
public sealed record RoleRule(Role Role)
{
    /// <summary>Gets a value indicating whether somebody may hold it who is no member.</summary>
    /// <value>The default value is <see langword="false"/>; a sponsor may.</value>
    public bool NonMembers { get; init; }

    /// <summary>Gets a value indicating whether it ends when the holder stops being an active member.</summary>
    /// <value>The default value is <see langword="true"/> (M-I3); a sponsorship goes on.</value>
    public bool EndsWithMembership { get; init; } = true;

    /// <summary>Gets a value indicating whether several people may hold it in the same scope.</summary>
    /// <value>The default value is <see langword="true"/> (CDC: one role, several people).</value>
    public bool SeveralHolders { get; init; } = true;

    /// <summary>Gets the roles that nobody may hold together with it.</summary>
    /// <value>Empty by default: one person may hold several roles (CDC); a sponsor does not facilitate.</value>
    [JsonConverter(typeof(ValueListJsonConverter<Role>))]
    public ValueList<Role> NotTogetherWith { get; init => field = value ?? []; } = [];

    /// <summary>Gets the roles of which a candidate must hold, or have held, at least one.</summary>
    /// <value>Empty by default: none is needed. Not asked of founders, before the launch.</value>
    [JsonConverter(typeof(ValueListJsonConverter<Role>))]
    public ValueList<Role> PriorRoles { get; init => field = value ?? []; } = [];

    /// <summary>Gets for how long a candidate must have been a member.</summary>
    /// <value>The default value is zero (Kubernetes asks 3 months of reviewers). Not asked of founders, before the launch.</value>
    public TimeSpan MinMembership { get; init; }

    /// <summary>Gets how many endorsements a nomination needs before it can be accepted.</summary>
    /// <value>The default value is 0 (Apache asks for 3 votes).</value>
    public int Endorsements { get; init; }

    /// <summary>Gets by how many endorsements the role can be acquired.</summary>
    /// <value>Null, the default: it cannot be acquired, only appointed to. At least 1 otherwise.</value>
    public int? AcquiredBy { get; init; }

    /// <summary>Gets for how long it is held unless a nomination says otherwise.</summary>
    /// <value>Null, the default: without a term (CNCF: chairs 2 years).</value>
    public TimeSpan? Term { get; init; }
}
