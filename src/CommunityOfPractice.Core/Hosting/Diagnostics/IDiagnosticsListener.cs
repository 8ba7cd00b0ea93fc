namespace CommunityOfPractice.Core.Hosting;

/// <summary>Something of the host that is told what the services finished, for instance to log it with the host's own logger.</summary>
/// <remarks>
/// Called on the caller's thread after the work is done, so it should return quickly. It changes nothing: what it throws is swallowed. Metrics and traces need no listener: see
/// <see cref="CommunityDiagnostics"/>.
/// </remarks>
/// <example><code>
/// services.AddCommunityOfPractice().AddDiagnosticsListener&lt;LogDiagnostics&gt;();
/// </code></example>
public interface IDiagnosticsListener
{
    /// <summary>Takes note of what was finished.</summary>
    /// <param name="finished">What was finished, and how.</param>
    void OnFinished(DiagnosticEvent finished);
}
