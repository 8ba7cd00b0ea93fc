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
        guards.RequireChartered(community);
        guards.RequireFacilitator(context);
        RequireMembers(context, guards);
        return [new CommunityLaunched(FirstGathering.ToUniversalTime(), context.In(context.Policy.CheckInCadence))];
    }

    /// <summary>Whether enough members are active for a launch.</summary>
    internal static void RequireMembers(CommunityContext context, Guards guards) => guards.Require(
        context.ActiveMembers >= context.Policy.MinMembers, "community.too-few-members", $"A launch needs {context.Policy.MinMembers} active members; there are {context.ActiveMembers}.");
}

/// <summary>C4 happened: the community is active.</summary>
/// <param name="FirstGathering">When its first gathering happened or will happen, in UTC.</param>
/// <param name="NextCheckInOn">When the first light check-in is due, in UTC; null when none is.</param>
public sealed record CommunityLaunched(DateTimeOffset FirstGathering, DateTimeOffset? NextCheckInOn = null) : CommunityFact
{
    internal override Community Apply(Community before, Change change) => before.To(CommunityStatus.Active, change) with { NextCheckInOn = NextCheckInOn };
}
