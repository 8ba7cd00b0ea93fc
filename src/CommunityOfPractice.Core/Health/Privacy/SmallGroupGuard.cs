using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>An indicator that tells nothing about groups that are too small.</summary>
/// <remarks>
/// <para>Withholds (<see cref="Measurement.Suppressed"/>, code <c>group.small</c>) every reading of a community in which somebody, but fewer than <c>k</c> people,
/// contributed in the window; a reading, and a shortage, whose observations are fewer than <c>k</c> people; details that count fewer than <c>k</c> people, with
/// whatever else is needed so that they do not follow from the rest; and the spread of fewer people than a distribution needs. How an office is filled is not withheld
/// (<see cref="ReadingGroup.Office"/>), nor is that a question does not arise.</para>
/// <para>Range: that of the indicator. Costs what the indicator costs, and O(1) for a handful of details. Source: docs/adr/0052. Little data: as above.</para>
/// <para>It stands before the score is made, so that a score rests on nothing that is withheld (docs/adr/0052).</para>
/// </remarks>
public sealed class SmallGroupGuard : IHealthIndicator
{
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
        ReadingGroup group = inner.Sources?.Group ?? ReadingGroup.People;
        if (group == ReadingGroup.Office || reading.Measurement is Measurement.NotApplicable)
        {
            return reading;
        }

        double? counted = reading.Measurement switch
        {
            Measurement.Value value => value.Count,
            Measurement.InsufficientData little => little.Have,
            _ => null,
        };
        return policy.IsSmall(evidence.Contributions.Length) || (group == ReadingGroup.People && counted is { } people && policy.IsSmall(people))
            ? new(policy.Withheld())
            : WithoutSmallDetails(reading);
    }

    private Reading WithoutSmallDetails(Reading reading)
    {
        ValueList<string> names = inner.Sources?.PeopleDetails ?? [];
        Detail[] people = [.. reading.Details.Where(d => names.AsSpan().Contains(d.Name))];
        if (people.Length == 0)
        {
            return reading;
        }

        bool parts = inner.Sources is { PartsOfTheWhole: true };
        long[] populations = [.. people.Select(d => (long)Math.Abs(d.Number))];
        bool[] hidden = parts && populations.Sum() < policy.SmallestDistribution
            ? [.. populations.Select(_ => true)]
            : CellSuppression.HideParts(populations, policy.SmallestGroup, parts);
        HashSet<string> gone = [.. people.Where((_, i) => hidden[i]).Select(d => d.Name)];
        return gone.Count == 0 ? reading : reading with { Details = reading.Details.Where(d => !gone.Contains(d.Name)).ToValueList() };
    }
}
