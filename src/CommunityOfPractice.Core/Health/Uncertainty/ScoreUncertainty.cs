using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>How sure a score is: what it would have been with other people like these, somewhat other weights and somewhat other goalposts.</summary>
/// <remarks>Percentile intervals, widened to contain what was found. Immutable and compared by value.</remarks>
public sealed record ScoreUncertainty
{
    /// <summary>The least share of draws in one band for the band to be named.</summary>
    public const double StableFrom = 0.8;

    /// <summary>Gets where the score plausibly lies.</summary>
    /// <value>From 0 to 100; contains the score.</value>
    [JsonConverter(typeof(IntervalJsonConverter))]
    public required Interval Interval { get; init; }

    /// <summary>Gets which part of the draws fell into the band of the score.</summary>
    /// <value>From 0 to 1.</value>
    public required double BandStability { get; init; }

    /// <summary>Gets the word for the score, where it is firm.</summary>
    /// <value>Null when <see cref="BandStability"/> is below 0.8: then the score lies between two bands.</value>
    public string? StableBand { get; init; }

    /// <summary>Gets the lowest of the bands that four of five draws fall into.</summary>
    /// <value>Equal to <see cref="BetweenHigh"/> when the band is stable.</value>
    [JsonConverter(typeof(NeededJsonConverter<string>))]
    public required string BetweenLow { get; init; }

    /// <summary>Gets the highest of the bands that four of five draws fall into.</summary>
    /// <value>A band of the model.</value>
    [JsonConverter(typeof(NeededJsonConverter<string>))]
    public required string BetweenHigh { get; init; }

    /// <summary>Gets where the uncertainty of the readings comes from.</summary>
    /// <value>A defined method.</value>
    public required UncertaintyMethod Method { get; init; }

    /// <summary>Gets how often the score was worked out.</summary>
    /// <value>At least 20.</value>
    public required int Draws { get; init; }

    /// <summary>Gets how many communities were drawn anew and read.</summary>
    /// <value>At most <see cref="Draws"/>, which use them in turn; 0 for <see cref="UncertaintyMethod.OwnIntervals"/>.</value>
    public required int Resamples { get; init; }

    /// <summary>Gets the confidence that the intervals are meant to have.</summary>
    /// <value>Above 0 and below 1.</value>
    public required double Confidence { get; init; }

    /// <summary>Gets the seed of the draws.</summary>
    /// <value>The same seed gives the same draws; a text in JSON, where a number would lose digits.</value>
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.WriteAsString)]
    public required ulong Seed { get; init; }

    /// <summary>Gets where the variance of the score comes from.</summary>
    /// <value>First <c>indicators</c>, <c>weights</c>, <c>goalposts</c>, then each indicator that counts in the order of the model.</value>
    [JsonConverter(typeof(ValueListJsonConverter<InputShare>))]
    public required ValueList<InputShare> Sensitivity { get; init; }
}
