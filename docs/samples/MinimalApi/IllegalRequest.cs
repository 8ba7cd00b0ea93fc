namespace MinimalApi;

/// <summary>One thing that is wrong with a request.</summary>
/// <param name="Code">Stable, for programs.</param>
/// <param name="Text">One sentence for people.</param>
/// <param name="In"><c>body</c>, <c>path</c>, <c>query</c> or <c>header</c>; null when it is the whole request.</param>
/// <param name="Place">Where in it: a path such as <c>$[0].act</c>, or the name of a parameter or header; null when it is all of it.</param>
internal sealed record Fault(string Code, string Text, string? In = null, string? Place = null);

/// <summary>A request that nothing can be done with; what else is thrown is no fault of the request.</summary>
internal sealed class IllegalRequestException(Fault fault, int status = StatusCodes.Status400BadRequest) : BadHttpRequestException(fault.Text, status)
{
    public Fault Fault { get; } = fault;
}
