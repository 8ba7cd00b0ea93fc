using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CommunityOfPractice.Core.Health;

/// <summary>Reads and writes reports and models as JSON, without reflection.</summary>
/// <remarks>
/// Names are in camel case, enumerations are words in camel case, instants are ISO 8601. Later versions may add members; names and
/// meanings of existing ones stay.
/// </remarks>
/// <example><code>
/// string json = JsonSerializer.Serialize(report, HealthJson.Report);
/// HealthReport? back = JsonSerializer.Deserialize(json, HealthJson.Report);   // back == report
/// </code></example>
public static class HealthJson
{
    private static readonly HealthJsonContext Context = new(new JsonSerializerOptions(HealthJsonContext.Default.Options)
    {
        Converters =
        {
            new JsonStringEnumConverter<HealthVerdict>(JsonNamingPolicy.CamelCase),
            new JsonStringEnumConverter<GoalpostShape>(JsonNamingPolicy.CamelCase),
            new JsonStringEnumConverter<HealthBaseline>(JsonNamingPolicy.CamelCase),
            new JsonStringEnumConverter<UncertaintyMethod>(JsonNamingPolicy.CamelCase),
            new JsonStringEnumConverter<RedFlagStatus>(JsonNamingPolicy.CamelCase),
        },
    });

    /// <summary>Gets how a report is written.</summary>
    /// <value>Metadata for <see cref="JsonSerializer"/>.</value>
    public static JsonTypeInfo<HealthReport> Report => Context.HealthReport;

    /// <summary>Gets how a model is written.</summary>
    /// <value>Metadata for <see cref="JsonSerializer"/>.</value>
    public static JsonTypeInfo<HealthModel> Model => Context.HealthModel;
}
