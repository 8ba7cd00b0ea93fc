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
        writer.WriteString("status", MeasurementJson.StatusOf(measurement));
        Write(writer, "value", value.Value);
        writer.WriteString("unit", value.Info.Unit);
        Write(writer, "score", value.Score);
        Write(writer, "contribution", value.Contribution);
        if (value.ScoreInterval is { } range)
        {
            writer.WritePropertyName("scoreInterval");
            MeasurementJson.WriteEnds(writer, range);
        }

        MeasurementJson.WriteInterval(writer, number?.Interval);
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
        MeasurementJson.WriteWhyNot(writer, measurement);
        writer.WriteString("finding", value.Reading.Finding);
        Write(writer, "details", value.Reading.Details);
        if (value.Reading.LastTold is { } told)
        {
            Write(writer, "lastTold", told);
        }

        writer.WriteString("meaning", value.Info.Meaning);
        writer.WriteString("chaoss", value.Info.Chaoss);
        writer.WriteString("nextStep", value.Info.NextStep);
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public override IndicatorResult Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonParts.Checked(ref reader, Read);

    private static IndicatorResult Read(JsonElement json) => new()
    {
        Info = new(JsonParts.Needed(json, "id"), JsonParts.Needed(json, "name"), JsonParts.Needed(json, "unit"), JsonParts.Needed(json, "meaning"))
        {
            Chaoss = JsonParts.Text(json, "chaoss"),
            NextStep = JsonParts.Text(json, "nextStep"),
        },
        Reading = new(MeasurementJson.Read(json))
        {
            Finding = JsonParts.Text(json, "finding"),
            Details = DetailsOf(json.GetProperty("details")),
            LastTold = json.TryGetProperty("lastTold", out JsonElement told) ? DetailsOf(told) : null,
        },
        Dimension = JsonParts.Text(json, "dimension"),
        Weight = json.GetProperty("weight").GetDouble(),
        Score = Number(json, "score"),
        Contribution = Number(json, "contribution"),
        ScoreInterval = json.TryGetProperty("scoreInterval", out JsonElement range) ? MeasurementJson.IntervalOf(range) : null,
    };

    private static void Write(Utf8JsonWriter writer, string name, ValueList<Detail> details)
    {
        writer.WriteStartObject(name);
        foreach (Detail detail in details)
        {
            writer.WriteNumber(detail.Name, detail.Number);
        }

        writer.WriteEndObject();
    }

    private static ValueList<Detail> DetailsOf(JsonElement json) => json.EnumerateObject().Select(d => new Detail(d.Name, d.Value.GetDouble())).ToValueList();

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

    private static double? Number(JsonElement json, string name) =>
        json.GetProperty(name) is { ValueKind: not JsonValueKind.Null } number ? number.GetDouble() : null;
}
