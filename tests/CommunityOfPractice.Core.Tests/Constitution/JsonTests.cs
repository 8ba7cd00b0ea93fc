using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using CommunityOfPractice.Core.Health;

namespace CommunityOfPractice.Core.Tests.Constitution;

/// <summary>What is stored or sent comes back equal.</summary>
public sealed class JsonTests
{
    public static TheoryData<Type> Ids => [.. typeof(Core.Vocabulary.Score).Assembly.GetExportedTypes()
        .Where(t => t.IsValueType && t.Name.EndsWith("Id", StringComparison.Ordinal) && t.GetCustomAttribute<JsonConverterAttribute>()?.ConverterType?.Name.StartsWith("ParsableJsonConverter", StringComparison.Ordinal) == true)];

    [Fact]
    public void Ids_AreFound() => Assert.True(Ids.Count >= 5);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Id_RoundTrips_AsValueAndAsKey(Type type)
    {
        object id = Activator.CreateInstance(type, "Grüße, \"x\" 😀 =1")!;
        Type dictionary = typeof(Dictionary<,>).MakeGenericType(type, typeof(int));
        System.Collections.IDictionary keyed = (System.Collections.IDictionary)Activator.CreateInstance(dictionary)!;
        keyed.Add(id, 1);

        Assert.Equal(id, JsonSerializer.Deserialize(JsonSerializer.Serialize(id, type), type));
        Assert.Equal(keyed, JsonSerializer.Deserialize(JsonSerializer.Serialize(keyed, dictionary), dictionary));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Id_Refuses_WhatIsNoId(Type type)
    {
        foreach (string json in (string[])["\"\"", "null", "\"a\\u0000b\"", $"\"{new string('x', 201)}\""])
        {
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, type));
        }
    }

    [Fact]
    public void HealthModel_RoundTrips()
    {
        string json = JsonSerializer.Serialize(HealthModel.Activity, HealthJson.Model);

        Assert.Equal(HealthModel.Activity, JsonSerializer.Deserialize(json, HealthJson.Model));
    }
}
