using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>What a command would write: changes for one or several communities, and what must not have changed meanwhile.</summary>
internal sealed record Plan(ValueList<CommunityChanges> Parts, ValueList<VersionClaim> Claims)
{
    /// <summary>What a community that is split off will still lack.</summary>
    public ValueList<Reason> StillMissing { get; init; } = [];

    public static Plan Of(CommunityId community, ValueList<Change> changes) => new(changes.Count == 0 ? [] : [new(community, changes)], []);
}

/// <summary>Changes for one community, in order.</summary>
internal sealed record CommunityChanges(CommunityId Community, ValueList<Change> Changes);

/// <summary>A community whose journal must still have a version.</summary>
internal sealed record VersionClaim(CommunityId Community, long Version);
