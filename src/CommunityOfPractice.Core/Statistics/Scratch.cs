using System.Buffers;

namespace CommunityOfPractice.Core.Statistics;

/// <summary>A span borrowed from the shared pool for the length of a calculation.</summary>
/// <typeparam name="T">What the span holds.</typeparam>
/// <remarks>Its first contents are whatever the last borrower left. Dispose it once; the default value is not usable.</remarks>
internal readonly ref struct Scratch<T> : IDisposable
    where T : unmanaged
{
    private readonly T[] array;

    /// <summary>Borrows a span.</summary>
    /// <param name="length">Zero or more.</param>
    public Scratch(int length)
    {
        array = ArrayPool<T>.Shared.Rent(length);
        Span = array.AsSpan(0, length);
    }

    /// <summary>Gets the borrowed span.</summary>
    /// <value>As long as was asked for.</value>
    public Span<T> Span { get; }

    /// <summary>Gives the span back.</summary>
    public void Dispose() => ArrayPool<T>.Shared.Return(array);
}
