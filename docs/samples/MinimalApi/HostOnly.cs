namespace MinimalApi;

/// <summary>Lets the host through and nobody else: what is no command of the library and so has no row in its permissions.</summary>
internal sealed class HostOnly : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.Arguments.OfType<Acting>().Single().By.HostName is not null
            ? await next(context)
            : throw new IllegalRequestException(new("actor.not-the-host", "This is for the host: send host:NAME.", "header", Acting.Header), StatusCodes.Status403Forbidden);
}
