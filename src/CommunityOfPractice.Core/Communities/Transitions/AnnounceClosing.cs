using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>C7: announces that a community closes; the objection window opens.</summary>
/// <remarks>Guards: <c>community.not-active-or-dormant</c>, <c>closing.no-reason</c>, and the faults of <see cref="LegacyPlan.Problems"/>.</remarks>
/// <param name="Community">The community.</param>
/// <param name="Reason">Why.</param>
/// <param name="Plan">A draft of what becomes of what is left behind; items can be undecided for now.</param>
public sealed record AnnounceClosing(CommunityId Community, string Reason, LegacyPlan Plan) : CommunityCommand(Community)
{
    internal override IEnumerable<Fact> Decide(Community community, CommunityContext context, Guards guards)
    {
        ArgumentNullException.ThrowIfNull(Plan);
        guards.RequireActiveOrDormant(community);
        guards.RequireText(Reason, "closing.no-reason", "A closing says why.");
        guards.RequireNone(Plan.Problems(Community));
        return [new ClosingAnnounced(Reason, context.In(context.Policy.ObjectionWindow), Plan)];
    }
}

/// <summary>C7 happened: the community is closing.</summary>
/// <param name="Reason">Why.</param>
/// <param name="EffectiveOn">When the objection window ends, in UTC.</param>
/// <param name="Plan">The draft of the legacy plan.</param>
public sealed record ClosingAnnounced([property: PersonalData] string Reason, DateTimeOffset EffectiveOn, LegacyPlan Plan) : CommunityFact
{
    internal override Community Apply(Community before, Change change) =>
        before.To(CommunityStatus.Closing, change) with { Closing = new(Reason, change.OccurredAt, EffectiveOn, before.Status, Plan, Objections: []) };
}
