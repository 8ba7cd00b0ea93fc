using System.Buffers;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>A window of bytes that moves over a stream and grows when a row does not fit, from a pool and back to it.</summary>
internal sealed class FileWindow(Stream stream) : IDisposable
{
    private const int FirstSize = 1 << 18;

    private byte[] bytes = ArrayPool<byte>.Shared.Rent(FirstSize);

    public byte[] Bytes => bytes;

    /// <summary>How many bytes of the window are filled.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the stream ends with the window.</summary>
    public bool IsFinal { get; private set; }

    /// <summary>Fills the window; when it is full already, it grows first.</summary>
    /// <returns>How many bytes were read.</returns>
    public async ValueTask<int> FillAsync(CancellationToken cancellationToken)
    {
        if (Count == bytes.Length)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent(Count * 2);
            bytes.AsSpan(0, Count).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = larger;
        }

        int wanted = bytes.Length - Count;
        int read = await stream.ReadAtLeastAsync(bytes.AsMemory(Count), wanted, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        Count += read;
        IsFinal = read < wanted;
        return read;
    }

    /// <summary>Moves the window on.</summary>
    public void TakeOff(int count)
    {
        bytes.AsSpan(count, Count - count).CopyTo(bytes);
        Count -= count;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = [];
    }
}
