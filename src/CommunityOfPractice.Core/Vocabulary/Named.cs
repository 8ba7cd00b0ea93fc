using System.Runtime.CompilerServices;

namespace CommunityOfPractice.Core.Vocabulary;

/// <summary>Ids in commands and facts name something, and something stands in their lists: the rest is misuse, not a refusal.</summary>
internal static class Named
{
    /// <summary>The id; throws for its default value, which names nothing.</summary>
    public static T Check<T>(T id, [CallerArgumentExpression(nameof(id))] string? parameter = null)
        where T : struct, IEquatable<T> =>
        !id.Equals(default) ? id : throw new ArgumentException("An id has the default value, which names nothing.", parameter);

    /// <summary>The list; throws when there is none, and for a null or an id with its default value in it.</summary>
    public static ValueList<T> All<T>(ValueList<T> items, [CallerArgumentExpression(nameof(items))] string? parameter = null)
    {
        ArgumentNullException.ThrowIfNull(items, parameter);
        return !items.AsSpan().Contains(default!) ? items : throw new ArgumentException("A list holds null, or an id with its default value, which names nothing.", parameter);
    }
}
