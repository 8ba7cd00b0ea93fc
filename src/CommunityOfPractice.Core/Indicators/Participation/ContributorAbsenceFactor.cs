using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>The smallest number of people who together made at least half of all contributions in the window.</summary>
/// <remarks>
/// Range: 1 to n. Little data: insufficient without a contribution. Formerly called bus factor; higher is safer. O(n) on sorted
/// counts. Source: CHAOSS, Contributor Absence Factor.
/// </remarks>
public sealed class ContributorAbsenceFactor : IHealthIndicator, IOverPeople
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "absence-factor/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Contributor absence factor",
        "people",
        "How many people would have to stay away until half of all contributions are gone. One or two: the community hangs on a thread.")
    {
        Chaoss = "Contributor Absence Factor",
        NextStep = "Share the load: ask two more people to host, answer or curate, and let them keep doing it.",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ReadOnlySpan<int> counts = evidence.Contributions;
        return AbsenceFactor.Of(counts) is { } factor
            ? new(new Measurement.Value(factor, counts.Length))
            : Reading.Insufficient("contributions", 0, 1);
    }

    int[] IOverPeople.CountsOf(HealthEvidence evidence) => evidence.ContributionCounts;

    double? IOverPeople.Of(ReadOnlySpan<int> counts) => AbsenceFactor.Of(counts);
}
