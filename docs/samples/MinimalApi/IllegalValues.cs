using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace MinimalApi;

/// <summary>
/// What is a fault of the request is answered with everything that is wrong with it, each with a code and its place, in Production too; anything else that is thrown
/// stays a 500 that tells nothing.
/// </summary>
internal sealed class IllegalValues(IProblemDetailsService problems, Faults faults) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not BadHttpRequestException fault)
        {
            return false;
        }

        ProblemDetails problem = new() { Status = fault.StatusCode };
        Faults.Fill(problem, await faults.OfAsync(httpContext, fault, cancellationToken));
        httpContext.Response.StatusCode = fault.StatusCode;
        return await problems.TryWriteAsync(new() { HttpContext = httpContext, ProblemDetails = problem });
    }
}
