using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommunityOfPractice.Core.Vocabulary;

/// <summary>Makes the <see cref="DecisionJsonConverter{T}"/> for a decision where the program may make types while it runs.</summary>
public sealed class DecisionJsonConverterFactory : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert)
    {
        ArgumentNullException.ThrowIfNull(typeToConvert);
        return typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Decision<>);
    }

    /// <inheritdoc/>
    /// <returns>The converter; where types cannot be made, one that says on use where to put the right one.</returns>
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor, typeof(DecisionJsonConverter<>))]
    [UnconditionalSuppressMessage("Trimming", "IL2072", Justification = "The constructor is kept by the dynamic dependency.")]
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(typeToConvert);
        return RuntimeFeature.IsDynamicCodeSupported
            ? (JsonConverter)Activator.CreateInstance(typeof(DecisionJsonConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!
            : new Unmade();
    }

    /// <summary>A generated serializer asks for a converter of the type even where the property has its own: only its use is an error.</summary>
    private sealed class Unmade : JsonConverter<object>
    {
        public override bool CanConvert(Type typeToConvert) => true;

        public override object Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw Unsupported();

        public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options) => throw Unsupported();

        private static NotSupportedException Unsupported() =>
            new("Compiled ahead of time, DecisionJsonConverter<T> is to be put on the property that holds the decision, or among the converters of the options.");
    }
}
