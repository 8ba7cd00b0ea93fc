using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CommunityOfPractice.Core.Assignment;

/// <summary>Takes the greatest of many sums, with vector instructions; <see cref="Step"/> sums a step.</summary>
internal static class TopScan
{
    public const int Step = 32;

    /// <summary>A value that at least so many sums reach.</summary>
    /// <remarks>The sums are looked at as 32 groups, one a place in the step: the k-th greatest of their greatest is reached by k.</remarks>
    /// <param name="sums">The sums, zero or more; whole steps.</param>
    /// <param name="count">How many must reach it; zero is returned for more than 32.</param>
    public static float Reached(ReadOnlySpan<float> sums, int count)
    {
        ref float sum = ref MemoryMarshal.GetReference(sums);
        Vector256<float> one = default, two = default, three = default, four = default;
        for (nuint at = 0; at < (nuint)sums.Length; at += Step)
        {
            one = Vector256.Max(one, Vector256.LoadUnsafe(ref sum, at));
            two = Vector256.Max(two, Vector256.LoadUnsafe(ref sum, at + 8));
            three = Vector256.Max(three, Vector256.LoadUnsafe(ref sum, at + 16));
            four = Vector256.Max(four, Vector256.LoadUnsafe(ref sum, at + 24));
        }

        Span<float> greatest = stackalloc float[Step];
        one.CopyTo(greatest);
        two.CopyTo(greatest[8..]);
        three.CopyTo(greatest[16..]);
        four.CopyTo(greatest[24..]);
        return Greatest(Vector256.Max(
            Vector256.Max(Enough(one, greatest, count), Enough(two, greatest, count)),
            Vector256.Max(Enough(three, greatest, count), Enough(four, greatest, count))));
    }

    /// <summary>Adds the sums above a limit to those found so far, and sets all back to zero.</summary>
    /// <param name="sums">The sums; whole steps.</param>
    /// <param name="firstRow">The row of the first sum.</param>
    /// <param name="limit">What a sum must be above to be found; rises when all places are taken.</param>
    /// <param name="found">How many were found so far.</param>
    /// <param name="rows">The rows found.</param>
    /// <param name="cosines">Their sums, falling; none above 1.</param>
    /// <returns>How many are found now.</returns>
    public static int Take(Span<float> sums, int firstRow, ref float limit, int found, Span<int> rows, Span<float> cosines)
    {
        ref float sum = ref MemoryMarshal.GetReference(sums);
        Vector256<float> least = Vector256.Create(limit);
        for (nuint at = 0; at < (nuint)sums.Length; at += Step)
        {
            Vector256<float> one = Vector256.LoadUnsafe(ref sum, at), two = Vector256.LoadUnsafe(ref sum, at + 8);
            Vector256<float> three = Vector256.LoadUnsafe(ref sum, at + 16), four = Vector256.LoadUnsafe(ref sum, at + 24);
            if (Vector256.GreaterThanAny(Vector256.Max(Vector256.Max(one, two), Vector256.Max(three, four)), least))
            {
                uint above = Above(one, least) | (Above(two, least) << 8) | (Above(three, least) << 16) | (Above(four, least) << 24);
                found = Take(sums.Slice((int)at, Step), above, firstRow + (int)at, ref limit, found, rows, cosines);
                least = Vector256.Create(limit);
            }

            Vector256<float>.Zero.StoreUnsafe(ref sum, at);
            Vector256<float>.Zero.StoreUnsafe(ref sum, at + 8);
            Vector256<float>.Zero.StoreUnsafe(ref sum, at + 16);
            Vector256<float>.Zero.StoreUnsafe(ref sum, at + 24);
        }

        return found;
    }

    private static int Take(ReadOnlySpan<float> step, uint above, int firstRow, ref float limit, int found, Span<int> rows, Span<float> cosines)
    {
        for (; above != 0; above &= above - 1)
        {
            int place = BitOperations.TrailingZeroCount(above);
            float cosine = Math.Min(step[place], 1);
            if (cosine > limit)
            {
                found = Insert(firstRow + place, cosine, found, rows, cosines);
                limit = found < rows.Length ? limit : Math.Max(limit, cosines[^1]);
            }
        }

        return found;
    }

    private static int Insert(int row, float cosine, int found, Span<int> rows, Span<float> cosines)
    {
        int place = Math.Min(found, rows.Length - 1);
        for (; place > 0 && cosines[place - 1] < cosine; place--)
        {
            (rows[place], cosines[place]) = (rows[place - 1], cosines[place - 1]);
        }

        (rows[place], cosines[place]) = (row, cosine);
        return Math.Min(found + 1, rows.Length);
    }

    private static uint Above(Vector256<float> sums, Vector256<float> least) => Vector256.GreaterThan(sums, least).ExtractMostSignificantBits();

    /// <summary>The values that at least so many others reach; zero in place of the rest.</summary>
    private static Vector256<float> Enough(Vector256<float> values, ReadOnlySpan<float> all, int count)
    {
        Vector256<int> reached = default;
        foreach (float value in all)
        {
            reached -= Vector256.GreaterThanOrEqual(Vector256.Create(value), values).AsInt32();
        }

        return Vector256.ConditionalSelect(Vector256.GreaterThanOrEqual(reached, Vector256.Create(count)).AsSingle(), values, Vector256<float>.Zero);
    }

    private static float Greatest(Vector256<float> values)
    {
        float greatest = 0;
        for (int lane = 0; lane < Vector256<float>.Count; lane++)
        {
            greatest = Math.Max(greatest, values[lane]);
        }

        return greatest;
    }
}
