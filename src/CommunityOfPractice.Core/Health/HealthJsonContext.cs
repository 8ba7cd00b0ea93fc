using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>The source-generated serializer behind <see cref="HealthJson"/>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(HealthReport))]
[JsonSerializable(typeof(HealthModel))]
[JsonSerializable(typeof(Reason))]
[JsonSerializable(typeof(DimensionResult))]
[JsonSerializable(typeof(IndicatorResult))]
[JsonSerializable(typeof(NextStep))]
[JsonSerializable(typeof(RedFlag))]
[JsonSerializable(typeof(InputShare))]
[JsonSerializable(typeof(Interval))]
[JsonSerializable(typeof(HealthDimension))]
[JsonSerializable(typeof(HealthBand))]
[JsonSerializable(typeof(ScoredIndicator))]
[JsonSerializable(typeof(double))]
internal sealed partial class HealthJsonContext : JsonSerializerContext
{
}
