using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Vocabulary;

/// <summary>Writes an <see cref="Interval"/> as a list of its two ends, as measurements do.</summary>
public sealed class IntervalJsonConverter : JsonConverter<Interval>
{
    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Interval value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        MeasurementJson.WriteEnds(writer, value);
    }

    /// <inheritdoc/>
    public override Interval Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonParts.Checked(ref reader, MeasurementJson.IntervalOf);
}
