using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The smallest number of departments whose people together made at least half of all contributions in the window.</summary>
/// <remarks>
/// A contribution belongs to the department as of that moment. Range: 1 to the number of departments. Details: departments,
/// coverage (share of the contributions of known department). Little data: insufficient without a contribution, and below 70 % of
/// known department; not applicable when no contributor's department is known. With one department it is 1, the most dependent case. Context only; higher is safer. O(events).
/// Source: CHAOSS, Elephant Factor (whose prose has the direction the wrong way round).
/// </remarks>
public sealed class DepartmentElephantFactor : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "elephant-factor-departments/v1";

    private const double MinimumCoverage = 0.7;

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Elephant factor of departments",
        "departments",
        "How many departments would have to stay away until half of the contributions are gone. With one, the community hangs on that department.")
    {
        Chaoss = "Elephant Factor",
        NextStep = "Ask a department that only reads along to bring a case of its own.",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        List<long> sums = [];
        long all = 0;
        foreach ((string? department, int contributions) in evidence.ContributionsByDepartment())
        {
            all += contributions;
            if (department is not null)
            {
                if (numbers.TryAdd(department, sums.Count))
                {
                    sums.Add(0);
                }

                sums[numbers[department]] += contributions;
            }
        }

        double coverage = all == 0 ? 0 : (double)sums.Sum() / all;
        return all == 0 ? Reading.Insufficient("contributions", 0, 1)
            : sums.Count == 0 ? GroupAttribute.Department.NothingKnown
            : coverage < MinimumCoverage ? Reading.Insufficient("per cent of contributions with known departments", Math.Floor(coverage * 100), MinimumCoverage * 100)
            : new(new Measurement.Value(AbsenceFactor.Of<long>([.. sums])!.Value, all)) { Details = [new("departments", sums.Count), new("coverage", coverage)] };
    }
}
