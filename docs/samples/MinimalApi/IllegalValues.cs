using Microsoft.AspNetCore.Diagnostics;

namespace MinimalApi;

/// <summary>A value that no record takes (an empty id, a window that ends before it begins) is a fault of the request: 400 and not 500.</summary>
internal sealed class IllegalValues(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not (ArgumentException or FormatException or BadHttpRequestException))
        {
            return false;
        }

        int status = (exception as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status400BadRequest;
        httpContext.Response.StatusCode = status;
        return await problems.TryWriteAsync(new()
        {
            HttpContext = httpContext,
            ProblemDetails = { Title = "The request cannot be read.", Detail = exception.InnerException?.Message ?? exception.Message, Status = status },
        });
    }
}
