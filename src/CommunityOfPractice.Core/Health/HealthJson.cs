using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CommunityOfPractice.Core.Vocabulary;

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

    /// <summary>Reads a model that somebody wrote by hand, and reports everything that is wrong with it.</summary>
    /// <param name="json">A JSON object as <see cref="Model"/> writes it; comments and trailing commas are allowed. Its schema is docs/schemas/health-model.schema.json.</param>
    /// <param name="indicators">The ids of the indicators that there are; null when the model may name any.</param>
    /// <returns>
    /// The model; refused with every fault, each with its place and line: <c>model.json</c> (no JSON, then nothing else is known), <c>model.type</c>, <c>model.missing</c>, <c>model.unknown</c> (a member that there is not),
    /// <c>model.repeated</c>, <c>model.value</c> (a rule of a model or of its parts is broken), <c>model.indicator</c> (there is no such indicator).
    /// </returns>
    public static Decision<HealthModel> ReadModel(string json, IEnumerable<string>? indicators = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        return HealthModelReading.Read(json, indicators?.ToHashSet(StringComparer.Ordinal));
    }
}
