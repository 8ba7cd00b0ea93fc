using System.Text.Json;
using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;

namespace CommunityOfPractice.Core.Records;

/// <summary>Writes any fact under its stable name, so that what carries facts, such as a <see cref="Change"/> or a <see cref="PolicyRun"/>, can be written too.</summary>
/// <remarks>
/// <para>Shape: <c>{"type": "member.joined", "fact": {…}}</c>, with the same names and members as in a line of <see cref="FactJson"/>,
/// whatever the options say. Reading is as strict as there.</para>
/// <para>Add it to the options' converters; a journal entry has its own (<see cref="JournalEntryJsonConverter"/>) and does not need it.</para>
/// </remarks>
/// <example><code>
/// JsonSerializerOptions options = new(JsonSerializerDefaults.Web) { Converters = { new FactJsonConverter() } };
/// string json = JsonSerializer.Serialize(run, options);
/// </code></example>
public sealed class FactJsonConverter : JsonConverter<Fact>
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override Fact Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return FactJson.ReadFact(document.RootElement);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Fact value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        FactType type = FactTypes.Of(value);
        writer.WriteStartObject();
        writer.WriteString("type"u8, type.Name);
        writer.WritePropertyName("fact"u8);
        JsonSerializer.Serialize(writer, value, type.Json);
        writer.WriteEndObject();
    }
}
