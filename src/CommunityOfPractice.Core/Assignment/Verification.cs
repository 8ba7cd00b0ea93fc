namespace CommunityOfPractice.Core.Assignment;

/// <summary>What a check of a certificate found: nothing, and then the result is proven to be the best one; or what is wrong with it.</summary>
/// <remarks>The check looks at the problem, the result and the certificate only, shares no code with the solver, and watches for overflow. Immutable.</remarks>
public sealed class Verification
{
    internal const int MostFaults = 20;

    private readonly string[] faults;

    internal Verification(IEnumerable<string> faults) => this.faults = [.. faults];

    /// <summary>Gets whether the result is proven.</summary>
    /// <value><see langword="true"/> when there are no faults.</value>
    public bool IsProven => faults.Length == 0;

    /// <summary>Gets what is wrong.</summary>
    /// <value>One sentence each, the first twenty; empty when the result is proven.</value>
    public ReadOnlySpan<string> Faults => faults;
}
