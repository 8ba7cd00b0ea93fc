using System.Text.Json;

namespace CommunityOfPractice.Core.Vocabulary;

/// <summary>The members of a measurement in JSON, for everything that holds one.</summary>
internal static class MeasurementJson
{
    public static string StatusOf(Measurement measurement) => measurement.Match(_ => "value", _ => "insufficientData", _ => "notApplicable", _ => "suppressed");

    public static void WriteInterval(Utf8JsonWriter writer, Interval? range)
    {
        writer.WritePropertyName("interval");
        if (range is not { } interval)
        {
            writer.WriteNullValue();
            return;
        }

        WriteEnds(writer, interval);
    }

    public static void WriteEnds(Utf8JsonWriter writer, Interval interval)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(interval.Low);
        writer.WriteNumberValue(interval.High);
        writer.WriteEndArray();
    }

    /// <summary>Writes why there is no value; nothing when there is one.</summary>
    public static void WriteWhyNot(Utf8JsonWriter writer, Measurement measurement)
    {
        if (measurement is Measurement.InsufficientData little)
        {
            writer.WriteString("what", little.What);
            writer.WriteNumber("have", little.Have);
            writer.WriteNumber("need", little.Need);
            if (little.EnoughOn is { } enough)
            {
                writer.WriteString("enoughOn", enough);
            }
        }

        if (((measurement as Measurement.NotApplicable)?.Reason ?? (measurement as Measurement.Suppressed)?.Rule) is { } reason)
        {
            writer.WritePropertyName("reason");
            JsonParts.Write(writer, reason);
        }
    }

    /// <summary>Reads the members of a measurement among those of an object.</summary>
    /// <exception cref="JsonException">They do not make one; what <see cref="JsonParts.Checked{T}"/> turns into one may come as well.</exception>
    public static Measurement Read(JsonElement json) => JsonParts.Text(json, "status") switch
    {
        "value" => new Measurement.Value(
            json.GetProperty("value").GetDouble(),
            json.GetProperty("n").GetInt64(),
            json.GetProperty("interval") is { ValueKind: not JsonValueKind.Null } ends ? IntervalOf(ends) : null),
        "insufficientData" => new Measurement.InsufficientData(JsonParts.Needed(json, "what"), json.GetProperty("have").GetDouble(), json.GetProperty("need").GetDouble())
        {
            EnoughOn = json.TryGetProperty("enoughOn", out JsonElement enough) ? enough.GetDateTimeOffset() : null,
        },
        "notApplicable" => new Measurement.NotApplicable(JsonParts.ReasonOf(json.GetProperty("reason"))),
        "suppressed" => new Measurement.Suppressed(JsonParts.ReasonOf(json.GetProperty("reason"))),
        string other => throw new JsonException($"'{other}' is not the status of a measurement."),
        null => throw new JsonException("A measurement has a status."),
    };

    public static Interval IntervalOf(JsonElement ends) =>
        ends.GetArrayLength() == 2 ? new Interval(ends[0].GetDouble(), ends[1].GetDouble()) : throw new JsonException("An interval has two ends.");
}
