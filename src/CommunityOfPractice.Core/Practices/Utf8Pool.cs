using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using System.Text;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Numbers distinct byte strings 0, 1, 2 … in the order of their first appearance.</summary>
/// <remarks>
/// One arena holds all bytes; an open-addressing table of 32-bit slots (entry number and as many hash bits as are left) finds them.
/// About 4 bytes + 1.3 to 2.7 slots of 4 bytes + its own length an entry. Not safe for concurrent writers.
/// The hash is seeded in each process, so that nobody can craft texts that collide; no number depends on it.
/// </remarks>
internal sealed class Utf8Pool
{
    private const int MaxCount = 3 << 28;
    private const ulong K0 = 0x9E3779B97F4A7C15, K1 = 0xD6E8FEB86659FD93;

    private static readonly ulong Seed = (ulong)HashCode.Combine(0) << 32 | (uint)HashCode.Combine(1);
    private byte[] arena = [];
    private int[] ends = [];
    private uint[]? slots;
    private int bits;

    public int Count { get; private set; }

    /// <summary>Bytes held by the pool's arrays.</summary>
    public long StateBytes => arena.LongLength + (4L * ends.Length) + (4L * (slots?.Length ?? 0));

    /// <summary>Whether texts of that many bytes in all can surely be added.</summary>
    public bool HasRoomFor(long bytes) => (Count == 0 ? 0L : ends[Count - 1]) + bytes <= Array.MaxLength && Count + bytes <= MaxCount;

