using System.Numerics;

namespace CommunityOfPractice.Core.Statistics;

/// <summary>The elephant factor: how few groups, such as departments, make half of the work.</summary>
/// <remarks>
/// The <see cref="AbsenceFactor"/> of groups instead of people. A low number means that the community hangs on few groups.
/// Source: CHAOSS, <i>Elephant Factor</i>, whose text has the direction the wrong way round.
/// </remarks>
public static class ElephantFactor
{
    /// <summary>Returns the elephant factor of some counts.</summary>
    /// <remarks>Time O(n log n); allocates a table of the groups.</remarks>
    /// <typeparam name="T">A whole-number type whose values fit a <see cref="long"/>.</typeparam>
    /// <param name="counts">One count per person, zero or more each, in any order.</param>
    /// <param name="groups">The group of each person; a negative number when it is unknown, and then the person is left out.</param>
    /// <param name="share">The share of the total to reach, above 0 and at most 1; reaching it exactly counts.</param>
    /// <returns>From 1 to the number of groups; null when the total of those whose group is known is zero.</returns>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or <paramref name="share"/> is not in (0, 1].</exception>
    /// <exception cref="OverflowException">The sum of a group does not fit a <see cref="long"/>.</exception>
    /// <example>Two people of group 7 make 9 of 15: <code>ElephantFactor.Of([5, 4, 6], [7, 7, 2])  // 1</code></example>
    public static int? Of<T>(ReadOnlySpan<T> counts, ReadOnlySpan<int> groups, double share = 0.5)
        where T : IBinaryInteger<T>
    {
        Demand.SameLength(counts.Length, groups.Length, nameof(groups));
        Dictionary<int, long> sums = [];
        for (int i = 0; i < counts.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(counts[i], nameof(counts));
            if (groups[i] >= 0)
            {
                sums[groups[i]] = checked(sums.GetValueOrDefault(groups[i]) + long.CreateChecked(counts[i]));
            }
        }

        return AbsenceFactor.Of<long>([.. sums.Values], share);
    }
}
