using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CommunityOfPractice.Core.Assignment;

/// <summary>Passes over one row of a table with vector instructions; all spans have the same length, a multiple of the vector's.</summary>
internal static class VectorScan
{
    /// <summary>The least and the second least of cost minus price.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (T Least, T Second) TwoLeast<T>(ReadOnlySpan<T> costs, ReadOnlySpan<T> prices)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        ref T cost = ref MemoryMarshal.GetReference(costs);
        ref T price = ref MemoryMarshal.GetReference(prices);
        Vector256<T> least = Vector256.Create(T.MaxValue);
        Vector256<T> second = least;
        for (nuint at = 0; at < (nuint)costs.Length; at += (nuint)Vector256<T>.Count)
        {
            Vector256<T> reduced = Vector256.LoadUnsafe(ref cost, at) - Vector256.LoadUnsafe(ref price, at);
            second = Vector256.Min(second, Vector256.Max(least, reduced));
            least = Vector256.Min(least, reduced);
        }

        T one = T.MaxValue;
        T two = T.MaxValue;
        for (int lane = 0; lane < Vector256<T>.Count; lane++)
        {
            two = T.Min(T.Min(two, second[lane]), T.Max(one, least[lane]));
            one = T.Min(one, least[lane]);
        }

        return (one, two);
    }

    /// <summary>Of cost minus price the least; and the dearest of the least ones of a few classes of columns, so that as many columns as classes are not dearer than that.</summary>
    /// <param name="costs">The costs of a row.</param>
    /// <param name="prices">The prices of the columns.</param>
    /// <param name="many">Whether there are as many classes as lanes, or half as many.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (T Least, T Dearest) LeastOfClasses<T>(ReadOnlySpan<T> costs, ReadOnlySpan<T> prices, bool many)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        ref T cost = ref MemoryMarshal.GetReference(costs);
        ref T price = ref MemoryMarshal.GetReference(prices);
        Vector256<T> lanes = Vector256.Create(T.MaxValue);
        for (nuint at = 0; at < (nuint)costs.Length; at += (nuint)Vector256<T>.Count)
        {
            lanes = Vector256.Min(lanes, Vector256.LoadUnsafe(ref cost, at) - Vector256.LoadUnsafe(ref price, at));
        }

        Vector128<T> halves = Vector128.Min(lanes.GetLower(), lanes.GetUpper());
        Vector128<T> dear = many ? Vector128.Max(lanes.GetLower(), lanes.GetUpper()) : halves;
        T least = halves[0];
        T dearest = dear[0];
        for (int lane = 1; lane < Vector128<T>.Count; lane++)
        {
            least = T.Min(least, halves[lane]);
            dearest = T.Max(dearest, dear[lane]);
        }

        return (least, dearest);
    }

    /// <summary>The least of some numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static T Least<T>(ReadOnlySpan<T> numbers)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        ref T first = ref MemoryMarshal.GetReference(numbers);
        Vector256<T> least = Vector256.Create(T.MaxValue);
        for (nuint at = 0; at < (nuint)numbers.Length; at += (nuint)Vector256<T>.Count)
        {
            least = Vector256.Min(least, Vector256.LoadUnsafe(ref first, at));
        }

        return LeastLane(least);
    }

    /// <summary>Shortens distances to what they are by way of one row: cost minus price plus offset; and notes the row where they get shorter.</summary>
    /// <returns>The shortest distance.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static T Shorten<T>(ReadOnlySpan<T> costs, ReadOnlySpan<T> prices, T offset, T row, Span<T> distances, Span<T> came)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        ref T cost = ref MemoryMarshal.GetReference(costs);
        ref T price = ref MemoryMarshal.GetReference(prices);
        ref T known = ref MemoryMarshal.GetReference(distances);
        ref T via = ref MemoryMarshal.GetReference(came);
        Vector256<T> ahead = Vector256.Create(offset);
        Vector256<T> here = Vector256.Create(row);
        Vector256<T> least = Vector256.Create(T.MaxValue);
        for (nuint at = 0; at < (nuint)costs.Length; at += (nuint)Vector256<T>.Count)
        {
            Vector256<T> found = Vector256.LoadUnsafe(ref cost, at) - Vector256.LoadUnsafe(ref price, at) + ahead;
            Vector256<T> before = Vector256.LoadUnsafe(ref known, at);
            Vector256<T> shorter = Vector256.LessThan(found, before);
            Vector256<T> now = Vector256.Min(found, before);
            now.StoreUnsafe(ref known, at);
            Vector256.ConditionalSelect(shorter, here, Vector256.LoadUnsafe(ref via, at)).StoreUnsafe(ref via, at);
            least = Vector256.Min(least, now);
        }

        return LeastLane(least);
    }

    private static T LeastLane<T>(Vector256<T> lanes)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        T least = T.MaxValue;
        for (int lane = 0; lane < Vector256<T>.Count; lane++)
        {
            least = T.Min(least, lanes[lane]);
        }

        return least;
    }
}
