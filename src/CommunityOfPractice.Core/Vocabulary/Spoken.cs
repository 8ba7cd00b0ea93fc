using System.Globalization;
using System.Text;

namespace CommunityOfPractice.Core.Vocabulary;

/// <summary>Names of the code as words that a reader knows who has never seen it.</summary>
internal static class Spoken
{
    /// <summary>An instant in UTC by ISO 8601, without a fraction that is zero: <c>2026-03-02T09:00:00Z</c>.</summary>
    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>Takes a name apart at its capitals: <c>LaunchCommunity</c> is <c>launch community</c>.</summary>
    public static string Words(string name)
    {
        StringBuilder words = new();
        foreach (char letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && words.Length > 0)
            {
                words.Append(' ');
            }

            words.Append(char.IsAsciiLetterUpper(letter) ? (char)(letter | 0x20) : letter);
        }

        return words.ToString();
    }
}
