using System.Numerics;

namespace CommunityOfPractice.Core.Statistics;

/// <summary>The share of a total that is held by the most active fraction of the people.</summary>
/// <remarks>Source: Nielsen (2006), <i>Participation Inequality: The 90-9-1 Rule for Social Features</i>, for the habit of quoting it.</remarks>
public static class TopShare
{
    /// <summary>Returns the share held by the top fraction of the people.</summary>
    /// <remarks>
    /// The top fraction is ⌈fraction·n⌉ whole people, at least one. People who tie at the edge hold the same count, so whichever of them is
    /// taken the share is the same, and nobody need be split. It tells how much of the activity comes from few; with few people the
    /// fraction is rounded up coarsely (a tenth of five people is one person).
    /// Time O(n) for small counts, O(n log n) otherwise; allocates nothing (a pooled copy of n numbers).
    /// </remarks>
    /// <typeparam name="T">A whole-number type whose values fit a <see cref="long"/>.</typeparam>
    /// <param name="counts">One count per person, zero or more each, in any order.</param>
    /// <param name="fraction">The fraction of the people, above 0 and at most 1.</param>
    /// <returns>From ⌈fraction·n⌉/n (all equal) to 1; null when the total is zero.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or <paramref name="fraction"/> is not in (0, 1].</exception>
    /// <example>The top tenth of five is the one with 7 of 10: <code>TopShare.Of([0, 0, 1, 2, 7], 0.1)  // 0.7</code></example>
    public static double? Of<T>(ReadOnlySpan<T> counts, double fraction)
        where T : IBinaryInteger<T>
    {
        Demand.PositiveUpTo(fraction, 1);
        using Scratch<long> ascending = Ascending.Of(counts);
        int people = (int)Math.Max(1, decimal.Ceiling((decimal)fraction * counts.Length));
        Int128 total = 0;
        Int128 top = 0;
        for (int i = 0; i < counts.Length; i++)
        {
            total += ascending.Span[i];
            top += i >= counts.Length - people ? ascending.Span[i] : 0;
        }

        return total == 0 ? null : (double)top / (double)total;
    }
}
