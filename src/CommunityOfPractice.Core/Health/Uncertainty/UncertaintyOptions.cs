using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>How the uncertainty of a score is worked out: how many draws, and what varies in them.</summary>
/// <remarks>Immutable and compared by value. The spread of weights and goalposts is a judgement, published as data and not calibrated.</remarks>
public sealed record UncertaintyOptions
{
    /// <summary>The fewest communities drawn anew from which an interval is read off.</summary>
    internal const int FewestResamples = 40;

    /// <summary>Gets the options that are used when none are given.</summary>
    /// <value>500 draws, 95 %.</value>
    public static UncertaintyOptions Default { get; } = new();

    /// <summary>Gets how often the score is worked out anew.</summary>
    /// <value>From 20 to 100,000. The default value is 500.</value>
    public int Draws { get; init; } = 500;

    /// <summary>Gets how probable it is meant to be that an interval covers.</summary>
    /// <value>Above 0 and below 1. The default value is 0.95.</value>
    public double Confidence { get; init; } = 0.95;

    /// <summary>Gets how closely the weights are kept to: they are drawn from a Dirichlet distribution with this concentration.</summary>
    /// <value>Above 0 and at most 1e9; null keeps the weights. The default value is 50, which moves a weight of a quarter by about 6 points, a quarter of itself.</value>
    public double? WeightConcentration { get; init; } = 50;

    /// <summary>Gets how far each goalpost may stand elsewhere, as a part of the distance between the two.</summary>
    /// <value>From 0, which leaves them, to below 0.5. The default value is 0.25: each moves by up to a quarter, to either side.</value>
    public double GoalpostShift { get; init; } = 0.25;

    /// <summary>Gets how many activities may be drawn in all.</summary>
    /// <value>
    /// Zero or more; the default value is 5,000,000. It bounds the cost: of n activities, this divided by n drawn communities are read, at most one a draw. Where that
    /// would be fewer than 40, the intervals of the readings themselves are used instead (<see cref="UncertaintyMethod.OwnIntervals"/>); zero always does so.
    /// </value>
    public long MostActivities { get; init; } = 5_000_000;

    /// <summary>Gets the seed.</summary>
    /// <value>Null, the default, makes one of the community's id, the window and the model's version.</value>
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.WriteAsString)]
    public ulong? Seed { get; init; }

    /// <summary>Returns everything that is wrong with the options.</summary>
    /// <returns>Reasons with the codes <c>draws.range</c>, <c>confidence.range</c>, <c>concentration.range</c>, <c>goalpost-shift.range</c>, <c>activities.range</c>; empty when nothing is.</returns>
    public ValueList<Reason> Problems()
    {
        List<Reason> problems = [];
        Check(Draws is >= 20 and <= 100_000, "draws.range", "There are from 20 to 100,000 draws.");
        Check(Confidence is > 0 and < 1, "confidence.range", "A confidence lies above 0 and below 1.");
        Check(WeightConcentration is null or (> 0 and <= 1e9), "concentration.range", "A concentration lies above 0 and up to 1e9.");
        Check(GoalpostShift is >= 0 and < 0.5, "goalpost-shift.range", "Goalposts move by a part from 0 to below a half.");
        Check(MostActivities >= 0, "activities.range", "At least 0 activities are drawn.");
        return problems.ToValueList();

        void Check(bool holds, string code, string text)
        {
            if (!holds)
            {
                problems.Add(new(code, text));
            }
        }
    }
}
