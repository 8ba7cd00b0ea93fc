using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>One side of a community's health, made of indicators that can make up for each other.</summary>
public sealed record HealthDimension
{
    /// <summary>Creates a dimension.</summary>
    /// <param name="id">A short, stable id such as <c>community</c>.</param>
    /// <param name="name">The name for people.</param>
    /// <param name="weight">The weight among the dimensions; positive. Weights are divided by their sum.</param>
    /// <param name="indicators">At least one indicator, each once.</param>
    /// <exception cref="ArgumentException">A text is blank, or the indicators are none or not distinct.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="weight"/> is not positive.</exception>
    public HealthDimension(string id, string name, double weight, ValueList<ScoredIndicator> indicators)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(indicators);
        if (!(weight > 0 && double.IsFinite(weight)))
        {
            throw new ArgumentOutOfRangeException(nameof(weight), weight, "A weight is positive.");
        }

        if (indicators.Count == 0 || indicators.DistinctBy(i => i.Indicator).Count() != indicators.Count)
        {
            throw new ArgumentException($"The dimension '{id}' needs at least one indicator, and each only once.", nameof(indicators));
        }

        Id = id;
        Name = name;
        Weight = weight;
        Indicators = indicators;
    }

    /// <summary>Gets the stable id.</summary>
    /// <value>Never blank.</value>
    [JsonConverter(typeof(NeededJsonConverter<string>))]
    public string Id { get; }

    /// <summary>Gets the name for people.</summary>
    /// <value>Never blank.</value>
    [JsonConverter(typeof(NeededJsonConverter<string>))]
    public string Name { get; }

    /// <summary>Gets the weight among the dimensions.</summary>
    /// <value>Positive.</value>
    public double Weight { get; }

    /// <summary>Gets the indicators.</summary>
    /// <value>At least one.</value>
    [JsonConverter(typeof(ValueListJsonConverter<ScoredIndicator>))]
    public ValueList<ScoredIndicator> Indicators { get; }
}
