using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>What one indicator read, and its part in the score.</summary>
/// <remarks>In JSON the cases of the measurement lie flat beside the rest: status, value, interval, n, what, have, need, reason.</remarks>
[JsonConverter(typeof(IndicatorResultJsonConverter))]
public sealed record IndicatorResult
{
    /// <summary>Gets what the indicator is called and how it is to be read.</summary>
    /// <value>Never null.</value>
    public required IndicatorInfo Info { get; init; }

    /// <summary>Gets what was read.</summary>
    /// <value>Never null.</value>
    public required Reading Reading { get; init; }

    /// <summary>Gets the dimension of the model that the indicator counts in.</summary>
    /// <value>Null when it is reported beside the score.</value>
    public string? Dimension { get; init; }

    /// <summary>Gets the weight of the indicator in its dimension.</summary>
    /// <value>Its share of the weights of all the dimension's indicators; 0 when it is reported beside the score.</value>
    public double Weight { get; init; }

    /// <summary>Gets the score of the reading between its goalposts.</summary>
    /// <value>From 0 to 100; null when there is no value or the indicator is reported beside the score.</value>
    public double? Score { get; init; }

    /// <summary>Gets where the score of the reading plausibly lies.</summary>
    /// <value>Contains <see cref="Score"/>; null when the reading has no part in a score, or when uncertainty was not asked for.</value>
    public Interval? ScoreInterval { get; init; }

    /// <summary>Gets what the reading adds to, or takes from, the difference between the community's score and the baseline.</summary>
    /// <value>In points; null when the reading has no part in the score, nor in an earlier one that is the baseline.</value>
    public double? Contribution { get; init; }

    /// <summary>Gets the measured value.</summary>
    /// <value>Null when there is none.</value>
    public double? Value => Reading.Measurement.Amount;

    /// <summary>Gets the part of the explanation that this indicator stands for.</summary>
    /// <value>Null when the reading has no part in a score.</value>
    public Share? Share => Contribution is { } points ? new Share(Info.Id, points) : null;
}
