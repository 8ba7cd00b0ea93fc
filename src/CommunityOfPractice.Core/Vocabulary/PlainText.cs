using System.Buffers;
using System.Text;

namespace CommunityOfPractice.Core.Vocabulary;

/// <summary>The one rule for texts that people write: at most 10,000 characters, well-formed Unicode, no NUL.</summary>
internal static class PlainText
{
    /// <summary>The most characters (Unicode code points) a text may have.</summary>
    public const int MaxLength = 10_000;

    /// <summary>How many characters a text has; null when it is not well-formed or holds NUL.</summary>
    public static int? Length(ReadOnlySpan<char> text)
    {
        int length = 0;
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out Rune rune, out int used) != OperationStatus.Done || rune.Value == 0)
            {
                return null;
            }

            length++;
            text = text[used..];
        }

        return length;
    }
}
