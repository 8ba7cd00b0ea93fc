using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>C12: a new community is split from an active one; everybody stays unless they choose otherwise.</summary>
/// <remarks>
/// Needs both records, so it is decided by <c>Splitting</c> in the room Records. Guards: <c>community.not-active</c>, <c>community.no-facilitator</c> (the
/// old community keeps one), <c>split.self</c>, <c>split.child-exists</c> (new, or proposed for the first time, by the same actor), <c>split.no-name</c>, the faults of
/// <see cref="CharterTerms.Problems"/>; to partition <c>split.topic-not-of-parent</c> (one for each), <c>split.nothing-left</c>, and those of C2 for the new
/// community, since topics leave the old one in the same decision: <c>split.child-no-facilitator</c> (it is proposed before, and somebody has accepted to
/// facilitate it) and <c>split.child-no-approval</c> (<see cref="CommunityPolicy.CharterNeedsApproval"/>); to specialise <c>split.no-shared-topic</c> and
/// <c>split.same-domain</c> (the same topics and no narrower scope).
/// </remarks>
/// <param name="Community">The community that is split.</param>
/// <param name="Child">The id of the new community.</param>
/// <param name="Name">The name of the new community.</param>
/// <param name="Proposer">Who proposes the new community.</param>
/// <param name="Terms">The charter of the new community.</param>
/// <param name="Mode">How the topics of both relate.</param>
public sealed record SplitCommunity(CommunityId Community, CommunityId Child, string Name, PersonId Proposer, CharterTerms Terms, SplitMode Mode) : CommunityCommand(Community)
{
    /// <summary>Gets what sort of group the new community is.</summary>
    /// <value>The default value is <see cref="CommunityKind.CommunityOfPractice"/>; one that is proposed already keeps its own.</value>
    public CommunityKind Kind { get; init; }

    /// <summary>Gets when the first gathering of the new community happened or will happen.</summary>
    /// <value>Null while it is not planned; then it is not launched.</value>
    public DateTimeOffset? FirstGathering { get; init; }

    internal override IEnumerable<Fact> Decide(Community community, CommunityContext context, Guards guards)
    {
        ArgumentNullException.ThrowIfNull(Terms);
        Defined.Check(Mode);
        Defined.Check(Kind);
        guards.RequireActive(community);
        guards.RequireFacilitator(context);
        guards.RequireText(Name, "split.no-name", "The new community has a name.");
        bool sound = guards.RequireNone(Terms.Problems(context.Other is { Status: not CommunityStatus.None } proposed && Child != Community ? proposed.Kind : Kind));
        if (guards.Require(Child != Community, "split.self", "A community is not split into itself."))
        {
            Community child = context.Other ?? throw new ArgumentException("A split needs both records: it is decided by Splitting.Decide.", nameof(context));
            bool young = child.Status is CommunityStatus.None or CommunityStatus.Proposed && child.Charters.Count == 0 && child.Lineage.SplitFrom is null
                && (child.Proposal is null || context.By.HostName is not null || context.By.Is(child.Proposal.Proposer));
            guards.Require(young, "split.child-exists", $"'{Child}' has a life of its own already, or was proposed by somebody else; it is {child.Status}.");
        }

        if (!sound || community.Charter is not { } charter)
        {
            return [];
        }

        HashSet<TopicId> mine = [.. charter.Domain.Topics.Select(t => t.Topic)], theirs = [.. Terms.Domain.Topics.Select(t => t.Topic)];
        List<Fact> facts = [new CommunitySplit(Child, Mode)];
        if (Mode == SplitMode.Partition)
        {
            foreach (TopicId topic in theirs.Except(mine).Order())
            {
                guards.Require(false, "split.topic-not-of-parent", $"'{topic}' is no topic of '{Community}', so it cannot move.");
            }

            if (guards.Require(!mine.IsSubsetOf(theirs), "split.nothing-left", $"'{Community}' keeps at least one topic."))
            {
                Domain rest = charter.Domain with { Topics = charter.Domain.Topics.Where(t => !theirs.Contains(t.Topic)).ToValueList() };
                facts.AddRange(AdoptCharter.Adopt(charter.Terms() with { Domain = rest }, approvedBy: null, community, context, new Guards()));
            }
        }
        else
        {
            guards.Require(mine.Overlaps(theirs), "split.no-shared-topic", $"To specialise is to share a topic with '{Community}'.");
            bool narrower = Terms.Domain.ScopeIn.Count > 0 && !Terms.Domain.ScopeIn.Equals(charter.Domain.ScopeIn);
            guards.Require(!mine.SetEquals(theirs) || narrower, "split.same-domain", $"The new community has other topics than '{Community}', or a narrower scope.");
        }

        return facts;
    }
}

/// <summary>C12 happened: a new community was split from this one.</summary>
/// <param name="Child">The new community.</param>
/// <param name="Mode">How the topics of both relate.</param>
public sealed record CommunitySplit(CommunityId Child, SplitMode Mode) : CommunityFact
{
    internal override Community Apply(Community before, Change change) =>
        before with { Lineage = before.Lineage with { SplitInto = [.. before.Lineage.SplitInto, Child] } };
}

/// <summary>C12 happened, seen from the new community: it was split from another one.</summary>
/// <param name="From">The community that it comes from.</param>
public sealed record CommunitySplitOff(CommunityId From) : CommunityFact
{
    internal override Community Apply(Community before, Change change) => before with { Lineage = before.Lineage with { SplitFrom = From } };
}
