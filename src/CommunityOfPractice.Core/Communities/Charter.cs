using CommunityOfPractice.Core.Domains;

namespace CommunityOfPractice.Core.Communities;

/// <summary>One version of a community's charter, and when it was in force: <c>[From, Until)</c>.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Version">1, 2, 3 …, also across a closing and reopening.</param>
/// <param name="Purpose">Why the community exists.</param>
/// <param name="Domain">What it cares about; topics by id, with weights that sum up to 1.</param>
/// <param name="RoleSelection">How roles are selected.</param>
/// <param name="ExitCriteria">When a working group has done its work; null for other kinds.</param>
/// <param name="ReviewCadence">The longest time between two purpose reviews.</param>
/// <param name="From">Since when it is in force, in UTC.</param>
/// <param name="Until">The first instant after, in UTC; null while it is in force.</param>
public sealed record Charter(
    int Version, string Purpose, Domain Domain, string RoleSelection, string? ExitCriteria, TimeSpan ReviewCadence, DateTimeOffset From, DateTimeOffset? Until)
{
    /// <summary>Returns the terms that the charter lays down.</summary>
    /// <returns>Terms that would be adopted as the same charter.</returns>
    public CharterTerms Terms() => new(Purpose, Domain, RoleSelection, ExitCriteria, ReviewCadence);
}
