using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>How fresh the community's artifacts are: the mean of 2^(-age / half-life), weighted by use.</summary>
/// <remarks>
/// The age counts from the last confirmation that an artifact holds, not from an edit; half-lives are those of the policy about practice, by kind. An artifact weighs 1 plus the number of its uses by others than its authors in the window. Range: 0 to 1. Little data: insufficient without a published
/// artifact, not applicable when the practice is unknown. Details: artifacts, stale is the share past its review date, meanUnweighted. With no artifact although members start half of what happens, the finding says that one is missing. O(artifacts x uses).
/// </remarks>
public sealed class ArtifactFreshness : IHealthIndicator
{
    /// <summary>The stable id of the indicator.</summary>
    public const string Id = "artifact-freshness/v1";

    /// <inheritdoc/>
    public IndicatorInfo Info { get; } = new(
        Id,
        "Freshness of artifacts",
        "share",
        "How far what the community has written down still holds: 1 is just confirmed, 0.5 is one half-life old.")
    {
        NextStep = "Go through the artifacts that are due, ten minutes each: confirm, revise or retire.",
    };

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (Shelf.Unknown(evidence) is { } unknown)
        {
            return unknown;
        }

        Artifact[] published = Shelf.Published(evidence);
        if (published.Length == 0)
        {
            return Reading.Insufficient("published artifacts", 0, 1) with { Finding = IsMissed(evidence) ? "nothing is written down although members run the community" : null };
        }

        double[] fresh = [.. published.Select(a => a.Freshness(evidence.AsOf, evidence.PracticePolicy))];
        double[] weights = [.. published.Select(a => 1.0 + evidence.Practice!.Repertoire.ReuseOf(a.Id, evidence.Window).Uses)];
        int stale = published.Count(a => a.IsStale(evidence.AsOf, evidence.PracticePolicy));
        return new(new Measurement.Value(WeightedMean.Arithmetic(fresh, weights)!.Value, published.Length))
        {
            Details = [new("artifacts", published.Length), new("stale", (double)stale / published.Length), new("meanUnweighted", Ascending.Sum([.. fresh]) / fresh.Length)],
        };
    }

    /// <summary>A community that members run, and not only its facilitators, has something worth keeping.</summary>
    private static bool IsMissed(HealthEvidence evidence) => new MemberInitiated().Read(evidence).Measurement is Measurement.Value { Number: >= 0.5 };
}
