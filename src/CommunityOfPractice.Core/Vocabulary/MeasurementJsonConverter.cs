using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Vocabulary;

/// <summary>Writes a <see cref="Measurement"/> as a JSON object with the member <c>status</c> that tells its case, and reads it back.</summary>
/// <remarks>
/// <c>value</c> goes with the members value, n and interval (an array of two numbers, or null); <c>insufficientData</c> with what, have, need
/// and, when known, enoughOn; <c>notApplicable</c> and <c>suppressed</c> with reason (code and text). The names are these whatever the
/// serializer's naming policy.
/// </remarks>
/// <typeparam name="T"><see cref="Measurement"/>, or one of its cases.</typeparam>
public sealed class MeasurementJsonConverter<T> : JsonConverter<T>
    where T : Measurement
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Measurement measurement = JsonParts.Checked(ref reader, MeasurementJson.Read);
        return measurement as T ?? throw new JsonException($"A measurement with the status '{MeasurementJson.StatusOf(measurement)}' is not expected here.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        writer.WriteString("status", MeasurementJson.StatusOf(value));
        if (value is Measurement.Value number)
        {
            writer.WriteNumber("value", number.Number);
            writer.WriteNumber("n", number.Count);
            MeasurementJson.WriteInterval(writer, number.Interval);
        }

        MeasurementJson.WriteWhyNot(writer, value);
        writer.WriteEndObject();
    }
}
