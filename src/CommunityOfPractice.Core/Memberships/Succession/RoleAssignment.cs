using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Memberships;

/// <summary>A role that somebody holds.</summary>
/// <remarks>Immutable and compared by value. Appointed or acquired, never inferred from how much somebody takes part.</remarks>
/// <param name="Role">The role.</param>
/// <param name="From">Since when, in UTC.</param>
/// <param name="Scope">What part of the community it is for (a topic, a chapter); null for all of it.</param>
/// <param name="Origin">How they came to it.</param>
/// <param name="Until">When the term ends, in UTC; null without a term.</param>
/// <param name="By">Who nominated them; null when that is not known.</param>
/// <param name="Interim">Whether they stand in until somebody is found.</param>
public sealed record RoleAssignment(
    Role Role,
    DateTimeOffset From,
    string? Scope = null,
    RoleOrigin Origin = RoleOrigin.Appointed,
    DateTimeOffset? Until = null,
    Actor? By = null,
    bool Interim = false);
