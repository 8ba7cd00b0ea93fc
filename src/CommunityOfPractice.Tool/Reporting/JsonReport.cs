using System.Text.Json;
using CommunityOfPractice.Core.Health;

namespace CommunityOfPractice.Tool.Reporting;

/// <summary>The report as one JSON document; its shape is a contract.</summary>
internal static class JsonReport
{
    public static async Task WriteAsync(Stream stream, HealthDocument document, CancellationToken cancellationToken)
    {
        await using Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("modelVersion", document.ModelVersion);
        json.WriteString("asOf", Durations.Format(document.Window.Until));
        json.WriteString("window", Durations.Format(document.Window.Length));
        json.WriteStartArray("communities");
        foreach (CommunityHealthReport community in document.Communities)
        {
            WriteCommunity(json, community);
            await json.FlushAsync(cancellationToken).ConfigureAwait(false);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken).ConfigureAwait(false);
        stream.WriteByte((byte)'\n');
    }

    /// <summary>Writes the library's own JSON of a report, with the community's name beside its id, and stage, alerts and trends after it.</summary>
    private static void WriteCommunity(Utf8JsonWriter json, CommunityHealthReport community)
    {
        using JsonDocument report = JsonSerializer.SerializeToDocument(community.Report, HealthJson.Report);
        json.WriteStartObject();
        foreach (JsonProperty property in report.RootElement.EnumerateObject())
        {
            property.WriteTo(json);
            if (property.NameEquals("id"))
            {
                json.WriteString("name", community.Name);
            }
        }

        Write(json, "stage", community.Development.Stage);
        Write(json, "alerts", community.Development.Alerts);
        Write(json, "trends", community.Development.Trends);
        json.WriteEndObject();
    }

    private static void Write<T>(Utf8JsonWriter json, string name, T value)
    {
        json.WritePropertyName(name);
        ToolJson.Write(json, value);
    }
}
