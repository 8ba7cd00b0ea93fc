using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>What a community agrees on in its charter, before it is adopted.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Purpose">Why the community exists.</param>
/// <param name="Domain">What it cares about.</param>
/// <param name="RoleSelection">How roles are selected.</param>
/// <param name="ExitCriteria">When a working group has done its work; required for a working group, refused for others.</param>
/// <param name="ReviewCadence">The longest time between two purpose reviews; null for the policy's.</param>
public sealed record CharterTerms(string Purpose, Domain Domain, string RoleSelection, string? ExitCriteria = null, TimeSpan? ReviewCadence = null)
{
    /// <summary>Returns what is wrong with the terms.</summary>
    /// <param name="kind">The kind of the community.</param>
    /// <returns>
    /// Every fault, empty when there is none: <c>charter.no-purpose</c>, <c>charter.no-role-selection</c>, <c>charter.exit-criteria-missing</c>,
    /// <c>charter.exit-criteria-unwanted</c>, <c>charter.cadence</c> (not from a day to ten years), and those of <see cref="Domain.Problems"/>.
    /// </returns>
    public ValueList<Reason> Problems(CommunityKind kind)
    {
        Guards guards = new();
        guards.Require(!string.IsNullOrWhiteSpace(Purpose), "charter.no-purpose", "A charter says why the community exists.");
        guards.Require(!string.IsNullOrWhiteSpace(RoleSelection), "charter.no-role-selection", "A charter says how roles are selected.");
        bool exits = !string.IsNullOrWhiteSpace(ExitCriteria);
        guards.Require(exits || kind != CommunityKind.WorkingGroup, "charter.exit-criteria-missing", "A working group says when its work is done.");
        guards.Require(ExitCriteria is null || kind == CommunityKind.WorkingGroup, "charter.exit-criteria-unwanted", "Only a working group has exit criteria.");
        guards.Require(ReviewCadence is null || CommunityPolicy.IsSpan(ReviewCadence.Value), "charter.cadence", "Purpose reviews are from one day to ten years apart.");
        return [.. guards.Unmet, .. Domain.Problems()];
    }
}
