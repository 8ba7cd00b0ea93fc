using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>How a community fares in a window: a score when there is enough to say so, every reading behind it, and what to do next.</summary>
/// <remarks>
/// Immutable and compared by value. The contributions of the indicators add up to score minus baseline (law 27), so the explanation
/// is the score. Round-trips through JSON with <see cref="HealthJson"/>.
/// </remarks>
public sealed record HealthReport
{
    /// <summary>Gets the community.</summary>
    /// <value>The community's id.</value>
    [JsonPropertyName("id")]
    public required CommunityId Community { get; init; }

    /// <summary>Gets the version of the model that was used.</summary>
    /// <value>Name and version.</value>
    [JsonConverter(typeof(NeededJsonConverter<string>))]
    public required string ModelVersion { get; init; }

    /// <summary>Gets the window that was assessed; its end is the as-of instant.</summary>
    /// <value>Half-open.</value>
    public required TimeWindow Window { get; init; }

    /// <summary>Gets the score.</summary>
    /// <value>From 0 to 100; null unless the verdict is <see cref="HealthVerdict.Scored"/>.</value>
    public double? Score { get; init; }

    /// <summary>Gets the score that this one is explained against.</summary>
    /// <value>From 0 to 100; null when there is no score. By default what the score would be if every indicator that counts were in the middle between its goalposts.</value>
    public double? Baseline { get; init; }

    /// <summary>Gets which baseline that is.</summary>
    /// <value>Null when there is no score.</value>
    public BaselineUsed? BaselineUsed { get; init; }

    /// <summary>Gets how sure the score is.</summary>
    /// <value>Null when there is no score, or when it was not asked for.</value>
    public ScoreUncertainty? Uncertainty { get; init; }

    /// <summary>Gets what to look at whatever the score is.</summary>
    /// <value>One for each red flag there is, raised or not, in the order of the assessor.</value>
    [JsonConverter(typeof(ValueListJsonConverter<RedFlag>))]
    public ValueList<RedFlag> Flags { get; init => field = value ?? []; } = []; // generated serializers give null for a list that is not there

    /// <summary>Gets the word for the score, where it is firm.</summary>
    /// <value>
    /// A band of the model that at least 80 % of the draws fall into (<see cref="ScoreUncertainty.StableFrom"/>, law 34). Null without a score, when fewer draws do, and when the
    /// uncertainty was not worked out, so that nobody knows whether it is firm. <see cref="HealthModel.BandOf"/> has a word for any score.
    /// </value>
    public string? Band { get; init; }

    /// <summary>Gets the bands between which the score lies, where no single one is firm.</summary>
    /// <value>The lowest and the highest; empty when <see cref="Band"/> names one, without a score, and when the uncertainty was not worked out.</value>
    [JsonConverter(typeof(ValueListJsonConverter<string>))]
    public ValueList<string> BetweenBands { get; init => field = value ?? []; } = [];

    /// <summary>Gets the label by the rules of the host.</summary>
    /// <value>That of the first rule that fits (<see cref="AssessmentOptions.Labels"/>); null when none does.</value>
    public string? Label { get; init; }

    /// <summary>Gets whether the community could be scored.</summary>
    /// <value>A defined verdict.</value>
    public required HealthVerdict Verdict { get; init; }

    /// <summary>Gets the outcome in words.</summary>
    /// <value>One or two sentences.</value>
    [JsonConverter(typeof(NeededJsonConverter<string>))]
    public required string Summary { get; init; }

    /// <summary>Gets what is missing for a score, or for a fuller one.</summary>
    /// <value>
    /// First what stands in the way of a score (<c>observed.none</c>, <c>observed.short</c>, <c>contributors.few</c>, <c>contributions.few</c>,
    /// <c>dimension.required</c>, <c>dimensions.few</c>), then each indicator of the model without a value (<c>indicator.short</c>,
    /// <c>indicator.not-applicable</c>, <c>indicator.withheld</c>). Empty when nothing is missing.
    /// </value>
    [JsonConverter(typeof(ValueListJsonConverter<Reason>))]
    public required ValueList<Reason> Missing { get; init; }

    /// <summary>Gets the dimensions of the model.</summary>
    /// <value>In the order of the model.</value>
    [JsonConverter(typeof(ValueListJsonConverter<DimensionResult>))]
    public required ValueList<DimensionResult> Dimensions { get; init; }

    /// <summary>Gets what each indicator read.</summary>
    /// <value>In the order in which the assessor holds its indicators.</value>
    [JsonConverter(typeof(ValueListJsonConverter<IndicatorResult>))]
    public required ValueList<IndicatorResult> Indicators { get; init; }

    /// <summary>Gets what a facilitator can do next.</summary>
    /// <value>At most three steps: first those that bring the gain asked for, with the fewest acts first; empty when there is no score or nothing to be done.</value>
    [JsonConverter(typeof(ValueListJsonConverter<NextStep>))]
    public required ValueList<NextStep> NextSteps { get; init; }

    /// <summary>Gets the activities that were looked at.</summary>
    /// <value>Counts of activities in the window and before it.</value>
    [JsonConverter(typeof(NeededJsonConverter<ActivityCoverage>))]
    public required ActivityCoverage Activity { get; init; }

    /// <summary>Gets the exact additive explanation of score minus baseline.</summary>
    /// <value>One share for each indicator that counts in the score or in the baseline; empty when there is no score.</value>
    [JsonIgnore]
    public ValueList<Share> Explanation => Indicators.Select(i => i.Share).OfType<Share>().ToValueList();
}
