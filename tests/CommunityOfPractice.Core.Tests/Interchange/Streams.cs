namespace CommunityOfPractice.Core.Tests.Interchange;

/// <summary>A stream made of a function from position to byte runs; hands out at most some bytes at a time.</summary>
internal sealed class SyntheticStream(long length, int chunk, Func<long, Memory<byte>, int> fill) : Stream
{
    private long position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get => position; set => throw new NotSupportedException(); }

    public static SyntheticStream Of(byte[] bytes, int chunk) => new(bytes.Length, chunk, (at, into) =>
    {
        bytes.AsMemory((int)at, into.Length).CopyTo(into);
        return into.Length;
    });

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count = (int)Math.Min(Math.Min(buffer.Length, chunk), length - position);
        count = count == 0 ? 0 : fill(position, buffer[..count]);
        position += count;
        return new(count);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("The reader reads asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
