using System.Text.Json;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Tool.Matching;

/// <summary>The shares that a score is made of, as every command of Matching prints them.</summary>
internal static class SharesJson
{
    /// <param name="json">The writer, inside an object.</param>
    /// <param name="shares">The shares.</param>
    /// <param name="because">The words for a share; null to leave them out.</param>
    public static void Write(Utf8JsonWriter json, IEnumerable<Share> shares, Func<Share, string>? because = null)
    {
        json.WriteStartArray("shares");
        foreach (Share share in shares)
        {
            json.WriteStartObject();
            json.WriteString("of", share.Of);
            json.WriteNumber("amount", share.Amount);
            if (because is not null)
            {
                json.WriteString("because", because(share));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
