using System.Text.Json;

namespace CommunityOfPractice.Core.Interchange;

/// <summary>The first line of JSON Lines: what format it is, in which version.</summary>
internal static class JsonHeader
{
    public const string Text = """{"schema":"communityofpractice","version":1}""";

    /// <summary>Reads a header line; reports what is wrong with it.</summary>
    /// <returns>Whether the line is a header at all.</returns>
    public static bool TryRead(ReadOnlySpan<byte> line, FileScope file, long number)
    {
        Utf8JsonReader reader = new(line);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        bool schema = false, known = false, version = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isSchema = reader.ValueSpan.SequenceEqual("schema"u8), isVersion = reader.ValueSpan.SequenceEqual("version"u8);
            reader.Read();
            schema |= isSchema;
            known |= isSchema && reader.TokenType == JsonTokenType.String && reader.ValueSpan.SequenceEqual("communityofpractice"u8);
            version |= isVersion && reader.TokenType == JsonTokenType.Number && reader.ValueSpan.SequenceEqual("1"u8);
            reader.Skip();
        }

        if (schema && !(known && version))
        {
            file.Error(number, known ? "version" : "schema", ProblemCode.HeaderUnsupported, $"only {Text} can be read");
        }

        return schema;
    }
}
