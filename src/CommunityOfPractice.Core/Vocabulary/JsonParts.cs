using System.Text.Json;

namespace CommunityOfPractice.Core.Vocabulary;

/// <summary>What the converters written by hand share.</summary>
internal static class JsonParts
{
    /// <summary>Reads the object that comes next; whatever is wrong with it is a <see cref="JsonException"/>.</summary>
    public static T Checked<T>(ref Utf8JsonReader reader, Func<JsonElement, T> read)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        try
        {
            return read(document.RootElement);
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException or InvalidOperationException or KeyNotFoundException or IndexOutOfRangeException)
        {
            throw new JsonException($"This is not what is expected here: {problem.Message}", problem);
        }
    }

    public static string Needed(JsonElement json, string name) => Text(json, name) ?? throw new JsonException($"'{name}' is missing.");

    public static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();

    public static Reason ReasonOf(JsonElement json) => new(Needed(json, "code"), Needed(json, "text"))
    {
        Arguments = json.TryGetProperty("arguments", out JsonElement arguments) && arguments.ValueKind != JsonValueKind.Null
            ? arguments.EnumerateArray().Select(a => a.GetString() ?? throw new JsonException("An argument of a reason is a text.")).ToValueList()
            : null,
    };

    public static void Write(Utf8JsonWriter writer, Reason reason)
    {
        writer.WriteStartObject();
        writer.WriteString("code", reason.Code);
        writer.WriteString("text", reason.Text);
        if (reason.Arguments is { } arguments)
        {
            writer.WriteStartArray("arguments");
            foreach (string argument in arguments)
            {
                writer.WriteStringValue(argument);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
