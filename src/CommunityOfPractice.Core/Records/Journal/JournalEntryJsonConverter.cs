using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Records;

/// <summary>Writes a journal entry as <see cref="FactJson"/> does, whatever the options say: there is one shape of an entry.</summary>
public sealed class JournalEntryJsonConverter : JsonConverter<JournalEntry>
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override JournalEntry Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return FactJson.Read(System.Text.Encoding.UTF8.GetBytes(document.RootElement.GetRawText()));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, JournalEntry value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        FactJson.Write(writer, value);
    }
}
