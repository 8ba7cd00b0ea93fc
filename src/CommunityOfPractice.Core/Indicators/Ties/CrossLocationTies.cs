namespace CommunityOfPractice.Core.Indicators;

/// <summary>The E-I index of ties by place of work, minus what it would be if locations did not matter.</summary>
/// <remarks>
/// E-I = (external - internal) / (external + internal) over undirected ties; the expectation is the mean over all ways to hand out
/// the place of work labels. A tie lies inside a place or crosses by the two places at the moment when the two last turned to each other; somebody who moved between
/// such ties stands for one person in each place, and who has none in the place of the last moment. Range: -2 to 2, 0 is chance. Little
/// data: insufficient without ties, below 70 % of ties with both locations known; not applicable with one place, or when
/// places are unknown. Details: ei, expected, coverage, locations; expectedByDegrees (the null that keeps everybody's number of ties), rescaled (0 as inward as sizes and ties allow, 1
/// as outward), and pFewer and pMore (seeded permutation test, one-sided) with the number of permutations. O(V + E), and O(B (V + E)) for B permutations: 199 unless a host asks for
/// another number, fewer for large networks so that they stay below 4 million steps, and none where that would be fewer than 99. Context only.
/// Source: Krackhardt and Stern (1988); permutation null as in UCINET, the mean in closed form.
/// </remarks>
public sealed class CrossLocationTies : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "cross-location-ties/v1";

    private const int Permutations = 199;

    private readonly int permutations;

    /// <summary>Creates the indicator with 199 permutations.</summary>
    public CrossLocationTies()
        : this(Permutations)
    {
    }

    /// <summary>Creates the indicator.</summary>
    /// <param name="permutations">How many permutations the test makes at most; 0 for none. Does not touch the value.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="permutations"/> is negative.</exception>
    public CrossLocationTies(int permutations)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(permutations);
        this.permutations = permutations;
    }

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Ties across places",
        "index",
        "Whether ties cross places of work more (above 0) or less (below 0) than if people talked without regard to places.")
    {
        NextStep = "Pair people of different places for a call, or move the next gathering to a time that suits another place.",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return evidence.Locations.BeyondChance(evidence, Id, permutations);
    }
}
