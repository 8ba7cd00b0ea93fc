using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>C4: a chartered community begins its life.</summary>
/// <remarks>
/// Guards: <c>community.not-chartered</c>, <c>community.no-facilitator</c>, <c>community.too-few-members</c>
/// (<see cref="CommunityPolicy.MinMembers"/>).
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="FirstGathering">When its first gathering happened or will happen.</param>
public sealed record LaunchCommunity(CommunityId Community, DateTimeOffset FirstGathering) : CommunityCommand(Community)
{
    internal override IEnumerable<Fact> Decide(Community community, CommunityContext context, Guards guards)
    {
        guards.Require(community.Status == CommunityStatus.Chartered, "community.not-chartered", () => $"Only a chartered community is launched; this one is {community.Status}.");
        guards.Require(context.ActiveFacilitators > 0, "community.no-facilitator", "A community needs an active facilitator.");
        guards.Require(context.ActiveMembers >= context.Policy.MinMembers, "community.too-few-members", () => $"A launch needs {context.Policy.MinMembers} active members; there are {context.ActiveMembers}.");
        return [new CommunityLaunched(FirstGathering)];
    }
}

/// <summary>C4 happened: the community is active.</summary>
/// <param name="FirstGathering">When its first gathering happened or will happen.</param>
public sealed record CommunityLaunched(DateTimeOffset FirstGathering) : CommunityFact
{
    internal override Community Apply(Community before, Change change) => before.To(CommunityStatus.Active, change);
}
