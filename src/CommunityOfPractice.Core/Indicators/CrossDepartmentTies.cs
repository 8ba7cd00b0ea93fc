using CommunityOfPractice.Core.Networks;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The E-I index of ties by department, minus what it would be if departments did not matter.</summary>
/// <remarks>
/// E-I = (external - internal) / (external + internal) over undirected ties; the expectation is the mean over all ways to hand out
/// the department labels. A person's department is the one as of their last tie in the window. Range: -2 to 2, 0 is chance. Little
/// data: insufficient without ties, below 70 % of ties with both departments known; not applicable with one department, or when
/// departments are unknown. Details: ei, expected, coverage, departments. O(V + E). Source: Krackhardt and Stern (1988); permutation
/// null as in UCINET, in closed form.
/// </remarks>
public sealed class CrossDepartmentTies : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "cross-department-ties/v1";

    private const double MinimumCoverage = 0.7;

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Ties across departments",
        "index",
        "Whether ties cross departments more (above 0) or less (below 0) than if people talked without regard to departments.")
    {
        NextStep = "Mix people: pair members of different departments, or hold the next gathering at another department's place.",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (!evidence.PeopleKnown)
        {
            return Reading.NotApplicable("departments.unknown", "The data do not say who works in which department.");
        }

        if (Interactions.Unknown(evidence) is { } unknown)
        {
            return unknown;
        }

        GroupTies ties = GroupTies.Of(evidence.Interactions.Undirected, Departments(evidence));
        if (ties.Coverage is not { } coverage)
        {
            return Reading.Insufficient("ties", 0, 1);
        }

        if (coverage < MinimumCoverage)
        {
            return Reading.Insufficient("per cent of ties with known departments", Math.Floor(coverage * 100), MinimumCoverage * 100);
        }

        if (ties.Groups < 2)
        {
            return Reading.NotApplicable("departments.one", "Everybody with a tie works in the same department.");
        }

        double ei = ties.EiIndex!.Value, expected = ties.EiExpected!.Value;
        return new(new Measurement.Value(ei - expected, ties.External + ties.Internal))
        {
            Details = [new("ei", ei), new("expected", expected), new("coverage", coverage), new("departments", ties.Groups)],
        };
    }

    private static int[] Departments(HealthEvidence evidence)
    {
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        int[] departments = new int[evidence.Population.Count];
        for (int i = 0; i < departments.Length; i++)
        {
            long last = evidence.Interactions.LastTie[i];
            DateTimeOffset at = last > 0 ? new(last, TimeSpan.Zero) : evidence.LastMoment;
            departments[i] = evidence.AttributesOf(evidence.Population[i], at)?.Department is { } department
                ? numbers.TryGetValue(department, out int number) ? number : numbers[department] = numbers.Count
                : -1;
        }

        return departments;
    }
}
