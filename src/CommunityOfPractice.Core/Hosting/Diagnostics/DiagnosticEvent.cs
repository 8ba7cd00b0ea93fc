namespace CommunityOfPractice.Core.Hosting;

/// <summary>That a service finished something: what a host may want to log.</summary>
/// <param name="Name">One of the names in <see cref="CommunityDiagnostics"/>.</param>
/// <param name="Operation">What was done: the name of a command's type, of a handler's type, or of an operation of a service. A small, fixed set; no id of anybody or anything.</param>
/// <param name="Outcome">How it ended: <c>accepted</c>, <c>repeated</c>, <c>refused</c>, <c>cancelled</c> or <c>failed</c>; for health the verdict (<c>scored</c>, <c>too-early</c>, <c>insufficient</c>); for policies <c>applied</c>, <c>nothing-due</c> or <c>not-applied</c>.</param>
/// <param name="Duration">How long it took by the host's clock; zero for the failure of a handler.</param>
public sealed record DiagnosticEvent(string Name, string Operation, string Outcome, TimeSpan Duration)
{
    /// <summary>Gets the code of the first reason of a refusal.</summary>
    /// <value>A stable code; null when nothing was refused.</value>
    public string? Reason { get; init; }

    /// <summary>Gets what went wrong.</summary>
    /// <value>Null unless something failed. Its message may name people or communities: it is for logs that are kept as such.</value>
    public Exception? Exception { get; init; }
}
