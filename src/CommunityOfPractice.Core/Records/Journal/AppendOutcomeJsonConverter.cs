using System.Text.Json;
using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Communities;

namespace CommunityOfPractice.Core.Records;

/// <summary>Writes an <see cref="AppendOutcome"/>, for stores that stand behind a service: <c>{"status":"conflict","community":"c","actualVersion":7}</c>.</summary>
public sealed class AppendOutcomeJsonConverter : JsonConverter<AppendOutcome>
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => typeof(AppendOutcome).IsAssignableFrom(typeToConvert);

    /// <inheritdoc/>
    public override AppendOutcome Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        JsonElement root = document.RootElement;
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("status"u8, out JsonElement status) && status.ValueKind == JsonValueKind.String)
        {
            if (status.ValueEquals("appended"u8))
            {
                return new AppendOutcome.Appended();
            }

            if (status.ValueEquals("conflict"u8)
                && root.TryGetProperty("community"u8, out JsonElement community) && community.ValueKind == JsonValueKind.String && CommunityId.TryParse(community.GetString(), null, out CommunityId id)
                && root.TryGetProperty("actualVersion"u8, out JsonElement version) && version.ValueKind == JsonValueKind.Number && version.TryGetInt64(out long actual))
            {
                return new AppendOutcome.Conflict(id, actual);
            }
        }

        throw new JsonException("An outcome has the status 'appended', or the status 'conflict' with a community and an actualVersion.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, AppendOutcome value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        if (value is AppendOutcome.Conflict conflict)
        {
            writer.WriteString("status"u8, "conflict"u8);
            writer.WriteString("community"u8, conflict.Community.Text);
            writer.WriteNumber("actualVersion"u8, conflict.ActualVersion);
        }
        else
        {
            writer.WriteString("status"u8, "appended"u8);
        }

        writer.WriteEndObject();
    }
}
