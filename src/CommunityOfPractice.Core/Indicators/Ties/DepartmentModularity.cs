using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The modularity of the departments in the ties of the window.</summary>
/// <remarks>
/// Q = sum over departments of [L / m - (K / 2m)^2]; range -0.5 to 1. It says the same as the E-I index against its degree null: EI
/// - EI0 = -2Q. So it is shown and never scored beside ties across departments. Details: expectedEi (EI0), departments, coverage.
/// Little data and not applicable: as cross-department-ties. O(V + E). Source: Newman and Girvan (2004).
/// </remarks>
public sealed class DepartmentModularity : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "department-modularity/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Modularity of departments",
        "index",
        "How far departments structure the talk: at or below 0 they do not.");

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        GroupedTies departments = evidence.Departments;
        return departments.Without(evidence) ?? new(new Measurement.Value(departments.Ties.Modularity!.Value, departments.Ties.External + departments.Ties.Internal))
        {
            Details = [new("expectedEi", departments.Ties.EiExpectedByDegrees!.Value), new("departments", departments.Ties.Groups), new("coverage", departments.Ties.Coverage!.Value)],
        };
    }
}
