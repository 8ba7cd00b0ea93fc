using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>How readings become a score: dimensions, weights, goalposts, bands and minimum data, under one version.</summary>
/// <remarks>
/// Immutable data, compared by value. Inside a dimension indicators are averaged with their weights (they can make up for each other),
/// across dimensions the weighted geometric mean is taken, so that a weak dimension cannot be bought off. An indicator that the model
/// does not name is reported beside the score and never in it.
/// </remarks>
public sealed record HealthModel
{
    /// <summary>Creates a model.</summary>
    /// <param name="version">Name and version, such as <c>activity/1</c>; printed in every report.</param>
    /// <param name="dimensions">At least one dimension; no indicator in two of them.</param>
    /// <param name="bands">Words for scores, the first from 0, rising.</param>
    /// <param name="minimum">What must be there before there is a score.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="version"/> is blank, dimensions or indicators are missing or repeated, the bands do not rise from 0, or
    /// <paramref name="minimum"/> asks for what the model does not have.
    /// </exception>
    public HealthModel(string version, ValueList<HealthDimension> dimensions, ValueList<HealthBand> bands, MinimumData minimum)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(version);
        ArgumentNullException.ThrowIfNull(dimensions);
        ArgumentNullException.ThrowIfNull(bands);
        ArgumentNullException.ThrowIfNull(minimum);
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
        Version = version;
        Dimensions = dimensions;
        Bands = bands;
        Minimum = minimum;

        static void Require(bool holds, string rule)
        {
            if (!holds)
            {
                throw new ArgumentException(rule);
            }
        }
    }

    /// <summary>Gets the model for what an activity log, a roster and attributes of people can tell.</summary>
    /// <value>
    /// Version <c>activity/1</c>: the dimensions community (0.6) and stewardship (0.4). Its weights and goalposts are the starting values
    /// of the project's domain research, section 4.2, for the indicators that exist; they are not calibrated.
    /// </value>
    public static HealthModel Default { get; } = new(
        "activity/1",
        [
            new("community", "Community", 0.6,
            [
                new(AnsweredInTime.Id, 0.20, Goalposts.Linear(0.3, 0.9)),
                new(NewcomerActivation.Id, 0.15, Goalposts.Linear(0.1, 0.6)),
                new(NewcomerWelcome.Id, 0.15, Goalposts.Linear(0.3, 0.9)),
                new(NewcomerReturn.Id, 0.15, Goalposts.Linear(0.1, 0.6)),
                new(MemberInitiated.Id, 0.15, Goalposts.Linear(0.2, 0.8)),
                new(CrossDepartmentTies.Id, 0.10, Goalposts.Linear(-0.4, 0.1)),
                new(Isolates.Id, 0.10, Goalposts.Linear(0.7, 0.2)),
            ]),
            new("stewardship", "Stewardship", 0.4,
            [
                new(ContributorAbsenceFactor.Id, 0.4, Goalposts.Logarithmic(1, 8)),
                new(ActiveFacilitators.Id, 0.3, Goalposts.Linear(1, 3)),
                new(FacilitatorLoad.Id, 0.2, Goalposts.Linear(0.9, 0.4)),
            ]),
        ],
        [new("Fragile", 0), new("Developing", 40), new("Steady", 60), new("Thriving", 80)],
        new MinimumData { RequiredDimension = "community" });

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
