namespace CommunityOfPractice.Core.Communities;

/// <summary>Something that happened to a community and cannot be undone, only followed by other facts; named in the past tense.</summary>
/// <remarks>
/// Immutable and compared by value; closed over this assembly. A fact says what happened; when, through whom and why is told by the
/// <see cref="Change"/> or journal entry that carries it. State is the fold of facts.
/// </remarks>
public abstract record Fact
{
    private protected Fact()
    {
    }

    private protected abstract void Closed();
}
