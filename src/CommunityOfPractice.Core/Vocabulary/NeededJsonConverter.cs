using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CommunityOfPractice.Core.Vocabulary;

/// <summary>Reads a member that is never null: null is a <see cref="JsonException"/>, whatever the serializer's options say.</summary>
/// <typeparam name="T">The type of the member; the serializer's context must know it.</typeparam>
/// <example><code>[JsonRequired, JsonConverter(typeof(NeededJsonConverter&lt;string&gt;))] public string Code { get; }</code></example>
public sealed class NeededJsonConverter<T> : JsonConverter<T>
    where T : class
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return JsonSerializer.Deserialize(ref reader, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T))) ?? throw new JsonException($"A {typeof(T).Name} is needed.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        JsonSerializer.Serialize(writer, value, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));
    }
}
