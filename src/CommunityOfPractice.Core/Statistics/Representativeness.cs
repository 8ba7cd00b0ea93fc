using System.Numerics;

namespace CommunityOfPractice.Core.Statistics;

/// <summary>Representativeness: how closely the shares of the groups in a community follow those of the people it is for.</summary>
/// <remarks>
/// <c>R = 1 − ½ Σ |p_i − q_i|</c>: one minus the share of seats that would have to go to other groups. A better aim than the most diverse mix, for a security guild
/// need not mirror the canteen. Source: the index of dissimilarity of two distributions, Duncan and Duncan (1955), <i>American Sociological Review</i> 20.
/// </remarks>
public static class Representativeness
{
    /// <summary>Returns the representativeness of some counts.</summary>
    /// <remarks>
    /// Exact sums of whole numbers, then one division. Few people cannot mirror many groups: read it beside their number. Time O(k), space O(1).
    /// </remarks>
    /// <typeparam name="T">A whole-number type whose values fit a <see cref="long"/>.</typeparam>
    /// <param name="members">The members of each group; zero or more each.</param>
    /// <param name="eligible">The people of each group whom the community is for, in the same order; zero or more each.</param>
    /// <returns>From 0 (no group has both) to 1 (the shares are the same, and only then); null when there are no members or nobody is eligible.</returns>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <exception cref="OverflowException">A total does not fit a <see cref="long"/>.</exception>
    /// <example>Half and half, where three in four would be fair: <code>Representativeness.Of([5, 5], [300, 100])  // 0.75</code></example>
    public static double? Of<T>(ReadOnlySpan<T> members, ReadOnlySpan<T> eligible)
        where T : IBinaryInteger<T>
    {
        Demand.SameLength(members.Length, eligible.Length, nameof(eligible));
        long inside = Total(members, nameof(members));
        long outside = Total(eligible, nameof(eligible));
        if (inside == 0 || outside == 0)
        {
            return null;
        }

        Int128 missed = 0;
        for (int group = 0; group < members.Length; group++)
        {
            missed += Int128.Max(0, Math.BigMul(long.CreateTruncating(members[group]), outside) - Math.BigMul(long.CreateTruncating(eligible[group]), inside));
        }

        Int128 all = Math.BigMul(inside, outside);
        return (double)(all - missed) / (double)all;
    }

    private static long Total<T>(ReadOnlySpan<T> counts, string name)
        where T : IBinaryInteger<T>
    {
        long total = 0;
        foreach (T count in counts)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count, name);
            total = checked(total + long.CreateChecked(count));
        }

        return total;
    }
}
