using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Finds an act by its name in one step: a table in which no two names share a slot.</summary>
/// <remarks>
/// No name is longer than eight bytes or shorter than three, so two overlapping reads see all of it. A byte that becomes a small letter by setting one bit is that
/// letter, small or capital.
/// </remarks>
internal sealed class ActNames
{
    private const int Bits = 6, Shortest = 3, Longest = 8;

    private readonly (ulong Letters, int Length, Act Act)[] slots = new (ulong, int, Act)[1 << Bits];
    private readonly ulong factor = 0x9E3779B97F4A7C15;

    public ActNames(string[] names)
    {
        while (!TryPlace(names))
        {
            factor += 2;
            slots.AsSpan().Clear();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryFind(ReadOnlySpan<byte> name, out Act act)
    {
        if (name.Length is < Shortest or > Longest)
        {
            act = default;
            return false;
        }

        ulong letters = LettersOf(name);
        ref (ulong Letters, int Length, Act Act) slot = ref slots[Slot(letters)];
        bool found = slot.Letters == letters && slot.Length == name.Length;
        act = found ? slot.Act : default;
        return found;
    }

    /// <summary>Puts every name into its slot, unless two want the same.</summary>
    private bool TryPlace(string[] names)
    {
        for (int i = 0; i < names.Length; i++)
        {
            ulong letters = LettersOf(System.Text.Encoding.ASCII.GetBytes(names[i]));
            ref (ulong Letters, int Length, Act Act) slot = ref slots[Slot(letters)];
            if (slot.Length > 0)
            {
                return false;
            }

            slot = (letters, names[i].Length, (Act)i);
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong LettersOf(ReadOnlySpan<byte> name)
    {
        const ulong Small = 0x2020_2020_2020_2020;
        return Small | (name.Length == Shortest
            ? name[0] | (ulong)name[1] << 8 | (ulong)name[2] << 16
            : BinaryPrimitives.ReadUInt32LittleEndian(name) | (ulong)BinaryPrimitives.ReadUInt32LittleEndian(name[^4..]) << 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Slot(ulong letters) => (int)(letters * factor >> (64 - Bits));
}
