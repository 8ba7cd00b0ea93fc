using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>Reads and writes reports as JSON, without reflection.</summary>
/// <remarks>
/// <code>string json = JsonSerializer.Serialize(report, HealthJsonContext.Default.HealthReport);</code>
/// Names are in camel case, enumerations are words, instants ISO 8601. Additions are possible in later versions; names never change.
/// </remarks>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(HealthReport))]
[JsonSerializable(typeof(HealthModel))]
[JsonSerializable(typeof(Reason))]
[JsonSerializable(typeof(DimensionResult))]
[JsonSerializable(typeof(IndicatorResult))]
[JsonSerializable(typeof(NextStep))]
[JsonSerializable(typeof(HealthDimension))]
[JsonSerializable(typeof(HealthBand))]
[JsonSerializable(typeof(ScoredIndicator))]
[JsonSerializable(typeof(double))]
public sealed partial class HealthJsonContext : JsonSerializerContext
{
}
