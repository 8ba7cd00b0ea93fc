using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The number of people in the population with ties to people of at least three departments.</summary>
/// <remarks>
/// Departments are those in which the others stood when they and the person last turned to each other; the own department is one of them when a tie stays in it. Range: 0 to n. A count, never names. Little data and not applicable:
/// as cross-department-ties, and not applicable with two departments. Context only. O(V + E). Source: Burt (2004).
/// </remarks>
public sealed class BridgingMembers : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "bridging-members/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Bridging members",
        "people",
        "How many people have ties in three departments or more. With one or two, the contact between departments hangs on them.")
    {
        NextStep = "Pair people of departments that have no tie yet.",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        GroupedTies departments = evidence.Departments;
        return departments.Without(evidence)
            ?? (departments.Ties.Groups < 3
                ? Reading.NotApplicable("departments.two", "There are only two departments to bridge.")
                : new(new Measurement.Value(departments.Bridging(3), evidence.Population.Count)) { Details = [new("departments", departments.Ties.Groups)] });
    }
}
