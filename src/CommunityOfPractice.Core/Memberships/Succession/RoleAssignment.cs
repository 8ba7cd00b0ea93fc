namespace CommunityOfPractice.Core.Memberships;

// owned by branch roles
/// <summary>A role that somebody holds.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Role">The role.</param>
/// <param name="From">Since when, in UTC.</param>
/// <param name="Scope">What part of the community it is for; null for all of it.</param>
public sealed record RoleAssignment(Role Role, DateTimeOffset From, string? Scope = null);
