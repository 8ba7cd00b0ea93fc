using CommunityOfPractice.Core.People;

namespace CommunityOfPractice.Core.Communities;

/// <summary>Something that somebody wants to happen in a community, named in the imperative; a rule may refuse it.</summary>
/// <remarks>Immutable and compared by value; closed over this assembly. Who wants it, and when, is said where it is decided.</remarks>
/// <param name="Community">The community that it is put to.</param>
public abstract record Command(CommunityId Community)
{
    /// <summary>Gets the person whom the command concerns.</summary>
    /// <value>Null when it concerns the community as a whole. Who acts on themselves is told by comparing with the actor.</value>
    public virtual PersonId? Subject => null;

    private protected abstract void Closed();
}
