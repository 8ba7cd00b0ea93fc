using System.Numerics;

namespace CommunityOfPractice.Core.Statistics;

/// <summary>Blau's index of counts per category: the probability that two people drawn at random belong to different groups.</summary>
/// <remarks>
/// Also known as Gini–Simpson index. All sums are whole numbers and exact. Sources: Blau (1977), <i>Inequality and Heterogeneity</i>;
/// Simpson (1949), <i>Nature</i> 163, for the unbiased form.
/// </remarks>
public static class Blau
{
    /// <summary>Returns the raw index <c>1 − Σ p_i²</c>, for two people drawn with replacement.</summary>
    /// <remarks>It tells how mixed a group is. Too small by a factor (n − 1)/n for few people. Time O(k), space O(1).</remarks>
    /// <typeparam name="T">A whole-number type whose values fit a <see cref="long"/>.</typeparam>
    /// <param name="counts">One count per category, zero or more each, in any order.</param>
    /// <returns>From 0 (all in one of k categories) to 1 − 1/k; null when the total is zero.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <exception cref="OverflowException">The total does not fit a <see cref="long"/>.</exception>
    /// <example><code>Blau.Of([4, 3, 2, 1])  // 0.7</code></example>
    public static double? Of<T>(ReadOnlySpan<T> counts)
        where T : IBinaryInteger<T>
    {
        (double unlike, double total) = Sums(counts);
        return total == 0 ? null : unlike / total / total;
    }

    /// <summary>Returns the normalised index: the raw one times k/(k − 1).</summary>
    /// <remarks>
    /// It tells how mixed a group is compared with the best mix of the k categories given, empty ones included; give only those that may be
    /// filled. Time O(k), space O(1).
    /// </remarks>
    /// <typeparam name="T">A whole-number type whose values fit a <see cref="long"/>.</typeparam>
    /// <param name="counts">One count per category, zero or more each, in any order.</param>
    /// <returns>From 0 to 1; null for fewer than two categories or when the total is zero.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <exception cref="OverflowException">The total does not fit a <see cref="long"/>.</exception>
    /// <example><code>Blau.Normalised([4, 3, 2, 1])  // 0.933333</code></example>
    public static double? Normalised<T>(ReadOnlySpan<T> counts)
        where T : IBinaryInteger<T>
        => Of(counts) is { } blau && counts.Length > 1 ? Math.Min(1, blau * counts.Length / (counts.Length - 1)) : null;

    /// <summary>Returns the unbiased index <c>1 − Σ n_i(n_i − 1)/(n(n − 1))</c>, for two different people.</summary>
    /// <remarks>
    /// It tells how probable a meeting across groups is when two of these people are paired at random; as an estimate for a larger population
    /// it is right on average however few people there are. Time O(k), space O(1).
    /// </remarks>
    /// <typeparam name="T">A whole-number type whose values fit a <see cref="long"/>.</typeparam>
    /// <param name="counts">One count per category, zero or more each, in any order.</param>
    /// <returns>From 0 to 1; null for a total below two.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <exception cref="OverflowException">The total does not fit a <see cref="long"/>.</exception>
    /// <example><code>Blau.Unbiased([4, 3, 2, 1])  // 0.777778</code></example>
    public static double? Unbiased<T>(ReadOnlySpan<T> counts)
        where T : IBinaryInteger<T>
    {
        (double unlike, double total) = Sums(counts);
        return total < 2 ? null : unlike / total / (total - 1);
    }

    // The ordered pairs of people in different categories, and the people: n² − Σ n_i², gathered as each category meets those before.
    private static (double Unlike, double Total) Sums<T>(ReadOnlySpan<T> counts)
        where T : IBinaryInteger<T>
    {
        long total = 0;
        Int128 unlike = 0;
        foreach (T each in counts)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(each, nameof(counts));
            long count = long.CreateChecked(each);
            unlike += 2 * Math.BigMul(total, count);
            total = checked(total + count);
        }

        return ((double)unlike, total);
    }
}
