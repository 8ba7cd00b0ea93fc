using System.Text;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>Data as it may appear in a message: short, without control characters.</summary>
internal static class Shown
{
    private const int MaxLength = 40;

    /// <summary>In quotes.</summary>
    public static string Text(ReadOnlySpan<byte> utf8) => $"'{Name(utf8)}'";

    /// <summary>In quotes.</summary>
    public static string Text(string text) => $"'{Name(text)}'";

    public static string Name(ReadOnlySpan<byte> utf8) => Name(Encoding.UTF8.GetString(utf8[..Math.Min(utf8.Length, 4 * (MaxLength + 1))]));

    public static string Name(string text)
    {
        StringBuilder shown = new();
        int length = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (length++ == MaxLength)
            {
                return shown.Append('…').ToString();
            }

            shown.Append((Rune.IsControl(rune) ? Rune.ReplacementChar : rune).ToString());
        }

        return shown.ToString();
    }
}
