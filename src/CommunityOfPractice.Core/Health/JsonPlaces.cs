using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CommunityOfPractice.Core.Health;

/// <summary>On which line of a JSON text each value stands, by its path such as <c>$.bands[1].from</c>.</summary>
internal sealed class JsonPlaces
{
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);

    private JsonPlaces()
    {
    }

    /// <summary>Walks through a text that is JSON. O(characters).</summary>
    public static JsonPlaces Of(string json)
    {
        JsonPlaces places = new();
        byte[] utf8 = Encoding.UTF8.GetBytes(json);
        Utf8JsonReader reader = new(utf8, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        Stack<(string Path, int Next)> open = new(); // Next is -1 in an object
        string? member = null;
        int line = 1;
        long counted = 0;
        while (reader.Read())
        {
            line += utf8.AsSpan((int)counted, (int)(reader.TokenStartIndex - counted)).Count((byte)'\n');
            counted = reader.TokenStartIndex;
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                member = reader.GetString();
                continue;
            }

            if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject)
            {
                open.Pop();
                continue;
            }

            string path = "$";
            if (open.TryPop(out (string Path, int Next) parent))
            {
                path = parent.Next < 0 ? $"{parent.Path}.{member}" : string.Create(CultureInfo.InvariantCulture, $"{parent.Path}[{parent.Next}]");
                open.Push(parent.Next < 0 ? parent : parent with { Next = parent.Next + 1 });
            }

            places.lines[path] = line;
            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
            {
                open.Push((path, reader.TokenType == JsonTokenType.StartArray ? 0 : -1));
            }
        }

        return places;
    }

    /// <summary>In words; empty where the value is not in the text.</summary>
    public string LineOf(string path) => lines.TryGetValue(path, out int line) ? string.Create(CultureInfo.InvariantCulture, $" (line {line})") : string.Empty;
}
