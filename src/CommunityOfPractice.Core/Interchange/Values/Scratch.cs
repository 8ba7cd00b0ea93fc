namespace CommunityOfPractice.Core.Interchange;

/// <summary>A growing buffer for texts that do not stand in the file as they are meant: quotes and escapes taken off.</summary>
internal sealed class Scratch
{
    private byte[] bytes = new byte[256];

    public byte[] Bytes => bytes;

    public int Count { get; private set; }

    public void Clear() => Count = 0;

    public void Add(byte value)
    {
        if (Count == bytes.Length)
        {
            Array.Resize(ref bytes, bytes.Length * 2);
        }

        bytes[Count++] = value;
    }

    public void Add(ReadOnlySpan<byte> value)
    {
        value.CopyTo(Room(value.Length));
        Count += value.Length;
    }

    /// <summary>What was added since the buffer held <paramref name="start"/> bytes.</summary>
    public Slot Since(int start) => Slot.InScratch(start, Count - start);

    private Span<byte> Room(int length)
    {
        if (bytes.Length - Count < length)
        {
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Count + length));
        }

        return bytes.AsSpan(Count);
    }
}
