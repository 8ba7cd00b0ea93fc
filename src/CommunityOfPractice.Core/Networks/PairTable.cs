using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CommunityOfPractice.Core.Networks;

/// <summary>Pairs of numbers, and in which of the two directions they are joined: a table of 8 bytes a slot, filled to at most two thirds.</summary>
internal sealed class PairTable
{
    /// <summary>From the smaller number to the larger, back, or both.</summary>
    public const ulong Forth = 1, Back = 2, Both = Forth | Back;

    private ulong[] slots = new ulong[16];
    private int size = 16; // of the slots, so many are in use
    private int shift = 60;

    /// <summary>How many pairs there are.</summary>
    public int Count { get; private set; }

    /// <summary>All slots; 0 for a free one, else the pair with its directions.</summary>
    public ReadOnlySpan<ulong> Slots => slots.AsSpan(0, size);

    /// <summary>Two numbers in the upper 62 bits, the smaller one first.</summary>
    public static ulong Pair(int one, int other) => ((ulong)(uint)Math.Min(one, other) << 33) | ((ulong)(uint)Math.Max(one, other) << 2);

    /// <summary>The two numbers of a slot, the smaller one first.</summary>
    public static (int Low, int High) Ends(ulong slot) => ((int)(slot >> 33), (int)(slot >> 2) & int.MaxValue);

    /// <summary>Makes room for so many pairs more, so that slots keep their places meanwhile.</summary>
    public void Reserve(int more)
    {
        while (Count + (long)more > size / 3 * 2)
        {
            Rehash();
        }
    }

    /// <summary>Forgets all pairs and makes room for so many, in at most half of the slots.</summary>
    /// <exception cref="OverflowException">There would be more than 2^29 pairs.</exception>
    public void Restart(int most)
    {
        Count = 0;
        Resize(checked((int)BitOperations.RoundUpToPowerOf2((ulong)Math.Max(8, most) * 2)));
        if (slots.Length < size)
        {
            slots = new ulong[size];
        }
        else
        {
            slots.AsSpan(0, size).Clear();
        }
    }

    /// <summary>Where a pair belongs when there is no other.</summary>
    public int Home(ulong pair) => (int)((pair * 0x9E3779B97F4A7C15UL) >> shift);

    /// <summary>Asks the processor for a slot that will be needed soon, where it can.</summary>
    public void Prefetch(int home) => Cache.Load(in Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(slots), home));

    /// <summary>Notes a direction of a pair, for which there is room.</summary>
    /// <returns>The directions known before.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Add(ulong pair, ulong direction, int home)
    {
        ref ulong slot = ref slots[Find(pair, home)];
        ulong known = slot & Both;
        Count += known == 0 ? 1 : 0;
        slot = pair | known | direction;
        return known;
    }

    /// <summary>The slot of a pair, or the free one where it belongs.</summary>
    /// <remarks>One branch for both: whether the pair is there already, nothing would foretell.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Find(ulong pair, int home)
    {
        ulong[] all = slots;
        int mask = size - 1;
        while (all[home] != 0 & (all[home] ^ pair) > Both)
        {
            home = (home + 1) & mask;
        }

        return home;
    }

    private void Rehash()
    {
        ReadOnlySpan<ulong> old = Slots;
        slots = new ulong[checked(size * 2)];
        Resize(slots.Length);
        foreach (ulong slot in old)
        {
            if (slot != 0)
            {
                slots[Find(slot & ~Both, Home(slot & ~Both))] = slot;
            }
        }
    }

    private void Resize(int slotsInUse)
    {
        size = slotsInUse;
        shift = 64 - BitOperations.Log2((uint)size);
    }
}
