using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace CommunityOfPractice.Core.Vocabulary;

/// <summary>An immutable list that is compared element by element, in order.</summary>
/// <typeparam name="T">What the list holds.</typeparam>
/// <remarks>Written with a collection expression: <c>ValueList&lt;int&gt; x = [1, 2];</c>. Safe for any number of readers.</remarks>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Create))]
public sealed class ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    private readonly ImmutableSortedSet<T>? tree;
    private T[]? items;

    internal ValueList(T[] items) => this.items = items;

    /// <summary>A list in order and without repetitions, laid out as an array when somebody first reads it.</summary>
    private ValueList(ImmutableSortedSet<T> tree) => this.tree = tree;

    /// <summary>Gets the list without elements.</summary>
    /// <value>A shared, empty list.</value>
    public static ValueList<T> Empty { get; } = new((T[])[]);

    /// <inheritdoc/>
    public int Count => items?.Length ?? tree!.Count;

    /// <inheritdoc/>
    public T this[int index] => Items[index];

    /// <summary>The elements. Two readers at once may lay them out twice, to the same effect.</summary>
    private T[] Items => items ??= [.. tree!];

    /// <summary>Returns the elements as a span.</summary>
    /// <returns>A read-only view, without copying.</returns>
    public ReadOnlySpan<T> AsSpan() => Items;

    /// <summary>Returns whether the other list has equal elements in the same order.</summary>
    /// <param name="other">The other list.</param>
    /// <returns><see langword="true"/> when equal.</returns>
    public bool Equals(ValueList<T>? other) => other is not null && AsSpan().SequenceEqual(other.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (T item in Items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)Items).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => Items.GetEnumerator();

    /// <summary>Returns the elements in brackets.</summary>
    /// <returns>For instance <c>[1, 2]</c>.</returns>
    public override string ToString() => $"[{string.Join(", ", Items)}]";

    /// <summary>The list as a set in order, with an element in it.</summary>
    /// <remarks>O(log n) for a list that comes of this or <see cref="Without"/>, so that a list can grow one by one; O(n log n) for any other.</remarks>
    internal ValueList<T> With(T item) => new(Tree.Add(item));

    /// <summary>The list as a set in order, without an element. Costs as <see cref="With"/>.</summary>
    internal ValueList<T> Without(T item) => Tree.Remove(item) is { IsEmpty: false } rest ? new(rest) : Empty;

    /// <summary>Whether an element is in the list: O(log n) for a list that comes of <see cref="With"/> or <see cref="Without"/>, else O(n).</summary>
    internal bool Holds(T item) => tree?.Contains(item) ?? AsSpan().Contains(item);

    private ImmutableSortedSet<T> Tree => tree ?? ImmutableSortedSet.Create<T>(AsSpan());
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
