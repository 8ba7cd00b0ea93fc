namespace CommunityOfPractice.Core.Indicators;

/// <summary>How closely the shares of departments in the community follow those in the organisation: R = 1 - sum |p - q| / 2.</summary>
/// <remarks>
/// The population is as for <see cref="DepartmentDiversity"/>; the organisation is everybody whom the host can count (<see cref="HealthEvidence.Organisation"/>). Range: 0 to 1. Little data: insufficient below 5 people with a known department, or below 70 % of the people; not applicable when the organisation is unknown.
/// Details: groups, groupsOfTheOrganisation, coverage. Context only: whom a community is for, its members decide. O(n log n). Source: Duncan and Duncan (1955).
/// </remarks>
public sealed class DepartmentRepresentativeness : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "department-representativeness/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Departments as in the organisation",
        "index",
        "Whether the community mirrors the departments of the organisation: 1 when the shares are the same.")
    {
        Chaoss = "Organizational Diversity",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return Groups.Departments(evidence).Representativeness(evidence.Organisation?.Departments);
    }
}
