using System.Text.Json;
using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>Writes an <see cref="IndicatorResult"/> as one flat JSON object, and reads it back.</summary>
public sealed class IndicatorResultJsonConverter : JsonConverter<IndicatorResult>
{
    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IndicatorResult value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        Measurement measurement = value.Reading.Measurement;
        Measurement.Value? number = measurement as Measurement.Value;
        writer.WriteStartObject();
        writer.WriteString("id", value.Info.Id);
        writer.WriteString("name", value.Info.Name);
        writer.WriteString("status", StatusOf(measurement));
        Write(writer, "value", value.Value);
        writer.WriteString("unit", value.Info.Unit);
        Write(writer, "score", value.Score);
        Write(writer, "contribution", value.Contribution);
        writer.WritePropertyName("interval");
        if (number?.Interval is { } interval)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(interval.Low);
            writer.WriteNumberValue(interval.High);
            writer.WriteEndArray();
        }
        else
        {
            writer.WriteNullValue();
        }

        if (number is not null)
        {
            writer.WriteNumber("n", number.Count);
        }
        else
        {
            writer.WriteNull("n");
        }

        writer.WriteString("dimension", value.Dimension);
        writer.WriteNumber("weight", value.Weight);
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
            writer.WriteStartObject("reason");
            writer.WriteString("code", reason.Code);
            writer.WriteString("text", reason.Text);
            writer.WriteEndObject();
        }

        writer.WriteString("finding", value.Reading.Finding);
        writer.WriteStartObject("details");
        foreach (Detail detail in value.Reading.Details)
        {
            writer.WriteNumber(detail.Name, detail.Number);
        }

        writer.WriteEndObject();
        writer.WriteString("meaning", value.Info.Meaning);
        writer.WriteString("chaoss", value.Info.Chaoss);
        writer.WriteString("nextStep", value.Info.NextStep);
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public override IndicatorResult Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        try
        {
            return Read(document.RootElement);
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            throw new JsonException("This is not what an indicator read: " + problem.Message, problem);
        }
    }

    private static IndicatorResult Read(JsonElement json)
    {
        Reason? reason = json.TryGetProperty("reason", out JsonElement r) ? new(Needed(r, "code"), Needed(r, "text")) : null;
        Measurement measurement = Text(json, "status") switch
        {
            "value" => new Measurement.Value(
                Number(json, "value")!.Value,
                json.GetProperty("n").GetInt64(),
                json.GetProperty("interval") is { ValueKind: not JsonValueKind.Null } i ? new Interval(i[0].GetDouble(), i[1].GetDouble()) : null),
            "insufficientData" => new Measurement.InsufficientData(Needed(json, "what"), Number(json, "have")!.Value, Number(json, "need")!.Value)
            {
                EnoughOn = json.TryGetProperty("enoughOn", out JsonElement enough) ? enough.GetDateTimeOffset() : null,
            },
            "notApplicable" => new Measurement.NotApplicable(reason ?? throw new JsonException("The reason is missing.")),
            "suppressed" => new Measurement.Suppressed(reason ?? throw new JsonException("The reason is missing.")),
            string other => throw new JsonException($"'{other}' is not the status of a measurement."),
            null => throw new JsonException("An indicator has a status."),
        };
        return new()
        {
            Info = new(Needed(json, "id"), Needed(json, "name"), Needed(json, "unit"), Needed(json, "meaning"))
            {
                Chaoss = Text(json, "chaoss"),
                NextStep = Text(json, "nextStep"),
            },
            Reading = new(measurement)
            {
                Finding = Text(json, "finding"),
                Details = json.GetProperty("details").EnumerateObject().Select(d => new Detail(d.Name, d.Value.GetDouble())).ToValueList(),
            },
            Dimension = Text(json, "dimension"),
            Weight = Number(json, "weight")!.Value,
            Score = Number(json, "score"),
            Contribution = Number(json, "contribution"),
        };
    }

    private static string StatusOf(Measurement measurement) => measurement.Match(_ => "value", _ => "insufficientData", _ => "notApplicable", _ => "suppressed");

    private static void Write(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private static string Needed(JsonElement json, string name) => Text(json, name) ?? throw new JsonException($"'{name}' is missing.");

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();

    private static double? Number(JsonElement json, string name) =>
        json.GetProperty(name) is { ValueKind: not JsonValueKind.Null } number ? number.GetDouble() : null;
}
