using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CommunityOfPractice.Core.Tests.Constitution;

/// <summary>A value, and the type as which it is written: for a case of a union the union, or the case itself.</summary>
internal sealed record JsonSample(Type Type, object Value)
{
    /// <summary>The type without its arguments, as it stands among the exported types.</summary>
    public Type Definition => Type.IsGenericType ? Type.GetGenericTypeDefinition() : Type;

    public static JsonSample Of<T>(T value)
        where T : notnull => new(typeof(T), value);

    public string Write(JsonSerializerOptions options) => JsonSerializer.Serialize(Value, Info(options));

    public object? Read(string json, JsonSerializerOptions options) => JsonSerializer.Deserialize(json, Info(options));

    private JsonTypeInfo Info(JsonSerializerOptions options) => options.GetTypeInfo(Type);
}
