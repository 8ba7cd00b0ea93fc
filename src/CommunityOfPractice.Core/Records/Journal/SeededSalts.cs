using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CommunityOfPractice.Core.Records;

/// <summary>Salts that follow from a seed: for imports that must come out the same twice, for tests and for samples.</summary>
/// <remarks>
/// The n-th salt is HMAC-SHA256 of n under the seed, cut to 16 bytes, in lower-case hexadecimal. Who knows the seed can guess what was
/// erased: keep it secret where personal data are real, or take random salts. Safe for concurrent use; the order is then that of the calls.
/// </remarks>
public sealed class SeededSalts : ISaltSource
{
    private readonly byte[] key;
    private long given;

    /// <summary>Begins with the first salt of a seed.</summary>
    /// <param name="seed">Any text.</param>
    public SeededSalts(string seed)
    {
        ArgumentNullException.ThrowIfNull(seed);
        key = Encoding.UTF8.GetBytes(seed);
    }

    /// <summary>Returns the salt that a seed gives to a name, whatever was given before.</summary>
    /// <param name="seed">Any text.</param>
    /// <param name="name">What the salt is for, such as <c>my-community/17</c>.</param>
    /// <returns>32 hexadecimal digits.</returns>
    public static string For(string seed, string name)
    {
        ArgumentNullException.ThrowIfNull(seed);
        ArgumentNullException.ThrowIfNull(name);
        return Cut(Encoding.UTF8.GetBytes(seed), Encoding.UTF8.GetBytes(name));
    }

    /// <inheritdoc/>
    public string Next()
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, Interlocked.Increment(ref given));
        return Cut(key, counter);
    }

    private static string Cut(byte[] key, ReadOnlySpan<byte> source) => Convert.ToHexStringLower(HMACSHA256.HashData(key, source).AsSpan(0, 16));
}
