using System.Buffers.Binary;
using System.IO.Compression;

namespace CommunityOfPractice.Tool;

/// <summary>Unpacks a gzip file and notices when it is cut off, which the platform's own stream takes for the end.</summary>
/// <remarks>The last four bytes of the file say how long its content is (RFC 1952), modulo 2^32. A file that was put together of several cannot be checked so, and is refused.</remarks>
internal sealed class WholeGzip : Stream
{
    private const int Trailer = 4, Least = 18;

    private readonly GZipStream inner;
    private readonly uint expected;
    private uint unpacked;

    /// <summary>Begins to unpack.</summary>
    /// <param name="file">The file, at its beginning; disposed of with this.</param>
    /// <exception cref="InvalidDataException">It is too short to be one.</exception>
    public WholeGzip(FileStream file)
    {
        if (file.Length < Least)
        {
            file.Dispose();
            throw new InvalidDataException("it is cut off");
        }

        Span<byte> trailer = stackalloc byte[Trailer];
        RandomAccess.Read(file.SafeFileHandle, trailer, file.Length - Trailer);
        expected = BinaryPrimitives.ReadUInt32LittleEndian(trailer);
        inner = new GZipStream(file, CompressionMode.Decompress);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Counted(inner.Read(buffer, offset, count), count);

    public override int Read(Span<byte> buffer) => Counted(inner.Read(buffer), buffer.Length);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Counted(await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false), buffer.Length);

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        await ReadAsync(buffer.AsMemory(offset, count), cancellationToken).ConfigureAwait(false);

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Counted(int read, int asked)
    {
        unpacked += (uint)read;
        return read > 0 || asked == 0 || unpacked == expected ? read : throw new InvalidDataException("it is cut off, or put together of several files: unpack it first");
    }
}
