namespace CommunityOfPractice.Core.Health;

/// <summary>What goes into a score in one draw.</summary>
/// <param name="Values">What each indicator that counts reads, dimension after dimension.</param>
/// <param name="Weights">First those of the dimensions, then those of each dimension's indicators; each list adds up to more than zero.</param>
/// <param name="Goalposts">Those of each indicator.</param>
internal sealed record ScoreInputs(double[] Values, double[][] Weights, Goalposts[] Goalposts)
{
    private double[]? scores;

    /// <summary>What each indicator scores.</summary>
    public double[] Scores()
    {
        if (scores is null)
        {
            scores = new double[Values.Length];
            for (int i = 0; i < scores.Length; i++)
            {
                scores[i] = Goalposts[i].ScoreOf(Values[i]).Value;
            }
        }

        return scores;
    }
}

/// <summary>The score of a draw: the same means as <see cref="Composite"/>, without its allocations.</summary>
internal sealed class DrawnScore(Standing now)
{
    private readonly int[] ends = [.. now.Dimensions.Select((_, d) => now.Dimensions.Take(d + 1).Sum(x => x.Indicators.Count))];

    public double Of(ScoreInputs draw) => Of(draw.Scores(), draw.Weights);

    public double Of(ReadOnlySpan<double> scores, double[][] weights)
    {
        double sum = 0, all = 0, least = 100, most = Composite.Floor;
        for (int d = 0; d < ends.Length; d++)
        {
            double dimension = Math.Max(Composite.Floor, Mean(scores, weights, d));
            sum += weights[0][d] * Math.Log(dimension);
            all += weights[0][d];
            (least, most) = (Math.Min(least, dimension), Math.Max(most, dimension));
        }

        return Math.Clamp(Math.Exp(sum / all), least, most);
    }

    public double[] Dimensions(ScoreInputs draw) => [.. ends.Select((_, d) => Mean(draw.Scores(), draw.Weights, d))];

    private double Mean(ReadOnlySpan<double> scores, double[][] weights, int dimension)
    {
        double sum = 0, all = 0;
        int first = dimension == 0 ? 0 : ends[dimension - 1];
        for (int i = first; i < ends[dimension]; i++)
        {
            double weight = weights[dimension + 1][i - first];
            sum += weight * scores[i];
            all += weight;
        }

        return Math.Clamp(sum / all, 0, 100);
    }
}
