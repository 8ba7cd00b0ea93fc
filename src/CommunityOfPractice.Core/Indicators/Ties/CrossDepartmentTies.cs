namespace CommunityOfPractice.Core.Indicators;

/// <summary>The E-I index of ties by department, minus what it would be if departments did not matter.</summary>
/// <remarks>
/// E-I = (external - internal) / (external + internal) over undirected ties; the expectation is the mean over all ways to hand out
/// the department labels. A tie lies inside a department or crosses by the two departments at the moment when the two last turned to each other; somebody who moved between
/// such ties stands for one person in each department, and who has none in the department of the last moment. Range: -2 to 2, 0 is chance. Little
/// data: insufficient without ties, below 70 % of ties with both departments known; not applicable with one department, or when
/// departments are unknown. Details: ei, expected, coverage, departments; expectedByDegrees (the null that keeps everybody's number of ties), rescaled (0 as inward as sizes and ties allow, 1
/// as outward), and pFewer and pMore (seeded permutation test, one-sided) with the number of permutations. O(V + E), and O(B (V + E)) for B permutations: 199 unless a host asks for
/// another number, fewer for large networks so that they stay below 4 million steps, and none where that would be fewer than 99. Score the difference, show p.
/// Source: Krackhardt and Stern (1988); permutation null as in UCINET, the mean in closed form.
/// </remarks>
public sealed class CrossDepartmentTies : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "cross-department-ties/v1";

    private const int Permutations = 199;

    private readonly int permutations;

    /// <summary>Creates the indicator with 199 permutations.</summary>
    public CrossDepartmentTies()
        : this(Permutations)
    {
    }

    /// <summary>Creates the indicator.</summary>
    /// <param name="permutations">How many permutations the test makes at most; 0 for none. Does not touch the value.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="permutations"/> is negative.</exception>
    public CrossDepartmentTies(int permutations)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(permutations);
        this.permutations = permutations;
    }

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
        return evidence.Departments.BeyondChance(evidence, Id, permutations);
    }
}
