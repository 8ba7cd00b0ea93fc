using System.Runtime.CompilerServices;

namespace CommunityOfPractice.Core.Practices;

/// <summary>Ids in commands and facts name something.</summary>
internal static class Named
{
    /// <summary>The id; throws for its default value, which names nothing: misuse, not a refusal.</summary>
    public static T Check<T>(T id, [CallerArgumentExpression(nameof(id))] string? parameter = null)
        where T : struct, IEquatable<T> =>
        !id.Equals(default) ? id : throw new ArgumentException("An id has the default value, which names nothing.", parameter);
}
