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
    /// <exception cref="NotSupportedException">The program was compiled ahead of time.</exception>
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor, typeof(DecisionJsonConverter<>))]
    [UnconditionalSuppressMessage("Trimming", "IL2072", Justification = "The constructor is kept by the dynamic dependency.")]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "The constructor is kept by the dynamic dependency.")]
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(typeToConvert);
        if (!RuntimeFeature.IsDynamicCodeSupported)
        {
            throw new NotSupportedException($"Compiled ahead of time, {nameof(DecisionJsonConverter<>)} is to be put on the property or among the converters of the options.");
        }

        return (JsonConverter)Activator.CreateInstance(typeof(DecisionJsonConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;
    }
}
