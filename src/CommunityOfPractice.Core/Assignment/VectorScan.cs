using System.Numerics;
using System.Runtime.InteropServices;

namespace CommunityOfPractice.Core.Assignment;

/// <summary>Passes over one row of a table with vector instructions; all spans have the length of the costs, a multiple of the vector's.</summary>
internal static class VectorScan
{
    /// <summary>The least and the second least of cost minus price.</summary>
    public static (T Least, T Second) TwoLeast<T>(ReadOnlySpan<T> costs, ReadOnlySpan<T> prices)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        ref T cost = ref MemoryMarshal.GetReference(costs);
        ref T price = ref MemoryMarshal.GetReference(prices);
        Vector<T> least = new(T.MaxValue);
        Vector<T> second = least;
        for (nuint at = 0; at < (nuint)costs.Length; at += (nuint)Vector<T>.Count)
        {
            Vector<T> reduced = Vector.LoadUnsafe(ref cost, at) - Vector.LoadUnsafe(ref price, at);
            second = Vector.Min(second, Vector.Max(least, reduced));
            least = Vector.Min(least, reduced);
        }

        T one = T.MaxValue;
        T two = T.MaxValue;
        for (int lane = 0; lane < Vector<T>.Count; lane++)
        {
            two = T.Min(T.Min(two, second[lane]), T.Max(one, least[lane]));
            one = T.Min(one, least[lane]);
        }

        return (one, two);
    }

    /// <summary>Shortens distances to what they are by way of one row: cost minus price plus offset; and notes the row where they get shorter.</summary>
    /// <returns>The shortest distance.</returns>
    public static T Shorten<T>(ReadOnlySpan<T> costs, ReadOnlySpan<T> prices, T offset, T row, Span<T> distances, Span<T> came)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        ref T cost = ref MemoryMarshal.GetReference(costs);
        ref T price = ref MemoryMarshal.GetReference(prices);
        ref T known = ref MemoryMarshal.GetReference(distances);
        ref T via = ref MemoryMarshal.GetReference(came);
        Vector<T> ahead = new(offset);
        Vector<T> here = new(row);
        Vector<T> least = new(T.MaxValue);
        for (nuint at = 0; at < (nuint)costs.Length; at += (nuint)Vector<T>.Count)
        {
            Vector<T> found = Vector.LoadUnsafe(ref cost, at) - Vector.LoadUnsafe(ref price, at) + ahead;
            Vector<T> before = Vector.LoadUnsafe(ref known, at);
            Vector<T> shorter = Vector.LessThan(found, before);
            Vector<T> now = Vector.Min(found, before);
            now.StoreUnsafe(ref known, at);
            Vector.ConditionalSelect(shorter, here, Vector.LoadUnsafe(ref via, at)).StoreUnsafe(ref via, at);
            least = Vector.Min(least, now);
        }

        T shortest = T.MaxValue;
        for (int lane = 0; lane < Vector<T>.Count; lane++)
        {
            shortest = T.Min(shortest, least[lane]);
        }

        return shortest;
    }
}
