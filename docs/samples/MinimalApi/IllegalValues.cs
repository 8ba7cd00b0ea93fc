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
            ProblemDetails = { Title = "The request cannot be read.", Detail = fault.InnerException?.Message ?? fault.Message, Status = fault.StatusCode },
        });
    }
}
