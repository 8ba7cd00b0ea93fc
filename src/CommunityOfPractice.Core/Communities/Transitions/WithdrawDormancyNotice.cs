using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>Takes the notice back: the community will not go to rest.</summary>
/// <remarks>
/// Guards: <c>community.not-active</c>, <c>dormancy.no-notice</c>, <c>grace.over</c> (the grace period has passed and nobody facilitates: only a facilitator ends that).
/// </remarks>
/// <param name="Community">The community.</param>
public sealed record WithdrawDormancyNotice(CommunityId Community) : CommunityCommand(Community)
{
    internal override IEnumerable<Fact> Decide(Community community, CommunityContext context, Guards guards)
    {
        guards.RequireActive(community);
        guards.Require(community.DormancyNotice is not null, "dormancy.no-notice", "No notice was given.");
        guards.Require(
            context.ActiveFacilitators > 0 || !(community.FacilitationGrace?.Deadline <= context.At), "grace.over", "Nobody facilitates, and the time to find somebody is over.");
        return [new DormancyNoticeLifted()];
    }
}

/// <summary>The notice was taken back, or what it rested on is gone.</summary>
public sealed record DormancyNoticeLifted : CommunityFact
{
    internal override Community Apply(Community before, Change change) => before with { DormancyNotice = null };
}
