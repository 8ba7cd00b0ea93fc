using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace MinimalApi;

/// <summary>Says what is wrong with a request that the framework could not read: it stops at the first fault and tells it in its own words, so the request is looked at once more.</summary>
internal sealed class Faults(IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json)
{
    /// <summary>More help nobody.</summary>
    private const int Most = 50;

    private readonly BodyFaults bodies = new(json.Value.SerializerOptions);

    /// <summary>Everything that is wrong, at least one.</summary>
    public async ValueTask<IReadOnlyList<Fault>> OfAsync(HttpContext context, BadHttpRequestException exception, CancellationToken cancellationToken) => (exception, exception.StatusCode) switch
    {
        (IllegalRequestException illegal, _) => [illegal.Fault],
        (_, var status) when OfStatus(status) is { } known => [known],
        (_, StatusCodes.Status400BadRequest) when context.Features.Get<IExceptionHandlerFeature>() is { Endpoint: { } endpoint } at =>
            [.. await LookAsync(context, endpoint, at.RouteValues ?? [], cancellationToken)],
        _ => [Unreadable],
    };

    /// <summary>What a status says that the framework answers with by itself; null for any other.</summary>
    public static Fault? OfStatus(int? status) => status switch
    {
        StatusCodes.Status404NotFound => new("path.unknown", "Nothing is at this path; /openapi/v1.json says what is where.", "path"),
        StatusCodes.Status405MethodNotAllowed => new("method.unknown", "This path takes other methods; /openapi/v1.json says which."),
        StatusCodes.Status413PayloadTooLarge => new("body.too-large", "The body is larger than this host takes; send it in portions.", "body"),
        StatusCodes.Status415UnsupportedMediaType => new("body.type", "The body is JSON, and the header says so: application/json.", "header", "Content-Type"),
        _ => null,
    };

    /// <summary>Says what is wrong.</summary>
    public static void Fill(ProblemDetails problem, IReadOnlyList<Fault> faults)
    {
        problem.Type = $"urn:minimalapi:{faults[0].Code}";
        problem.Title = problem.Status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden ? "This is for somebody else." : "The request cannot be read.";
        problem.Detail = string.Join(" ", faults.Select(f => f.Place is null ? f.Text : $"{f.Place}: {f.Text}"));
        problem.Extensions["reasons"] = faults;
    }

    private static Fault Unreadable { get; } = new("request.unreadable", "The request cannot be read.");

    private async ValueTask<IEnumerable<Fault>> LookAsync(HttpContext context, Endpoint endpoint, RouteValueDictionary path, CancellationToken cancellationToken)
    {
        List<Fault> found = [.. Parameters(endpoint, path, context.Request.Query)];
        if (endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType is { } type)
        {
            found.AddRange(await BodyAsync(context.Request.Body, type, cancellationToken));
        }

        return found.Count > 0 ? found.Take(Most) : [Unreadable];
    }

    private IEnumerable<Fault> Parameters(Endpoint endpoint, RouteValueDictionary path, IQueryCollection query)
    {
        NullabilityInfoContext nullability = new();
        foreach (ParameterInfo parameter in endpoint.Metadata.GetMetadata<MethodInfo>()?.GetParameters() ?? [])
        {
            string name = parameter.Name!;
            if (!BodyFaults.IsSimple(parameter.ParameterType))
            {
                continue;
            }

            string? text = path.TryGetValue(name, out object? there) ? there?.ToString() : query[name];
            string place = path.ContainsKey(name) ? "path" : "query";
            if (text is null && nullability.Create(parameter).WriteState == NullabilityState.NotNull)
            {
                yield return new("parameter.missing", $"'{name}' is needed.", place, name);
            }
            else if (text is not null && bodies.OfText(text, parameter.ParameterType) is { } problem)
            {
                yield return new("parameter.illegal", problem, place, name);
            }
        }
    }

    private async ValueTask<IEnumerable<Fault>> BodyAsync(Stream body, Type type, CancellationToken cancellationToken)
    {
        using MemoryStream whole = new();
        body.Position = 0; // it is kept for this
        await body.CopyToAsync(whole, cancellationToken);
        if (whole.Length == 0)
        {
            return [new("body.missing", "A body of JSON is needed.", "body")];
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(whole.GetBuffer().AsMemory(0, (int)whole.Length));
            return [.. bodies.Of(document.RootElement, type).Take(Most)];
        }
        catch (JsonException malformed)
        {
            return [new("body.malformed", $"This is no JSON, from line {malformed.LineNumber + 1}, byte {malformed.BytePositionInLine + 1} on.", "body")];
        }
        catch (InvalidOperationException)
        {
            return [new("body.malformed", "A text in the body is not well-formed.", "body")]; // half of a surrogate pair, or bytes that are no UTF-8
        }
    }
}
