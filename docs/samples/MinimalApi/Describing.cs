using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace MinimalApi;

/// <summary>The endpoints as OpenAPI, at /openapi/v1.json: what the framework cannot know of the library's types, and what every endpoint has in common.</summary>
internal static class Describing
{
    private const string Problem = "Problem";

    public static void AddDescription(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.AddSchemaTransformer(DescribeAsync);
        options.AddOperationTransformer(DescribeAsync);
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "Communities of practice", Version = "v1" };
            document.Servers = []; // wherever it was asked for
            document.AddComponent(Problem, ProblemSchema());
            return Task.CompletedTask;
        });
    });

    /// <summary>Converters of their own read ids, enumerations and lists, so nothing is known of these types.</summary>
    private static async Task DescribeAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        Type type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (BodyFaults.IsId(type))
        {
            (schema.Type, schema.MinLength, schema.MaxLength) = (JsonSchemaType.String, 1, 200);
        }
        else if (type.IsEnum)
        {
            (schema.Type, schema.Enum) = (JsonSchemaType.String, [.. Enum.GetNames(type).Select(n => (JsonNode)JsonValue.Create(n))]);
        }
        else if (BodyFaults.ItemOf(type) is { } item)
        {
            (schema.Type, schema.Items) = (JsonSchemaType.Array, await context.GetOrCreateSchemaAsync(item, null, cancellationToken));
        }
    }

    private static Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        IList<object> metadata = context.Description.ActionDescriptor.EndpointMetadata;
        ParameterInfo[] parameters = metadata.OfType<MethodInfo>().FirstOrDefault()?.GetParameters() ?? [];
        operation.Parameters ??= [];
        if (parameters.Any(p => p.ParameterType == typeof(Acting)))
        {
            operation.Parameters.Add(Header(Acting.Header, "Who acts: person:ID or host:NAME. A stub, no authentication.", required: true));
        }

        if (parameters.Any(p => p.ParameterType == typeof(Commanding)))
        {
            operation.Parameters.Add(Header(Commanding.Header, "A request that comes again under the same key is answered as the first time.", required: false));
        }

        operation.Responses ??= [];
        operation.Responses["default"] = new OpenApiResponse
        {
            Description = "What is wrong, or which rules say no: problem details with reasons, each with its code.",
            Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(Problem, context.Document) } },
        };
        return Task.CompletedTask;
    }

    private static OpenApiSchema ProblemSchema()
    {
        OpenApiSchema Texts(params string[] names) => new() { Type = JsonSchemaType.Object, Properties = names.ToDictionary(n => n, _ => (IOpenApiSchema)new OpenApiSchema { Type = JsonSchemaType.String }) };
        OpenApiSchema reason = Texts("code", "text", "in", "place"), problem = Texts("type", "title", "detail");
        reason.Required = new HashSet<string> { "code", "text" };
        reason.Properties!["arguments"] = new OpenApiSchema { Type = JsonSchemaType.Array | JsonSchemaType.Null, Items = new OpenApiSchema { Type = JsonSchemaType.String } };
        problem.Properties!["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer };
        problem.Properties["reasons"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = reason };
        return problem;
    }

    private static OpenApiParameter Header(string name, string description, bool required) =>
        new() { Name = name, In = ParameterLocation.Header, Description = description, Required = required, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
}
