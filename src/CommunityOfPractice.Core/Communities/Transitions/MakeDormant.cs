using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>C5: an active community goes to rest.</summary>
/// <remarks>
/// Guards: <c>community.not-active</c>, <c>dormancy.no-reason</c>, <c>dormancy.no-notice</c> and <c>dormancy.notice-running</c>
/// (unless <see cref="CommunityPolicy.DormancyNotice"/> is zero).
/// </remarks>
/// <param name="Community">The community.</param>
/// <param name="Reason">Why.</param>
public sealed record MakeDormant(CommunityId Community, string Reason) : CommunityCommand(Community)
{
    internal override IEnumerable<Fact> Decide(Community community, CommunityContext context, Guards guards)
    {
        guards.RequireActive(community);
        guards.RequireText(Reason, "dormancy.no-reason", "A community goes to rest for a reason.");
        if (context.Policy.DormancyNotice > TimeSpan.Zero)
        {
            guards.Require(community.DormancyNotice is not null, "dormancy.no-notice", $"Notice is given {context.Policy.DormancyNotice.Days} days before.");
            guards.Require(!(community.DormancyNotice?.EffectiveOn > context.At), "dormancy.notice-running", $"The notice runs until {community.DormancyNotice?.EffectiveOn:O}.");
        }

        return [new CommunityBecameDormant(Reason)];
    }
}

/// <summary>C5 happened: the community is at rest. Everybody stays what they are.</summary>
/// <param name="Reason">Why.</param>
public sealed record CommunityBecameDormant([property: PersonalData] string Reason) : CommunityFact
{
    internal override Community Apply(Community before, Change change) => before.To(CommunityStatus.Dormant, change);
}
