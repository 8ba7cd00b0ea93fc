using System.Collections;
using System.Runtime.CompilerServices;

namespace CommunityOfPractice.Core.Vocabulary;

/// <summary>An immutable list that is compared element by element, in order.</summary>
/// <typeparam name="T">What the list holds.</typeparam>
/// <remarks>Written with a collection expression: <c>ValueList&lt;int&gt; x = [1, 2];</c>. Safe for any number of readers.</remarks>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Create))]
public sealed class ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    private readonly T[] items;

    internal ValueList(T[] items) => this.items = items;

    /// <summary>Gets the list without elements.</summary>
    /// <value>A shared, empty list.</value>
    public static ValueList<T> Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => items.Length;

    /// <inheritdoc/>
    public T this[int index] => items[index];

    /// <summary>Returns the elements as a span.</summary>
    /// <returns>A read-only view, without copying.</returns>
    public ReadOnlySpan<T> AsSpan() => items;

    /// <summary>Returns whether the other list has equal elements in the same order.</summary>
    /// <param name="other">The other list.</param>
    /// <returns><see langword="true"/> when equal.</returns>
    public bool Equals(ValueList<T>? other) => other is not null && items.AsSpan().SequenceEqual(other.items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (T item in items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();

    /// <summary>Returns the elements in brackets.</summary>
    /// <returns>For instance <c>[1, 2]</c>.</returns>
    public override string ToString() => $"[{string.Join(", ", items)}]";
}

/// <summary>Makes <see cref="ValueList{T}"/>s.</summary>
public static class ValueList
{
    /// <summary>Copies elements into a list.</summary>
    /// <typeparam name="T">What the list holds.</typeparam>
    /// <param name="items">The elements, in order.</param>
    /// <returns>The list; the shared empty one when there are no elements.</returns>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => items.IsEmpty ? ValueList<T>.Empty : new(items.ToArray());

    /// <summary>Copies elements into a list.</summary>
    /// <typeparam name="T">What the list holds.</typeparam>
    /// <param name="items">The elements, in order.</param>
    /// <returns>The list; the shared empty one when there are no elements.</returns>
    public static ValueList<T> ToValueList<T>(this IEnumerable<T> items)
    {
        T[] copy = [.. items];
        return copy.Length == 0 ? ValueList<T>.Empty : new(copy);
    }
}
