using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Core.Health;

/// <summary>From scores of indicators to the score of a community, and back to what each indicator added.</summary>
/// <remarks>
/// Weighted arithmetic mean inside a dimension, weighted geometric mean across dimensions with each dimension floored at 1. The
/// difference to a baseline is split without remainder by logarithmic means (Ang 2004, LMDI): a dimension's part is
/// L(G, B) w ln(D / D0), an indicator's part of it is proportional to its weighted distance from its own baseline.
/// </remarks>
internal sealed class Composite
{
    public const double Floor = 1;

    private readonly double[] dimensionWeights;
    private readonly double[][] weights;

    /// <param name="dimensionWeights">Weights of the dimensions that count; positive, in any scale.</param>
    /// <param name="weights">Weights of the indicators that count, dimension by dimension.</param>
    public Composite(double[] dimensionWeights, double[][] weights)
    {
        this.dimensionWeights = Normalised(dimensionWeights);
        this.weights = [.. weights.Select(Normalised)];
    }

    /// <summary>The score of each dimension: the weighted mean of its indicators.</summary>
    public double[] Dimensions(double[][] scores) => [.. scores.Select((s, d) => Mean(s, weights[d]))];

    /// <summary>The score: the weighted geometric mean of the dimensions.</summary>
    public double Score(double[][] scores)
    {
        double sum = 0;
        double[] dimensions = Dimensions(scores);
        for (int d = 0; d < dimensions.Length; d++)
        {
            sum += dimensionWeights[d] * Math.Log(Math.Max(Floor, dimensions[d]));
        }

        return Math.Clamp(Math.Exp(sum), dimensions.Min(x => Math.Max(Floor, x)), dimensions.Max(x => Math.Max(Floor, x)));
    }

    /// <summary>What each indicator adds to Score(scores) - Score(baseline); the parts add up to it.</summary>
    public double[][] Contributions(double[][] scores, double[][] baseline)
    {
        double score = Score(scores), reference = Score(baseline);
        double[] now = Dimensions(scores), then = Dimensions(baseline);
        double scale = LogarithmicMean.Of(score, reference);
        double[][] parts = new double[scores.Length][];
        for (int d = 0; d < parts.Length; d++)
        {
            double to = Math.Max(Floor, now[d]), from = Math.Max(Floor, then[d]);
            double floored = now[d] == then[d] ? (now[d] >= Floor ? 1 : 0) : (to - from) / (now[d] - then[d]);
            double factor = scale * dimensionWeights[d] / LogarithmicMean.Of(to, from) * floored;
            parts[d] = [.. weights[d].Select((w, i) => factor * w * (scores[d][i] - baseline[d][i]))];
        }

        return parts;
    }

    private static double Mean(double[] values, double[] weights)
    {
        double sum = 0;
        for (int i = 0; i < values.Length; i++)
        {
            sum += weights[i] * values[i];
        }

        return Math.Clamp(sum, values.Min(), values.Max());
    }

    private static double[] Normalised(double[] weights)
    {
        double sum = weights.Sum();
        return [.. weights.Select(w => w / sum)];
    }
}
