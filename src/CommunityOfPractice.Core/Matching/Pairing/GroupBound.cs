namespace CommunityOfPractice.Core.Matching;

/// <summary>What no division into groups can exceed: half of what each person would have with the partners they are worth most with.</summary>
internal static class GroupBound
{
    /// <param name="value">What each two people are worth, as a full symmetric table.</param>
    /// <param name="count">How many people.</param>
    /// <param name="sizes">The sizes of the groups, which differ by at most one.</param>
    /// <returns>A bound on the sum over all two people of one group.</returns>
    public static long Of(long[] value, int count, int[] sizes)
    {
        int small = sizes.Min() - 1, inLarge = sizes.Where(s => s - 1 > small).Sum();
        long doubled = 0;
        long[] further = new long[count];
        for (int one = 0; one < count; one++)
        {
            long[] best = [.. Enumerable.Range(0, count).Where(o => o != one).Select(o => value[(one * count) + o])];
            Array.Sort(best);
            for (int partner = 1; partner <= small; partner++)
            {
                doubled += best[^partner];
            }

            further[one] = best.Length > small ? best[^(small + 1)] : 0;
        }

        Array.Sort(further);
        for (int extra = 1; extra <= inLarge; extra++)
        {
            doubled += further[^extra];
        }

        return doubled >> 1;
    }
}
