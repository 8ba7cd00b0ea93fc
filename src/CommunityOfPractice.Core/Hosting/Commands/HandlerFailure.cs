namespace CommunityOfPractice.Core.Hosting;

/// <summary>A handler of the host that failed after a commit.</summary>
/// <param name="Handler">The type of the handler.</param>
/// <param name="Exception">What it threw.</param>
public sealed record HandlerFailure(Type Handler, Exception Exception);
