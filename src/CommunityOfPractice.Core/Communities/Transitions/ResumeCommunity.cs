using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>A community ends its break early.</summary>
/// <remarks>Guards: <c>community.not-active</c>, <c>pause.none</c>.</remarks>
/// <param name="Community">The community.</param>
public sealed record ResumeCommunity(CommunityId Community) : CommunityCommand(Community)
{
    internal override IEnumerable<Fact> Decide(Community community, CommunityContext context, Guards guards)
    {
        guards.RequireActive(community);
        guards.Require(community.PausedUntil is not null, "pause.none", "The community is not on a break.");
        return [new CommunityResumed()];
    }
}

/// <summary>The community ended its break.</summary>
public sealed record CommunityResumed : CommunityFact
{
    internal override Community Apply(Community before, Change change) => before with { PausedUntil = null, LastBreakEnded = change.OccurredAt };
}

/// <summary>The break was over, as a policy found.</summary>
public sealed record PauseEnded : CommunityFact
{
    internal override Community Apply(Community before, Change change) => before with { PausedUntil = null, LastBreakEnded = change.OccurredAt };
}
