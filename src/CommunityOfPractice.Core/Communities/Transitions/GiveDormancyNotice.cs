using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>Announces that an active community will go to rest.</summary>
/// <remarks>Guards: <c>community.not-active</c>, <c>dormancy.no-reason</c>, <c>dormancy.noticed</c>.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Reason">Why.</param>
public sealed record GiveDormancyNotice(CommunityId Community, string Reason) : CommunityCommand(Community)
{
    internal override IEnumerable<Fact> Decide(Community community, CommunityContext context, Guards guards)
    {
        guards.RequireActive(community);
        guards.RequireText(Reason, "dormancy.no-reason", "The notice says why the community goes to rest.");
        guards.Require(community.DormancyNotice is null, "dormancy.noticed", $"Notice was given already, for {community.DormancyNotice?.EffectiveOn:O}.");
        return [new DormancyNoticed(context.In(context.Policy.DormancyNotice), Reason)];
    }
}

/// <summary>Notice was given that the community will go to rest.</summary>
/// <param name="EffectiveOn">From when on it can go to rest, in UTC.</param>
/// <param name="Reason">Why.</param>
public sealed record DormancyNoticed(DateTimeOffset EffectiveOn, [property: PersonalData] string Reason) : CommunityFact
{
    internal override Community Apply(Community before, Change change) => before with { DormancyNotice = new(change.OccurredAt, EffectiveOn, Reason) { RuleId = change.By.RuleId } };
}
