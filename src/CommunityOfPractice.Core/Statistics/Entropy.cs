using System.Numerics;

namespace CommunityOfPractice.Core.Statistics;

/// <summary>Shannon's entropy of counts per category: how undecided it is to which group somebody drawn at random belongs.</summary>
/// <remarks>
/// <c>H = −Σ p_i·ln p_i</c> with p_i the share of category i; an empty category adds nothing. Few people look less diverse than
/// the population they come from. Sources: Shannon (1948), <i>Bell System Technical Journal</i> 27; Hill (1973), <i>Ecology</i> 54; Pielou (1966),
/// <i>Journal of Theoretical Biology</i> 13.
/// </remarks>
public static class Entropy
{
    /// <summary>Returns the entropy H.</summary>
    /// <remarks>Time O(k) for small counts, O(k log k) otherwise; allocates nothing (a pooled copy of k numbers).</remarks>
    /// <typeparam name="T">A whole-number type whose values fit a <see cref="long"/>.</typeparam>
    /// <param name="counts">One count per category, zero or more each, in any order.</param>
    /// <returns>From 0 (all in one category) to ln k (all k alike), in nats; null when the total is zero.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <example><code>Entropy.Of([4, 3, 2, 1])  // 1.279854</code></example>
    public static double? Of<T>(ReadOnlySpan<T> counts)
        where T : IBinaryInteger<T>
    {
        using Scratch<long> ascending = Ascending.Of(counts);
        Int128 total = 0;
        foreach (long count in ascending.Span)
        {
            total += count;
        }

        if (total == 0)
        {
            return null;
        }

        double entropy = 0;
        foreach (long count in ascending.Span)
        {
            double share = count / (double)total;
            entropy -= count == 0 ? 0 : share * Math.Log(share);
        }

        return Math.Min(entropy, Math.Log(counts.Length));
    }

    /// <summary>Returns the effective number of categories exp(H): how many equally filled ones would have the same entropy.</summary>
    /// <remarks>It tells diversity in a unit one can picture. Time and space as <see cref="Of{T}"/>.</remarks>
    /// <typeparam name="T">A whole-number type whose values fit a <see cref="long"/>.</typeparam>
    /// <param name="counts">One count per category, zero or more each, in any order.</param>
    /// <returns>From 1 to k; null when the total is zero.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <example><code>Entropy.EffectiveNumber([4, 3, 2, 1])  // 3.596115</code></example>
    public static double? EffectiveNumber<T>(ReadOnlySpan<T> counts)
        where T : IBinaryInteger<T>
        => Of(counts) is { } entropy ? Math.Min(Math.Exp(entropy), counts.Length) : null;

    /// <summary>Returns Pielou's evenness H/ln k.</summary>
    /// <remarks>
    /// It tells how close the spread is to the most even one over the k categories given, empty ones included; give only the categories that
    /// may be filled. Time and space as <see cref="Of{T}"/>.
    /// </remarks>
    /// <typeparam name="T">A whole-number type whose values fit a <see cref="long"/>.</typeparam>
    /// <param name="counts">One count per category, zero or more each, in any order.</param>
    /// <returns>From 0 to 1; null for fewer than two categories or when the total is zero.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <example><code>Entropy.Evenness([4, 3, 2, 1])  // 0.923220</code></example>
    public static double? Evenness<T>(ReadOnlySpan<T> counts)
        where T : IBinaryInteger<T>
        => Of(counts) is { } entropy && counts.Length > 1 ? entropy / Math.Log(counts.Length) : null;
}
