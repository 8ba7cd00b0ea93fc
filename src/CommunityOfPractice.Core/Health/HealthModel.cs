using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>How readings become a score: dimensions, weights, goalposts, bands and minimum data, under one version.</summary>
/// <remarks>
/// Immutable data, compared by value. Inside a dimension indicators are averaged with their weights (they can make up for each other),
/// across dimensions the weighted geometric mean is taken, so that a weak dimension cannot be bought off. An indicator that the model
/// does not name is reported beside the score and never in it.
/// </remarks>
public sealed partial record HealthModel
{
    /// <summary>Creates a model.</summary>
    /// <param name="version">Name and version, such as <c>activity/5</c>; printed in every report.</param>
    /// <param name="dimensions">At least one dimension; no indicator in two of them.</param>
    /// <param name="bands">Words for scores, the first from 0, rising.</param>
    /// <param name="minimum">What must be there before there is a score.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="version"/> is blank, dimensions or indicators are missing or repeated, an indicator without a direction (a Gini coefficient) is scored otherwise than with a band, the bands do not rise from 0, or
    /// <paramref name="minimum"/> asks for what the model does not have; the message names every rule that is broken.
    /// </exception>
    public HealthModel(string version, ValueList<HealthDimension> dimensions, ValueList<HealthBand> bands, MinimumData minimum)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(version);
        ArgumentNullException.ThrowIfNull(dimensions);
        ArgumentNullException.ThrowIfNull(bands);
        ArgumentNullException.ThrowIfNull(minimum);
        List<string> broken = [];
        Require(dimensions.Count > 0, "A model has at least one dimension.");
        Require(dimensions.DistinctBy(d => d.Id).Count() == dimensions.Count, "Dimension ids are distinct.");
        Require(
            dimensions.SelectMany(d => d.Indicators).DistinctBy(i => i.Indicator).Count() == dimensions.Sum(d => d.Indicators.Count),
            "An indicator belongs to one dimension.");
        Require(bands.Count > 0 && bands[0].From == 0, "The first band begins at 0.");
        Require(bands.Zip(bands.Skip(1)).All(pair => pair.First.From < pair.Second.From), "Bands rise.");
        Require(minimum.DimensionCoverage is > 0 and <= 1, "The coverage of a dimension lies above 0 and up to 1.");
        Require(minimum.Dimensions >= 1 && minimum.Dimensions <= dimensions.Count, "The model has as many dimensions as the minimum asks for.");
        Require(minimum.RequiredDimension is null || dimensions.Any(d => d.Id == minimum.RequiredDimension), "The required dimension is one of the model's.");
        broken.AddRange(WithoutDirection(dimensions).Select(id => $"'{id}' has no better side: score it with a band, or not at all."));
        if (broken.Count > 0)
        {
            throw new ArgumentException(string.Join(" ", broken));
        }

        Version = version;
        Dimensions = dimensions;
        Bands = bands;
        Minimum = minimum;

        void Require(bool holds, string rule) => broken.AddRange(holds ? [] : [rule]);
    }

    /// <summary>Gets name and version.</summary>
    /// <value>Never blank.</value>
    [JsonConverter(typeof(NeededJsonConverter<string>))]
    public string Version { get; }

    /// <summary>Gets the dimensions.</summary>
    /// <value>At least one.</value>
    [JsonConverter(typeof(ValueListJsonConverter<HealthDimension>))]
    public ValueList<HealthDimension> Dimensions { get; }

    /// <summary>Gets the words for scores.</summary>
    /// <value>Rising, the first from 0.</value>
    [JsonConverter(typeof(ValueListJsonConverter<HealthBand>))]
    public ValueList<HealthBand> Bands { get; }

    /// <summary>Gets what must be there before there is a score.</summary>
    /// <value>Never null.</value>
    [JsonConverter(typeof(NeededJsonConverter<MinimumData>))]
    public MinimumData Minimum { get; }

    /// <summary>Returns the word for a score.</summary>
    /// <param name="score">The score.</param>
    /// <returns>The last band that begins at or below the score.</returns>
    public HealthBand BandOf(Score score) => Bands.Last(b => b.From <= score.Value);
}
