using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>A community as of a moment, with how many people stand how to it.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Version">How many facts it rests on.</param>
/// <param name="Head">The hash of the latest entry of its journal; null when there is none.</param>
public sealed record CommunityView(Community Community, long Version, string? Head)
{
    /// <summary>Gets how many people stand how to it.</summary>
    /// <value>
    /// Every status but <see cref="MembershipStatus.None"/> that somebody has, in the order of their numbers; for others than facilitators
    /// and the host only members and alumni.
    /// </value>
    [JsonConverter(typeof(ValueListJsonConverter<StatusCount>))]
    public ValueList<StatusCount> Members { get; init => field = value ?? []; } = [];

    /// <summary>Gets how many people hold which role.</summary>
    /// <value>Every role that somebody holds, in the order of their numbers.</value>
    [JsonConverter(typeof(ValueListJsonConverter<RoleCount>))]
    public ValueList<RoleCount> Roles { get; init => field = value ?? []; } = [];
}

/// <summary>How many people stand in one way to a community.</summary>
/// <param name="Status">How they stand to it.</param>
/// <param name="Count">How many; positive.</param>
public sealed record StatusCount(MembershipStatus Status, int Count);

/// <summary>How many people hold a role in a community.</summary>
/// <param name="Role">The role.</param>
/// <param name="Count">How many; positive.</param>
public sealed record RoleCount(Role Role, int Count);
