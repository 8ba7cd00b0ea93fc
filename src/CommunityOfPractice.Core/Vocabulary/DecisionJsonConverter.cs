using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CommunityOfPractice.Core.Vocabulary;

/// <summary>
/// Writes a <see cref="Decision{T}"/> as a JSON object with the member <c>status</c>: <c>accepted</c> with value, or <c>refused</c> with
/// reasons; and reads it back.
/// </summary>
/// <remarks>
/// Compiled ahead of time, put it on the property, or among the converters of the options: there it cannot be made on demand by
/// <see cref="DecisionJsonConverterFactory"/>.
/// </remarks>
/// <typeparam name="T">What an acceptance carries; the serializer's context must know it, and it must not be null.</typeparam>
public sealed class DecisionJsonConverter<T> : JsonConverter<Decision<T>>
{
    /// <inheritdoc/>
    public override Decision<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        JsonTypeInfo<T> type = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        return JsonParts.Checked(ref reader, json => JsonParts.Text(json, "status") switch
        {
            "accepted" => Decision<T>.Accept(json.GetProperty("value").Deserialize(type) ?? throw new JsonException("An acceptance carries a value.")),
            "refused" => Decision<T>.Refuse([.. json.GetProperty("reasons").EnumerateArray().Select(JsonParts.ReasonOf)]),
            string other => throw new JsonException($"'{other}' is not the status of a decision."),
            null => throw new JsonException("A decision has a status."),
        });
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Decision<T> value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(options);
        writer.WriteStartObject();
        if (value is Decision<T>.Accepted accepted)
        {
            writer.WriteString("status", "accepted");
            writer.WritePropertyName("value");
            JsonSerializer.Serialize(writer, accepted.Value, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));
        }

        if (value is Decision<T>.Refused refused)
        {
            writer.WriteString("status", "refused");
            writer.WriteStartArray("reasons");
            foreach (Reason reason in refused.Refusal.Reasons)
            {
                JsonParts.Write(writer, reason);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
