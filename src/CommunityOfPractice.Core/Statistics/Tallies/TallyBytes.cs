namespace CommunityOfPractice.Core.Statistics;

/// <summary>Whole numbers in as few bytes as they need: seven bits a byte, the lowest first; equal content gives equal bytes.</summary>
internal static class TallyBytes
{
    /// <summary>Writes a number.</summary>
    public static void Write(List<byte> bytes, ulong value)
    {
        while (value > 127)
        {
            bytes.Add((byte)(value | 128));
            value >>= 7;
        }

        bytes.Add((byte)value);
    }

    /// <summary>Reads a number and moves on.</summary>
    /// <exception cref="FormatException">The bytes end inside the number, it does not fit 64 bits, or it is above <paramref name="most"/>.</exception>
    public static ulong Read(ReadOnlySpan<byte> bytes, ref int at, ulong most = ulong.MaxValue)
    {
        ulong value = 0;
        int start = at;
        for (int shift = 0; at < bytes.Length; shift += 7)
        {
            byte next = bytes[at++];
            if (shift == 63 && next > 1)
            {
                break;
            }

            value |= (ulong)(next & 127) << shift;
            if (next < 128)
            {
                return value <= most ? value : throw new FormatException($"The number {value} at byte {start} is above {most}.");
            }
        }

        throw new FormatException($"At byte {start} there is no whole number.");
    }

    /// <summary>Reads what kind of tally follows.</summary>
    /// <exception cref="FormatException">It is another kind, or another version.</exception>
    public static int Header(ReadOnlySpan<byte> bytes, byte kind)
    {
        if (bytes.Length < 2 || bytes[0] != kind || bytes[1] != Version)
        {
            throw new FormatException($"These are not the bytes of a tally of the kind '{(char)kind}', version {Version}.");
        }

        return 2;
    }

    /// <summary>Demands that everything was read.</summary>
    /// <exception cref="FormatException">Something follows.</exception>
    public static void End(ReadOnlySpan<byte> bytes, int at)
    {
        if (at != bytes.Length)
        {
            throw new FormatException($"The tally ends at byte {at}, but {bytes.Length - at} bytes follow.");
        }
    }

    /// <summary>The version of all forms.</summary>
    public const byte Version = 1;

    /// <summary>How much memory bytes may ask for beyond what their length allows, unless told otherwise: 256 MiB.</summary>
    public const long MostMemory = 1L << 28;

    /// <summary>Takes memory from what is left of an allowance.</summary>
    /// <exception cref="FormatException">There is not so much left.</exception>
    public static void Take(ref long left, long memory)
    {
        left -= memory;
        if (left < 0)
        {
            throw new FormatException("The numbers in these bytes ask for more memory than they may.");
        }
    }

    /// <summary>The number here of something that another tally numbers; the same one where no numbers are given.</summary>
    /// <exception cref="ArgumentException">Numbers are given, but none for it.</exception>
    public static int Here(ReadOnlySpan<int> numbers, int there) =>
        numbers.IsEmpty ? there : there < numbers.Length ? numbers[there] : throw new ArgumentException($"There is no number for {there} of the other tally.", nameof(numbers));

    /// <summary>Makes an array long enough for an index.</summary>
    public static void Grow<T>(ref T[] array, int index, T fill = default!)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        if (index >= array.Length)
        {
            int old = array.Length;
            Array.Resize(ref array, (int)Math.Min(Array.MaxLength, Math.Max(index + 1L, Math.Max(16, old * 2L))));
            array.AsSpan(old).Fill(fill);
        }
    }
}
