using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Core.Matching;

/// <summary>Measures of ranked recommendations; pure functions.</summary>
/// <remarks>
/// Sources: Järvelin and Kekäläinen (2002), Cumulated gain-based evaluation, <i>ACM TOIS</i> 20, with gains 2^rel − 1; Herlocker et al. (2004), Evaluating collaborative filtering recommender systems, <i>ACM TOIS</i> 22.
/// Evaluate with a split by time only (<see cref="TemporalSplit"/>): a split at random lets the future tell about the past.
/// </remarks>
public static class Ranking
{
    /// <summary>Returns the share of the relevant items that are among the first k.</summary>
    /// <param name="one">The case.</param>
    /// <param name="k">How many places to look at; positive.</param>
    /// <returns>From 0 to 1; null when nothing is relevant.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is not positive.</exception>
    public static double? Recall(RankedCase one, int k) => Hits(one, k, out HashSet<string> relevant) is var hits && relevant.Count == 0 ? null : (double)hits.Count / relevant.Count;

    /// <summary>Returns the share of k places that are relevant; places that are not filled count as misses.</summary>
    /// <param name="one">The case.</param>
    /// <param name="k">How many places to look at; positive.</param>
    /// <returns>From 0 to 1; null when nothing is relevant.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is not positive.</exception>
    public static double? Precision(RankedCase one, int k) => Hits(one, k, out HashSet<string> relevant) is var hits && relevant.Count == 0 ? null : (double)hits.Count / k;

    /// <summary>Returns one through the place of the first relevant item.</summary>
    /// <param name="one">The case.</param>
    /// <param name="k">How many places to look at; positive.</param>
    /// <returns>From 0 (none among the first k) to 1; null when nothing is relevant.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is not positive.</exception>
    public static double? ReciprocalRank(RankedCase one, int k) =>
        Hits(one, k, out HashSet<string> relevant) is var hits && relevant.Count == 0 ? null : hits is [var first, ..] ? 1.0 / (first + 1) : 0;

    /// <summary>Returns the normalised discounted cumulative gain, where an item is relevant or not.</summary>
    /// <param name="one">The case.</param>
    /// <param name="k">How many places to look at; positive.</param>
    /// <returns>From 0 to 1; null when nothing is relevant.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is not positive.</exception>
    public static double? Ndcg(RankedCase one, int k) => Hits(one, k, out HashSet<string> relevant) is var hits && relevant.Count == 0
        ? null
        : hits.Sum(place => 1 / Math.Log2(place + 2)) / Enumerable.Range(0, Math.Min(k, relevant.Count)).Sum(place => 1 / Math.Log2(place + 2));

    /// <summary>Returns the normalised discounted cumulative gain of items with degrees of relevance.</summary>
    /// <param name="degrees">The degree of each item, in the order recommended; 0 for irrelevant, at most 30.</param>
    /// <param name="k">How many places to look at; positive.</param>
    /// <returns>From 0 to 1; null when nothing is relevant. The best order possible is one of these items.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is not positive, or a degree is outside its range.</exception>
    /// <example><code>Ranking.Ndcg([3, 0, 2], 3)  // 0.95583</code></example>
    public static double? Ndcg(ReadOnlySpan<double> degrees, int k)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(k);
        double[] best = degrees.ToArray();
        if (best.Any(d => !(d is >= 0 and <= 30)))
        {
            throw new ArgumentOutOfRangeException(nameof(degrees), "A degree of relevance lies from 0 to 30.");
        }

        Array.Sort(best, (one, other) => other.CompareTo(one));
        return Gain(best, k) is var ideal and > 0 ? Gain(degrees, k) / ideal : null;
    }

    /// <summary>Evaluates many cases.</summary>
    /// <param name="cases">The cases, in any order.</param>
    /// <param name="k">How many places to look at; positive.</param>
    /// <param name="catalogue">Everything that could have been recommended, each once; what was recommended beside it does not count for coverage and exposure.</param>
    /// <param name="similarity">How alike two items are, from 0 to 1; null when the variety of lists is not asked for.</param>
    /// <returns>The evaluation; O(cases · k), with a similarity O(cases · k²).</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is not positive.</exception>
    public static RankingEvaluation Evaluate(IEnumerable<RankedCase> cases, int k, IReadOnlyCollection<string> catalogue, Func<string, string, double>? similarity = null)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(k);
        RankedCase[] all = [.. cases], defined = [.. all.Where(c => c.Relevant.Count > 0)];
        Dictionary<string, long> exposure = catalogue.Distinct(StringComparer.Ordinal).ToDictionary(item => item, _ => 0L, StringComparer.Ordinal);
        foreach (string item in all.SelectMany(c => c.Ranked.Take(k)))
        {
            if (exposure.TryGetValue(item, out long times))
            {
                exposure[item] = times + 1;
            }
        }

        long[] counts = [.. exposure.Values];
        return new(
            k,
            defined.Length,
            all.Length - defined.Length,
            Mean(defined.Select(c => Recall(c, k))),
            Mean(defined.Select(c => Precision(c, k))),
            Mean(defined.Select(c => ReciprocalRank(c, k))),
            Mean(defined.Select(c => Ndcg(c, k))),
            counts.Length == 0 ? null : (double)counts.Count(c => c > 0) / counts.Length,
            Gini.Of<long>(counts),
            similarity is null ? null : Mean(all.Select(c => Variety(c, k, similarity))));
    }

    private static double Gain(ReadOnlySpan<double> degrees, int k)
    {
        double gain = 0;
        for (int place = 0; place < Math.Min(k, degrees.Length); place++)
        {
            gain += (Math.Pow(2, degrees[place]) - 1) / Math.Log2(place + 2);
        }

        return gain;
    }

    /// <summary>The places, from 0, of the relevant items among the first k.</summary>
    private static List<int> Hits(RankedCase one, int k, out HashSet<string> relevant)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(k);
        relevant = new(one.Relevant, StringComparer.Ordinal);
        List<int> hits = [];
        for (int place = 0; place < Math.Min(k, one.Ranked.Count); place++)
        {
            if (relevant.Contains(one.Ranked[place]))
            {
                hits.Add(place);
            }
        }

        return hits;
    }

    private static double? Variety(RankedCase one, int k, Func<string, string, double> similarity)
    {
        string[] items = [.. one.Ranked.Take(k)];
        return Mean(Enumerable.Range(0, items.Length).SelectMany(i => Enumerable.Range(i + 1, items.Length - i - 1).Select(j => (double?)(1 - similarity(items[i], items[j])))));
    }

    /// <summary>Sorted first, so that the order of the cases does not show in the last bit.</summary>
    private static double? Mean(IEnumerable<double?> values)
    {
        double[] known = [.. values.OfType<double>().Order()];
        return known.Length == 0 ? null : known.Sum() / known.Length;
    }
}
