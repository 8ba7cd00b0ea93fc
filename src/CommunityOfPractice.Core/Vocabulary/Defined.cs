using System.Runtime.CompilerServices;

namespace CommunityOfPractice.Core.Vocabulary;

/// <summary>Throws for a value of an enumeration that has no name: misuse, not a refusal.</summary>
internal static class Defined
{
    public static void Check<T>(T value, [CallerArgumentExpression(nameof(value))] string? parameter = null)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            throw new ArgumentOutOfRangeException(parameter, value, $"This is no defined {typeof(T).Name}.");
        }
    }
}
