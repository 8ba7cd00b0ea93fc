using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>Which part of the score's variance each input alone accounts for.</summary>
/// <remarks>
/// Pick and freeze: two draws that share one input and nothing else; the correlation of their scores is the first-order share. Every draw is paired with the next one, and with
/// those two, three and five on. Sources: Sobol (1993); Saltelli et al. (2008), <i>Global Sensitivity Analysis</i>, section 4.6; Janon et al. (2014) for the symmetric estimate.
/// </remarks>
internal sealed class Sensitivity(DrawnScore scorer, ScoreInputs[] draws, double[] scores, Standing now)
{
    private static readonly int[] Steps = [1, 2, 3, 5];

    public ValueList<InputShare> Shares()
    {
        List<InputShare> shares =
        [
            new("indicators", Share((a, b) => new(a.Values, b.Weights, b.Goalposts))),
            new("weights", Share((a, b) => new(b.Values, a.Weights, b.Goalposts))),
            new("goalposts", Share((a, b) => new(b.Values, b.Weights, a.Goalposts))),
        ];
        int place = 0;
        foreach (string id in now.Dimensions.SelectMany(d => d.Indicators).Select(i => i.Id))
        {
            int frozen = place++;
            shares.Add(new(id, Share((a, b) =>
            {
                double[] values = [.. b.Values];
                values[frozen] = a.Values[frozen];
                return new(values, b.Weights, b.Goalposts);
            })));
        }

        return shares.ToValueList();
    }

    private double Share(Func<ScoreInputs, ScoreInputs, ScoreInputs> shareOne)
    {
        double mean = 0, product = 0, squares = 0;
        int pairs = 0;
        List<(double First, double Second)> all = [];
        foreach (int step in Steps)
        {
            for (int draw = 0; draw < draws.Length; draw++)
            {
                double other = scorer.Of(shareOne(draws[draw], draws[(draw + step) % draws.Length]));
                all.Add((scores[draw], other));
                mean += (scores[draw] + other) / 2;
                pairs++;
            }
        }

        mean /= pairs;
        foreach ((double first, double second) in all)
        {
            product += (first - mean) * (second - mean);
            squares += (((first - mean) * (first - mean)) + ((second - mean) * (second - mean))) / 2;
        }

        return squares > 0 ? Math.Clamp(product / squares, 0, 1) : 0;
    }
}
