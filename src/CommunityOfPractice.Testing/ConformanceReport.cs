using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Testing;

/// <summary>What came of trying a store: every rule that it breaks, and not the first only.</summary>
/// <remarks>Immutable and compared by value.</remarks>
/// <param name="Port">The port that was tried.</param>
/// <param name="Seed">Where chance began.</param>
/// <param name="Tried">The rules that were tried, in their order; not all when no store could be made.</param>
/// <param name="Broken">The rules that the store breaks, in their order; empty when it keeps the contract.</param>
public sealed record ConformanceReport(string Port, int Seed, ValueList<ConformanceRule> Tried, ValueList<BrokenRule> Broken)
{
    /// <summary>Gets a value indicating whether the store keeps the contract, as far as it was tried.</summary>
    /// <value><see langword="true"/> when no rule is broken.</value>
    public bool Passed => Broken.Count == 0;

    /// <summary>Throws unless the store keeps the contract: for tests of any framework.</summary>
    /// <exception cref="ConformanceException">A rule is broken; the message is the report.</exception>
    public void ThrowIfBroken()
    {
        if (!Passed)
        {
            throw new ConformanceException(this);
        }
    }

    /// <summary>Returns the report for people.</summary>
    /// <returns>One line, and more for every broken rule.</returns>
    public override string ToString() => string.Join(
        Environment.NewLine, Broken.Select(b => b.ToString()).Prepend(FormattableString.Invariant($"{Port}: {Tried.Count - Broken.Count} of {Tried.Count} rules kept (seed {Seed})")));
}