    public ReadOnlySpan<byte> this[int entry]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            int start = entry == 0 ? 0 : ends[entry - 1];
            return new ReadOnlySpan<byte>(arena, start, ends[entry] - start);
        }
    }

    public string Text(int entry) => Encoding.UTF8.GetString(this[entry]);

    /// <summary>The int sequence that was interned as bytes.</summary>
    public ReadOnlySpan<int> Numbers(int entry) => MemoryMarshal.Cast<byte, int>(this[entry]);

    /// <summary>The entry of a text, interned when new.</summary>
    public int Intern(string text)
    {
        Span<byte> utf8 = stackalloc byte[256];
        return Encoding.UTF8.TryGetBytes(text, utf8, out int length)
            ? Intern(utf8[..length])
            : Intern(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>The entry of a byte string, interned when new.</summary>
    public int Intern(ReadOnlySpan<byte> value) => Intern(value, Hash(value));

    /// <summary>Lets the processor fetch the slot of a byte string that is soon to be interned.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe void Prefetch(ulong hash)
    {
        if (slots is not null && Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref slots[hash >> (64 - bits)]));
        }
    }

    /// <summary>The entry of a byte string whose hash is known, interned when new.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Intern(ReadOnlySpan<byte> value, ulong hash)
    {
        if (slots is null || Count >= slots.Length - (slots.Length >> 2))
        {
            Rehash(Math.Max(6, slots is null ? BitOperations.Log2((uint)Math.Max(1, Count)) + 2 : bits + 1));
        }

        uint tag = Tag(hash);
        uint mask = (1u << bits) - 1;
        for (uint slot = (uint)(hash >> (64 - bits)); ; slot = slot + 1 & mask)
        {
            uint found = slots![slot];
            if (found == 0)
            {
                int entry = Append(value);
                slots[slot] = tag | (uint)(entry + 1);
                return entry;
            }

            if ((found & ~mask) == tag && Same(this[(int)(found & mask) - 1], value))
            {
                return (int)(found & mask) - 1;
            }
        }
    }

    /// <summary>The entry of a byte string, or -1 when it is not there.</summary>
    public int Find(ReadOnlySpan<byte> value)
    {
        if (slots is null)
        {
            return -1;
        }

        ulong hash = Hash(value);
        uint tag = Tag(hash);
        uint mask = (1u << bits) - 1;
        for (uint slot = (uint)(hash >> (64 - bits)); ; slot = slot + 1 & mask)
        {
            uint found = slots[slot];
            if (found == 0)
            {
                return -1;
            }

            if ((found & ~mask) == tag && Same(this[(int)(found & mask) - 1], value))
            {
                return (int)(found & mask) - 1;
            }
        }
    }

    /// <summary>Makes room for as many entries, of the average length so far; what is expected too much is given back by <see cref="Trim"/>.</summary>
    public void Reserve(int count)
    {
        if (Count == 0 || count <= Count)
        {
            return;
        }

        long bytes = (long)ends[Count - 1] * count / Count;
        Array.Resize(ref arena, (int)Math.Min(Array.MaxLength, Math.Max(arena.Length, bytes)));
        Array.Resize(ref ends, Math.Max(ends.Length, count));
        int wanted = bits;
        while ((1L << wanted) - (1L << wanted >> 2) <= count)
        {
            wanted++;
        }

        if (slots is not null && wanted > bits)
        {
            Rehash(wanted);
        }
    }

    /// <summary>Gives spare room back; with <paramref name="keepIndex"/> false, entries can no longer be found by text.</summary>
    public void Trim(bool keepIndex)
    {
        Array.Resize(ref arena, Count == 0 ? 0 : ends[Count - 1]);
        Array.Resize(ref ends, Count);
        if (!keepIndex)
        {
            slots = null;
        }
    }

    /// <summary>The hash of a byte string, the same in every pool of a process.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Hash(ReadOnlySpan<byte> value)
    {
        ulong hash = Seed ^ ((ulong)value.Length * K0);
        if (value.Length >= 8)
        {
            ReadOnlySpan<byte> rest = value;
            while (rest.Length > 8)
            {
                hash = Fold(hash ^ MemoryMarshal.Read<ulong>(rest), K1);
                rest = rest[8..];
            }

            return Fold(hash ^ MemoryMarshal.Read<ulong>(value[^8..]), K0);
        }

        ulong tail = 0;
        if (value.Length >= 4)
        {
            tail = MemoryMarshal.Read<uint>(value) | (ulong)MemoryMarshal.Read<uint>(value[^4..]) << 32;
        }
        else if (value.Length > 0)
        {
            tail = value[0] | (ulong)value[value.Length >> 1] << 8 | (ulong)value[^1] << 16;
        }

        return Fold(hash ^ tail ^ K1, K0);
    }

    /// <summary>Whether two byte strings are equal.</summary>
    // Most texts are ids of 4 to 16 bytes: two overlapping reads see all of them.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Same(ReadOnlySpan<byte> known, ReadOnlySpan<byte> value)
    {
        if (known.Length != value.Length)
        {
            return false;
        }

        if (known.Length is >= 8 and <= 16)
        {
            return MemoryMarshal.Read<ulong>(known) == MemoryMarshal.Read<ulong>(value) && MemoryMarshal.Read<ulong>(known[^8..]) == MemoryMarshal.Read<ulong>(value[^8..]);
        }

        return known.Length is >= 4 and < 8
            ? MemoryMarshal.Read<uint>(known) == MemoryMarshal.Read<uint>(value) && MemoryMarshal.Read<uint>(known[^4..]) == MemoryMarshal.Read<uint>(value[^4..])
            : known.SequenceEqual(value);
    }

    private static ulong Fold(ulong a, ulong b)
    {
        ulong high = Math.BigMul(a, b, out ulong low);
        return (high ^ low) * K1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Tag(ulong hash) => (uint)hash << bits;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Append(ReadOnlySpan<byte> value)
    {
        int start = Count == 0 ? 0 : ends[Count - 1];
        if (Count == ends.Length)
        {
            Array.Resize(ref ends, Math.Max(16, Count * 2));
        }

        if (start + value.Length > arena.Length)
        {
            int wanted = checked(start + value.Length);
            Array.Resize(ref arena, (int)Math.Min(Array.MaxLength, Math.Max(wanted, Math.Max(256L, arena.Length * 2L))));
        }

        value.CopyTo(arena.AsSpan(start));
        ends[Count] = start + value.Length;
        return Count++;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Rehash(int newBits)
    {
        bits = newBits;
        slots = new uint[1 << bits];
        uint mask = (1u << bits) - 1;
        for (int entry = 0; entry < Count; entry++)
        {
            ulong hash = Hash(this[entry]);
            uint slot = (uint)(hash >> (64 - bits));
            while (slots[slot] != 0)
            {
                slot = slot + 1 & mask;
            }

            slots[slot] = Tag(hash) | (uint)(entry + 1);
        }
    }
}
