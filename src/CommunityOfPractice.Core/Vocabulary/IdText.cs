using System.Text;

namespace CommunityOfPractice.Core.Vocabulary;

/// <summary>The one rule for the text of every id: 1 to 200 characters, no NUL, well-formed Unicode.</summary>
internal static class IdText
{
    /// <summary>The most characters (Unicode code points) an id may have.</summary>
    public const int MaxLength = 200;

    public static string Check(string? text, string parameter)
    {
        ArgumentNullException.ThrowIfNull(text, parameter);
        return Problem(text) is { } problem ? throw new ArgumentException(problem, parameter) : text;
    }

    /// <summary>What is wrong with the text, or null when it may be an id.</summary>
    public static string? Problem(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return "An id is not empty.";
        }

        int length = 0;
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out Rune rune, out int used) != System.Buffers.OperationStatus.Done)
            {
                return "An id is well-formed Unicode: this one holds half of a surrogate pair.";
            }

            if (rune.Value == 0)
            {
                return "An id holds no NUL character.";
            }

            if (++length > MaxLength)
            {
                return "An id has at most 200 characters.";
            }

            text = text[used..];
        }

        return null;
    }
}
