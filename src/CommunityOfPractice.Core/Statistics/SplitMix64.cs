using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Statistics;

/// <summary>SplitMix64: random numbers as a pure function of a seed and a place, and seeds that split into independent ones.</summary>
/// <remarks>
/// <para>
/// The number at place i is <c>mix(seed + (i + 1)·γ)</c>. Nothing is used up: whoever asks for the same place gets the same number, in any order and on
/// any number of threads. Whole-number arithmetic only, so the bits are the same on every machine. Good for simulations, worthless for secrets.
/// </para>
/// <para>Compared by value. The default value is the seed 0, as good as any other.</para>
/// <para>
/// Source: Steele, Lea and Flood (2014), Fast splittable pseudorandom number generators, <i>OOPSLA '14</i>, with the mixing constants of Vigna's splitmix64;
/// for splitting the finalizer of MurmurHash3 (Appleby); for seeds from texts the hash FNV-1a (Fowler, Noll and Vo).
/// </para>
/// </remarks>
/// <param name="Seed">The seed; any number.</param>
/// <example><code>new SplitMix64(1234567).At(0)  // 6457827717110365317</code></example>
public readonly record struct SplitMix64([property: JsonRequired] ulong Seed)
{
    private const ulong Gamma = 0x9E3779B97F4A7C15, Branching = 0xD1342543DE82EF95;
    private const ulong FnvBasis = 0xCBF29CE484222325, FnvPrime = 0x100000001B3;

    /// <summary>Makes a seed of a text, such as the id of a community and a window.</summary>
    /// <param name="text">Any text; two bytes a character count, low byte first.</param>
    /// <returns>The generator; the same for the same text on every machine.</returns>
    /// <remarks>Time O(length).</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static SplitMix64 FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        ulong hash = FnvBasis;
        foreach (char character in text)
        {
            hash = (hash ^ (byte)character) * FnvPrime;
            hash = (hash ^ (byte)(character >> 8)) * FnvPrime;
        }

        return new(hash);
    }

    /// <summary>Returns the number at a place: 64 bits, each as often 0 as 1.</summary>
    /// <param name="place">Any number.</param>
    /// <returns>Any number.</returns>
    /// <remarks>Time O(1).</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong At(long place)
    {
        ulong z = Seed + (((ulong)place + 1) * Gamma);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>Returns the number at a place as a fraction.</summary>
    /// <param name="place">Any number.</param>
    /// <returns>From 0 to below 1, a multiple of 2^-53.</returns>
    /// <remarks>Time O(1).</remarks>
    public double Unit(long place) => (At(place) >> 11) * (1.0 / (1L << 53));

    /// <summary>Returns the number at a place as one of the first few whole numbers.</summary>
    /// <param name="place">Any number.</param>
    /// <param name="bound">How many numbers there are to choose from; one or more.</param>
    /// <returns>From 0 to <paramref name="bound"/> − 1; each as probable as the others but for a part in 2^32.</returns>
    /// <remarks>Time O(1).</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bound"/> is below one.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Below(long place, int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        return (int)Math.BigMul(At(place), (ulong)bound, out _);
    }

    /// <summary>Returns the generator of a branch, whose numbers have nothing to do with those of this generator or of another branch.</summary>
    /// <param name="branch">Which branch, such as the number of a repetition.</param>
    /// <returns>A generator; the same for the same branch.</returns>
    /// <remarks>Time O(1).</remarks>
    public SplitMix64 Split(long branch)
    {
        ulong z = At(-1) + (((ulong)branch + 1) * Branching);
        z = (z ^ (z >> 33)) * 0xFF51AFD7ED558CCD;
        z = (z ^ (z >> 33)) * 0xC4CEB9FE1A85EC53;
        return new(z ^ (z >> 33));
    }

    /// <summary>Puts items into a random order: each order is as probable as the others.</summary>
    /// <typeparam name="T">What the items are.</typeparam>
    /// <param name="items">The items; reordered.</param>
    /// <remarks>Fisher and Yates, with the numbers at the places 1 to n − 1. Time O(n), space O(1).</remarks>
    public void Shuffle<T>(Span<T> items) => Draw(items, items.Length - 1);

    /// <summary>Brings a random choice of items to the end, in a random order.</summary>
    /// <typeparam name="T">What the items are.</typeparam>
    /// <param name="items">The items; reordered.</param>
    /// <param name="count">How many to choose; from 0 to the number of items.</param>
    /// <remarks>The chosen ones are the last <paramref name="count"/> items afterwards. Time O(<paramref name="count"/>), space O(1).</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is above the number of items.</exception>
    public void Draw<T>(Span<T> items, int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, items.Length);
        for (int last = items.Length - 1; last >= Math.Max(1, items.Length - count); last--)
        {
            int chosen = Below(last, last + 1);
            (items[chosen], items[last]) = (items[last], items[chosen]);
        }
    }
}
