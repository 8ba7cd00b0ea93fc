using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>An indicator's place in a health model: its weight inside its dimension and its goalposts.</summary>
public sealed record ScoredIndicator
{
    /// <summary>Creates a place.</summary>
    /// <param name="indicator">The indicator's id.</param>
    /// <param name="weight">The weight among the indicators of the dimension; positive. Weights are divided by their sum.</param>
    /// <param name="goalposts">What scores 0 and what scores 100.</param>
    /// <exception cref="ArgumentException"><paramref name="indicator"/> is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="weight"/> is not positive.</exception>
    public ScoredIndicator(string indicator, double weight, Goalposts goalposts)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(indicator);
        ArgumentNullException.ThrowIfNull(goalposts);
        if (!(weight > 0 && double.IsFinite(weight)))
        {
            throw new ArgumentOutOfRangeException(nameof(weight), weight, "A weight is positive.");
        }

        Indicator = indicator;
        Weight = weight;
        Goalposts = goalposts;
    }

    /// <summary>Gets the indicator's id.</summary>
    /// <value>Never blank.</value>
    [JsonConverter(typeof(NeededJsonConverter<string>))]
    public string Indicator { get; }

    /// <summary>Gets the weight among the indicators of the dimension.</summary>
    /// <value>Positive.</value>
    public double Weight { get; }

    /// <summary>Gets what scores 0 and what scores 100.</summary>
    /// <value>The goalposts.</value>
    [JsonConverter(typeof(NeededJsonConverter<Goalposts>))]
    public Goalposts Goalposts { get; }
}
