using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>Maximal marginal relevance: an order of items in which each next one is relevant and unlike those before it.</summary>
/// <remarks>Source: Carbonell and Goldstein (1998), The use of MMR, <i>SIGIR '98</i>.</remarks>
public static class Diversity
{
    /// <summary>Puts items in order.</summary>
    /// <remarks>
    /// The next item has the greatest λ·relevance − (1 − λ)·(similarity to the most similar one before it); of equal ones the more relevant, then the earlier. So with λ = 1 the order is that of
    /// relevance, the first item is always the most relevant, and a longer list begins with the shorter one. Time O(count · items).
    /// </remarks>
    /// <param name="relevance">How relevant each item is; finite, on the scale of the similarity (0 to 1).</param>
    /// <param name="similarity">How alike two items are, from 0 to 1.</param>
    /// <param name="lambda">λ, how much relevance counts against variety; from 0 to 1.</param>
    /// <param name="count">How many items are wanted; zero or more.</param>
    /// <returns>Numbers of items, each once.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="lambda"/> is outside its range, or <paramref name="count"/> is negative.</exception>
    public static ValueList<int> Order(ReadOnlySpan<double> relevance, Func<int, int, double> similarity, double lambda, int count)
    {
        ArgumentNullException.ThrowIfNull(similarity);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (!(lambda is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(lambda), lambda, "λ lies from 0 to 1.");
        }

        List<int> chosen = new(Math.Min(count, relevance.Length));
        bool[] taken = new bool[relevance.Length];
        double[] alike = new double[relevance.Length];
        while (chosen.Count < Math.Min(count, relevance.Length))
        {
            int best = -1;
            double most = double.NegativeInfinity;
            for (int item = 0; item < taken.Length; item++)
            {
                // the first one has nothing before it: the relevance alone decides, even when λ = 0
                double value = chosen.Count == 0 ? relevance[item] : (lambda * relevance[item]) - ((1 - lambda) * alike[item]);
                if (!taken[item] && (value > most || (value == most && relevance[item] > relevance[best])))
                {
                    (best, most) = (item, value);
                }
            }

            chosen.Add(best);
            taken[best] = true;
            for (int item = 0; lambda < 1 && item < taken.Length; item++)
            {
                alike[item] = taken[item] ? alike[item] : Math.Max(alike[item], similarity(best, item));
            }
        }

        return chosen.ToValueList();
    }
}
