using System.Net;
using System.Text.Json;

namespace CommunityOfPractice.Samples.Tests;

/// <summary>The description of the endpoints as OpenAPI: each of them is there, with what it takes.</summary>
internal static class MinimalApiDescription
{
    public static async Task CheckAsync(SampleHost host)
    {
        JsonElement document = (await host.SendAsync(HttpMethod.Get, "/openapi/v1.json", actor: null)).Is(HttpStatusCode.OK).Json;
        Assert.StartsWith("3.1.", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        List<(string Path, string Method, JsonElement Operation)> operations =
            [.. document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(o => (p.Name, o.Name, o.Value)))];
        Assert.Equal(22, operations.Count);
        Assert.All(operations, o => Assert.False(string.IsNullOrWhiteSpace(o.Operation.GetProperty("summary").GetString())));
        Assert.All(operations, o => Assert.Contains(Names(o.Operation), n => n == "header X-Actor"));
        Assert.All(operations, o => Assert.Equal(
            "#/components/schemas/Problem", o.Operation.GetProperty("responses").GetProperty("default").GetProperty("content").GetProperty("application/problem+json").GetProperty("schema").GetProperty("$ref").GetString()));

        Assert.Equal(["query topic", "query goal", "query open", "query after", "query take", "header X-Actor"], Names(Of("/communities", "get")));
        Assert.Equal(["path community", "path role", "header X-Actor", "header Idempotency-Key"], Names(Of("/communities/{community}/nominations/{role}/acceptance", "post")));
        JsonElement schemas = document.GetProperty("components").GetProperty("schemas");
        Assert.Equal(["act", "at", "community", "person"], schemas.GetProperty("Activity").GetProperty("required").EnumerateArray().Select(r => r.GetString()).Order(StringComparer.Ordinal));
        Assert.Contains("Withdraw", schemas.GetProperty("Act").GetProperty("enum").EnumerateArray().Select(e => e.GetString()));
        Assert.Equal(("string", 200), (schemas.GetProperty("PersonId").GetProperty("type").GetString(), schemas.GetProperty("PersonId").GetProperty("maxLength").GetInt32()));
        Assert.Equal("#/components/schemas/PersonId", schemas.GetProperty("Activity").GetProperty("properties").GetProperty("to").GetProperty("items").GetProperty("$ref").GetString());
        Assert.True(schemas.GetProperty("Problem").GetProperty("properties").TryGetProperty("reasons", out _));

        JsonElement Of(string path, string method) => operations.Single(o => o.Path == path && o.Method == method).Operation;
    }

    private static string[] Names(JsonElement operation) => [.. operation.GetProperty("parameters").EnumerateArray().Select(p => $"{p.GetProperty("in").GetString()} {p.GetProperty("name").GetString()}")];
}
