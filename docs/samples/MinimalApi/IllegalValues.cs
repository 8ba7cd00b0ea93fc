using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;

namespace MinimalApi;

/// <summary>What is a fault of the request is answered with what is wrong with it, in Production too; anything else that is thrown stays a 500 that tells nothing.</summary>
internal sealed class IllegalValues(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not BadHttpRequestException fault)
        {
            return false;
        }

        httpContext.Response.StatusCode = fault.StatusCode;
        return await problems.TryWriteAsync(new()
        {
            HttpContext = httpContext,
            ProblemDetails = { Title = "The request cannot be read.", Detail = DetailOf(fault), Status = fault.StatusCode },
        });
    }

    /// <summary>What is wrong, and where: a converter's own words do not say where.</summary>
    private static string DetailOf(BadHttpRequestException fault) => fault.InnerException switch
    {
        JsonException { Path: { } path } json when !json.Message.Contains(path, StringComparison.Ordinal) => $"{path}: {json.Message}",
        { } inner => inner.Message,
        null => fault.Message,
    };
}
