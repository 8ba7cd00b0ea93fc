using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>An indicator that tells nothing about groups that are too small.</summary>
/// <remarks>
/// <para>Withholds (<see cref="Measurement.Suppressed"/>, code <c>group.small</c>) every reading of a community in which somebody, but fewer than <c>k</c> people,
/// contributed in the window or belong; a reading, and a shortage, whose observations are fewer than <c>k</c> people; a number of people that is one of fewer than <c>k</c>; and all
/// details of a reading where one counts fewer than <c>k</c> people, or the spread of fewer people than a distribution needs. How an office is filled
/// (<see cref="ReadingGroup.Office"/>) and what is about nobody (<see cref="ReadingGroup.Nobody"/>) is not withheld, nor is that a question does not arise.</para>
/// <para>A share stands for everybody it is made over, and is told when those are <c>k</c> or more: 1 in 20 is a reading about 20 people.</para>
/// <para>Range: that of the indicator. Costs what the indicator costs, and O(1) for a handful of details. Source: docs/adr/0052. Little data: as above.</para>
/// <para>It stands before the score is made, so that a score rests on nothing that is withheld (docs/adr/0052).</para>
/// </remarks>
public sealed class SmallGroupGuard : IHealthIndicator
{
    /// <summary>Of what is not declared the worst is assumed: that it is about people.</summary>
    private static readonly ReadingSources Undeclared = new([]) { Group = ReadingGroup.People };

    private readonly IHealthIndicator inner;
    private readonly SuppressionPolicy policy;

    /// <summary>Guards an indicator.</summary>
    /// <param name="inner">The indicator.</param>
    /// <param name="policy">How small a group may be; null for the defaults.</param>
    /// <exception cref="ArgumentException">Something is wrong with the policy.</exception>
    public SmallGroupGuard(IHealthIndicator inner, SuppressionPolicy? policy = null)
    {
        ArgumentNullException.ThrowIfNull(inner);
        this.inner = inner;
        this.policy = SuppressionPolicy.Checked(policy, nameof(policy));
    }

    /// <summary>The indicator that is guarded.</summary>
    internal IHealthIndicator Inner => inner;

    /// <summary>How small a group may be.</summary>
    internal SuppressionPolicy Policy => policy;

    /// <inheritdoc/>
    public IndicatorInfo Info => inner.Info;

    /// <inheritdoc/>
    public ReadingSources? Sources => inner.Sources;

    /// <summary>Guards several indicators.</summary>
    /// <param name="indicators">The indicators.</param>
    /// <param name="policy">How small a group may be; null for the defaults.</param>
    /// <returns>Each of them guarded, in the same order.</returns>
    public static ValueList<IHealthIndicator> Around(IEnumerable<IHealthIndicator> indicators, SuppressionPolicy? policy = null)
    {
        ArgumentNullException.ThrowIfNull(indicators);
        return indicators.Select(i => (IHealthIndicator)new SmallGroupGuard(i, policy)).ToValueList();
    }

    /// <inheritdoc/>
    public Reading Read(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        Reading reading = inner.Read(evidence);
        ReadingSources sources = inner.Sources ?? Undeclared;
        if (sources.Group is ReadingGroup.Office or ReadingGroup.Nobody)
        {
            return reading;
        }

        double? counted = reading.Measurement switch
        {
            Measurement.Value value => value.Count,
            Measurement.InsufficientData little => little.Have,
            _ => null,
        };
        bool small = policy.IsSmall(evidence.Contributions.Length) || policy.IsSmall(evidence.Population.Count)
            || (sources.Group == ReadingGroup.People && counted is { } people && policy.IsSmall(people))
            || (sources.CountsPeople && reading.Measurement.Amount is { } number && policy.IsSmall(number));
        return !small ? WithoutSmallDetails(reading, sources)
            : reading.Measurement is Measurement.NotApplicable ? new(reading.Measurement)
            : new(policy.Withheld());
    }

    /// <summary>Reads, and holds what changed by a few people since a report that was published before.</summary>
    internal Reading Read(HealthEvidence evidence, Reading? published)
    {
        Reading reading = Read(evidence);
        ReadingSources sources = inner.Sources ?? Undeclared;
        return published is null || sources.Group is ReadingGroup.Office or ReadingGroup.Nobody ? reading : PublishedReading.Hold(reading, published, sources, policy);
    }

    private Reading WithoutSmallDetails(Reading reading, ReadingSources sources)
    {
        double[] people = [.. reading.Details.Where(d => sources.PeopleDetails.AsSpan().Contains(d.Name)).Select(d => d.Number)];
        bool spread = sources.PartsOfTheWhole && people.Length > 0 && people.Sum() < policy.SmallestDistribution;
        return reading with
        {
            Details = spread || people.Any(policy.IsSmall) ? [] : reading.Details.Where(d => !sources.WithheldDetails.AsSpan().Contains(d.Name)).ToValueList(),
        };
    }
}
