using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>How one dimension of the model came out.</summary>
public sealed record DimensionResult
{
    /// <summary>Gets the dimension's id.</summary>
    /// <value>An id of the model.</value>
    [JsonConverter(typeof(NeededJsonConverter<string>))]
    public required string Id { get; init; }

    /// <summary>Gets the name for people.</summary>
    /// <value>Never blank.</value>
    [JsonConverter(typeof(NeededJsonConverter<string>))]
    public required string Name { get; init; }

    /// <summary>Gets the dimension's score.</summary>
    /// <value>From 0 to 100; null when too little of it could be measured.</value>
    public double? Score { get; init; }

    /// <summary>Gets where the dimension's score plausibly lies.</summary>
    /// <value>Contains the score; null when there is no score, or when uncertainty was not asked for.</value>
    [JsonConverter(typeof(IntervalJsonConverter))]
    public Interval? Interval { get; init; }

    /// <summary>Gets the dimension's weight in the model.</summary>
    /// <value>Its share of all dimensions' weights; between 0 and 1.</value>
    public required double Weight { get; init; }

    /// <summary>Gets how much of the weight of its applicable indicators has values.</summary>
    /// <value>From 0 to 1; 0 when no indicator is applicable.</value>
    public required double Coverage { get; init; }

    /// <summary>Gets what the dimension adds to, or takes from, the difference between score and baseline.</summary>
    /// <value>The sum of its indicators' contributions; null when none of them has one.</value>
    public double? Contribution { get; init; }
}
