using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Practices;

namespace CommunityOfPractice.Core.Records;

/// <summary>The source-generated serializer behind <see cref="PolicyJson"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(PolicySet))]
[JsonSerializable(typeof(ArtifactRule))]
[JsonSerializable(typeof(RoleRule))]
[JsonSerializable(typeof(Role))]
[JsonSerializable(typeof(TimeSpan))]
[JsonSerializable(typeof(string))]
internal sealed partial class PolicyJsonContext : JsonSerializerContext
{
}
