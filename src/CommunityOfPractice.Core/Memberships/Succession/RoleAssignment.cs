namespace CommunityOfPractice.Core.Memberships;

// owned by branch roles
/// <summary>A role that somebody holds.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Role">The role.</param>
/// <param name="From">Since when, in UTC.</param>
public sealed record RoleAssignment(Role Role, DateTimeOffset From)
{
    /// <summary>Gets what part of the community it is for.</summary>
    /// <value>Null for all of it.</value>
    public string? Scope { get; init; }
}
