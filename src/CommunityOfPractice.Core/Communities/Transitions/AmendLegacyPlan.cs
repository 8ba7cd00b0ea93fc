using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>Says more precisely what becomes of what a closing community leaves behind.</summary>
/// <remarks>Guards: <c>community.not-closing</c>, <c>legacy.item-dropped</c> (closing never loses anything), and the faults of <see cref="LegacyPlan.Problems"/>.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Plan">The plan as a whole; every item of the plan so far is still in it.</param>
public sealed record AmendLegacyPlan(CommunityId Community, LegacyPlan Plan) : CommunityCommand(Community)
{
    internal override IEnumerable<Fact> Decide(Community community, CommunityContext context, Guards guards)
    {
        ArgumentNullException.ThrowIfNull(Plan);
        guards.RequireClosing(community);
        guards.RequireNone(Plan.Problems(Community));
        HashSet<string> kept = new(Plan.Items.Select(i => i.Name), StringComparer.Ordinal);
        foreach (LegacyItem item in community.Status == CommunityStatus.Closing ? community.Closing!.Plan.Items : [])
        {
            guards.Require(kept.Contains(item.Name), "legacy.item-dropped", $"'{item.Name}' is missing; what was planned is settled, not forgotten.");
        }

        return [new LegacyPlanAmended(Plan)];
    }
}

/// <summary>The legacy plan was amended.</summary>
/// <param name="Plan">The plan as a whole.</param>
public sealed record LegacyPlanAmended(LegacyPlan Plan) : CommunityFact
{
    internal override Community Apply(Community before, Change change) => before.Closing is { } closing ? before with { Closing = closing with { Plan = Plan } } : before;
}
