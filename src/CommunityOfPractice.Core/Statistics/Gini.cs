using System.Numerics;

namespace CommunityOfPractice.Core.Statistics;

/// <summary>The Gini coefficient: how unequally a total is spread over those who hold it.</summary>
/// <remarks>
/// <para>
/// With the counts in ascending order, <c>G = 2·Σ i·x_i / (n·Σ x_i) − (n + 1)/n</c>: half the mean difference between two people
/// drawn at random, over the mean. All sums are whole numbers and exact, followed by one division, so the order of the counts cannot show.
/// </para>
/// <para>Source: Gini (1912), <i>Variabilità e mutabilità</i>; Deltas (2003), <i>Review of Economics and Statistics</i> 85, for the correction.</para>
/// </remarks>
public static class Gini
{
    /// <summary>Returns the raw coefficient G of some counts.</summary>
    /// <remarks>
    /// It tells how far the counts are from an equal split. Its upper end depends on n, so groups of different size compare
    /// better by <see cref="Corrected{T}"/>. A single holder has G = 0: nobody to be unequal with.
    /// Time O(n) for small counts, O(n log n) otherwise; allocates nothing (a pooled copy of n numbers).
    /// </remarks>
    /// <typeparam name="T">A whole-number type whose values fit a <see cref="long"/>.</typeparam>
    /// <param name="counts">One count per person, zero or more each, in any order; include the zeros of those who could have contributed.</param>
    /// <returns>From 0 (all equal) to (n − 1)/n (one holds everything); null without counts or when they are all zero.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <example>Four silent people and one voice: <code>Gini.Of([0, 0, 0, 0, 1])  // 0.8</code></example>
    public static double? Of<T>(ReadOnlySpan<T> counts)
        where T : IBinaryInteger<T>
    {
        using Scratch<long> ascending = Ascending.Of(counts);
        return OfSorted<long>(ascending.Span);
    }

    /// <summary>Returns the corrected coefficient G* = G·n/(n − 1) of some counts.</summary>
    /// <remarks>
    /// It tells the same as <see cref="Of{T}"/>, on a scale that reaches 1 for every n.
    /// Time O(n) for small counts, O(n log n) otherwise; allocates nothing (a pooled copy of n numbers).
    /// </remarks>
    /// <typeparam name="T">A whole-number type whose values fit a <see cref="long"/>.</typeparam>
    /// <param name="counts">One count per person, zero or more each, in any order.</param>
    /// <returns>From 0 (all equal) to 1 (one holds everything); null for fewer than two counts or when they are all zero.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <example>Four silent people and one voice: <code>Gini.Corrected([0, 0, 0, 0, 1])  // 1</code></example>
    public static double? Corrected<T>(ReadOnlySpan<T> counts)
        where T : IBinaryInteger<T>
    {
        using Scratch<long> ascending = Ascending.Of(counts);
        return CorrectedOfSorted<long>(ascending.Span);
    }

    /// <summary>Returns the raw coefficient G of counts that are sorted already.</summary>
    /// <remarks>As <see cref="Of{T}"/>, without the copy. Time O(n), space O(1).</remarks>
    /// <typeparam name="T">A whole-number type whose values fit a <see cref="long"/>.</typeparam>
    /// <param name="ascending">One count per person, zero or more each, in ascending order.</param>
    /// <returns>From 0 to (n − 1)/n; null without counts or when they are all zero.</returns>
    /// <exception cref="ArgumentException">The counts are not in ascending order from zero up.</exception>
    /// <example><code>Gini.OfSorted([0, 0, 1, 2, 7])  // 0.64</code></example>
    public static double? OfSorted<T>(ReadOnlySpan<T> ascending)
        where T : IBinaryInteger<T>
        => Spread(ascending, ascending.Length);

    /// <summary>Returns the corrected coefficient G* of counts that are sorted already.</summary>
    /// <remarks>As <see cref="Corrected{T}"/>, without the copy. Time O(n), space O(1).</remarks>
    /// <typeparam name="T">A whole-number type whose values fit a <see cref="long"/>.</typeparam>
    /// <param name="ascending">One count per person, zero or more each, in ascending order.</param>
    /// <returns>From 0 to 1; null for fewer than two counts or when they are all zero.</returns>
    /// <exception cref="ArgumentException">The counts are not in ascending order from zero up.</exception>
    /// <example><code>Gini.CorrectedOfSorted([0, 0, 1, 2, 7])  // 0.8</code></example>
    public static double? CorrectedOfSorted<T>(ReadOnlySpan<T> ascending)
        where T : IBinaryInteger<T>
        => Spread(ascending, ascending.Length - 1);

    private static double? Spread<T>(ReadOnlySpan<T> ascending, int divisor)
        where T : IBinaryInteger<T>
    {
        Int128 spread = 0;
        Int128 total = 0;
        long previous = 0;
        for (int i = 0; i < ascending.Length; i++)
        {
            long count = long.CreateChecked(ascending[i]);
            if (count < previous)
            {
                throw new ArgumentException("The counts are not in ascending order from zero up.", nameof(ascending));
            }

            spread += Math.BigMul((2L * i) + 1 - ascending.Length, count);
            total += count;
            previous = count;
        }

        return divisor < 1 || total == 0 ? null : (double)spread / (double)(total * divisor);
    }
}
