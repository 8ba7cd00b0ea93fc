namespace CommunityOfPractice.Core.Matching;

/// <summary>How far values are apart as a rule: what a search among them has to be heated by, whether they go from 0 to 10 or from 0 to 1000.</summary>
internal static class GroupHeat
{
    /// <summary>The mean distance from the middle value of all that differ from it by the scale at most: what may not be or is avoided lies farther away, and does not count.</summary>
    /// <param name="value">What each two people are worth, as a full symmetric table.</param>
    /// <param name="count">How many people.</param>
    /// <param name="scale">The most that two people can be worth without what is avoided.</param>
    /// <returns>That distance, zero when no values differ so; and the middle value.</returns>
    /// <remarks>Whole numbers are added up, so the order of people leaves no trace. Time O(n² log n).</remarks>
    public static (double Distance, long Middle) Of(long[] value, int count, int scale)
    {
        long[] all = new long[count * (count - 1) / 2];
        int next = 0;
        for (int one = 0; one < count; one++)
        {
            value.AsSpan(one * count, one).CopyTo(all.AsSpan(next));
            next += one;
        }

        Array.Sort(all);
        int first = Array.FindIndex(all, one => one >= -scale); // before it what is forbidden or avoided, perhaps more than half
        ReadOnlySpan<long> usual = first < 0 ? all : all.AsSpan(first);
        long middle = usual.IsEmpty ? 0 : usual[usual.Length / 2], sum = 0, different = 0;
        foreach (long one in usual)
        {
            long distance = Math.Abs(one - middle);
            if (distance > 0 && distance <= scale)
            {
                sum += distance;
                different++;
            }
        }

        return (different == 0 ? 0 : (double)sum / different, middle);
    }
}
