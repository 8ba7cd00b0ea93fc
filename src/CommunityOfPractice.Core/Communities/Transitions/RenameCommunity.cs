using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>Gives a community another name or summary; its id stays.</summary>
/// <remarks>Guards: <c>community.not-living</c>, <c>community.no-name</c>.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Summary">What it is in a few sentences; may be empty.</param>
public sealed record RenameCommunity(CommunityId Community, string Name, string Summary) : CommunityCommand(Community)
{
    internal override IEnumerable<Fact> Decide(Community community, CommunityContext context, Guards guards)
    {
        guards.RequireLiving(community);
        guards.RequireText(Name, "community.no-name", "A community has a name.");
        return [new CommunityRenamed(Name, Summary ?? string.Empty)];
    }
}

/// <summary>The community has another name or summary.</summary>
/// <param name="Name">Its name for people.</param>
/// <param name="Summary">What it is in a few sentences.</param>
public sealed record CommunityRenamed(string Name, string Summary) : CommunityFact
{
    internal override Community Apply(Community before, Change change) => before with { Name = Name, Summary = Summary };
}
