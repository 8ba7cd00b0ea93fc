using System.Numerics;

namespace CommunityOfPractice.Core.Statistics;

/// <summary>The contributor absence factor: how many people would have to stay away before half of the work is missing.</summary>
/// <remarks>
/// The smallest k for which the k largest counts make up at least a given share of the total; reaching the share exactly counts.
/// Formerly called bus factor; over departments instead of people it is the elephant factor.
/// Source: CHAOSS, <i>Contributor Absence Factor</i> and <i>Elephant Factor</i>.
/// </remarks>
public static class AbsenceFactor
{
    /// <summary>Returns the absence factor of some counts.</summary>
    /// <remarks>
    /// It tells how much a group depends on few: 1 means that one person carries the share alone; higher is safer. With few people
    /// it is small of necessity, for it never exceeds n. The comparison is exact: the share is read as the decimal number it was written as.
    /// Time O(n) for small counts, O(n log n) otherwise; allocates nothing (a pooled copy of n numbers).
    /// </remarks>
    /// <typeparam name="T">A whole-number type whose values fit a <see cref="long"/>.</typeparam>
    /// <param name="counts">One count per person, zero or more each, in any order.</param>
    /// <param name="share">The share of the total to reach, above 0 and at most 1.</param>
    /// <returns>From 1 to n; null when the total is zero.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or <paramref name="share"/> is not in (0, 1].</exception>
    /// <example>1000 and 433 of 2475 are more than half: <code>AbsenceFactor.Of([1000, 202, 90, 33, 332, 343, 42, 433])  // 2</code></example>
    public static int? Of<T>(ReadOnlySpan<T> counts, double share = 0.5)
        where T : IBinaryInteger<T>
    {
        Demand.PositiveUpTo(share, 1);
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

        Int128 missing = (Int128)decimal.Ceiling((decimal)share * (decimal)total);
        int people = 0;
        do
        {
            people++;
            missing -= ascending.Span[^people];
        }
        while (missing > 0);
        return people;
    }
}
