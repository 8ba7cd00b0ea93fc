namespace CommunityOfPractice.Core.Memberships;

/// <summary>A role that somebody holds.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Role">The role.</param>
/// <param name="From">Since when, in UTC.</param>
public sealed record RoleAssignment(Role Role, DateTimeOffset From);
