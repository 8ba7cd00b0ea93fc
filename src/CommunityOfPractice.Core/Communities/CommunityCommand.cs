using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>A command about a community as a whole: its status, charter, purpose, ties to other communities.</summary>
/// <param name="Community">The community that it is put to.</param>
public abstract record CommunityCommand(CommunityId Community) : Command(Community)
{
    /// <summary>The facts that follow; guards that are not met are noted.</summary>
    /// <remarks>Called with a community that may not exist yet; facts returned count only when every guard is met.</remarks>
    internal abstract IEnumerable<Fact> Decide(Community community, CommunityContext context, Guards guards);

    private protected sealed override void Closed()
    {
    }
}
