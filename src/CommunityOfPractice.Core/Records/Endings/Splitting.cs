using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>C12: a new community is split from another; needs both records.</summary>
public static class Splitting
{
    /// <summary>Decides a split.</summary>
    /// <remarks>
    /// Everybody stays what they are; members of the old community are invited to the new one and choose: stay, move or both. The new community is proposed,
    /// chartered and launched as far as its own guards allow: people who are to facilitate it or to be counted have joined it before, by their own act.
    /// To partition, it has to be chartered at least, or the split is refused: otherwise the topics would have left the old community for nobody.
    /// To partition, artifacts all of whose topics go to the new community move with them; to specialise, none.
    /// Guards: those of <see cref="SplitCommunity"/> and <c>record.time</c> on both sides; <c>artifact.id-taken</c> (one for each). Costs O(n log n) in the members of the old community.
    /// </remarks>
    /// <param name="parent">The community that is split.</param>
    /// <param name="child">The record of the new community: nothing recorded yet, or proposed.</param>
    /// <param name="command">The command, put to the community that is split.</param>
    /// <param name="context">Who acts, when, under which policies.</param>
    /// <returns>Accepted with the changes of both and with what the new community still lacks; refused with every unmet guard.</returns>
    /// <exception cref="ArgumentException">The command names other communities than the two records.</exception>
    public static Decision<SplitOutcome> Decide(CommunityRecord parent, CommunityRecord child, SplitCommunity command, DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(parent);
        ArgumentNullException.ThrowIfNull(child);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        if (command.Community != parent.Id || command.Child != child.Id)
        {
            throw new ArgumentException($"The command splits '{command.Child}' from '{command.Community}', not '{child.Id}' from '{parent.Id}'.", nameof(command));
        }

        Guards guards = new();
        parent.RequireTime(context, guards);
        child.RequireTime(context, guards);
        Fact[] facts = [.. command.Decide(parent.Community, parent.ContextOf(context, child.Community), guards)];
        IReadOnlySet<TopicId> topics = command.Mode == SplitMode.Partition ? command.Terms.Domain.Topics.Select(t => t.Topic).ToHashSet() : [];
        Relocation moved = Relocation.OfTopics(topics, parent.Community, parent.Practice.Repertoire, child.Community, child.Practice.Repertoire);
        if (command is { Mode: SplitMode.Partition } && command.Child != command.Community)
        {
            moved.Require(guards);
            CommunityContext there = child.ContextOf(context);
            guards.Require(there.ActiveFacilitators > 0, "split.child-no-facilitator", $"Topics move to a community that somebody has accepted to facilitate; '{child.Id}' has nobody.");
            guards.Require(ApproveCharter.IsGiven(command.Terms, child.Community, there), "split.child-no-approval", $"The charter of '{child.Id}' needs the approval of its terms, by the sponsor or the host.");
        }

        Growth growth = new(child, context);
        if (guards.Met)
        {
            growth.Grow(command);
            FactTexts.Require(facts.Concat(growth.Facts), context.Because, guards);
        }

        return guards.Decide(() =>
        {
            IEnumerable<Fact> invitations = child.Invitations(Merging.MembersOf(parent), growth.Community, context);
            return new SplitOutcome(
                CommunityRecord.Changes(facts.Concat(moved.Leaving()), context).ToValueList(),
                CommunityRecord.Changes(growth.Facts.Concat(invitations).Concat(moved.Arriving(child.IsActive)), context).ToValueList(),
                StillMissing(child, growth.Community, command, context));
        });
    }

    /// <summary>What stands between a community that was split off and its launch (C2, C4); empty once it is launched.</summary>
    internal static ValueList<Reason> StillMissing(CommunityRecord child, Community community, SplitCommunity split, DecisionContext context)
    {
        Guards guards = new();
        CommunityContext there = child.ContextOf(context);
        if (community.Status is not (CommunityStatus.Proposed or CommunityStatus.Chartered))
        {
            return [];
        }

        guards.RequireFacilitator(there);
        if (community.Status == CommunityStatus.Proposed)
        {
            guards.Require(ApproveCharter.IsGiven(split.Terms, community, there), "charter.no-approval", "The first charter needs the approval of its terms, by the sponsor or the host.");
        }

        LaunchCommunity.RequireMembers(there, guards);
        guards.Require(split.FirstGathering is not null, "launch.no-gathering", "The first gathering is not planned.");
        return guards.Unmet;
    }

    /// <summary>The new community, step by step.</summary>
    private sealed class Growth(CommunityRecord child, DecisionContext context)
    {
        public List<Fact> Facts { get; } = [];

        public Community Community { get; private set; } = child.Community;

        public void Grow(SplitCommunity split)
        {
            if (Community.Status == CommunityStatus.None)
            {
                Try(new ProposeCommunity(child.Id, split.Proposer, split.Name, split.Terms.Purpose, split.Kind, SimilarShown: [split.Community]) { Domain = split.Terms.Domain });
            }

            Add(new CommunitySplitOff(split.Community));
            if (Try(new AdoptCharter(child.Id, split.Terms)) && split.FirstGathering is { } first)
            {
                Try(new LaunchCommunity(child.Id, first));
            }
        }

        private bool Try(CommunityCommand step)
        {
            Guards guards = new();
            Fact[] facts = [.. step.Decide(Community, child.ContextOf(context), guards)];
            foreach (Fact fact in guards.Met ? facts : [])
            {
                Add((CommunityFact)fact);
            }

            return guards.Met;
        }

        private void Add(CommunityFact fact)
        {
            Facts.Add(fact);
            Community = fact.Apply(Community, new Change(context.At, context.By, context.Because, fact));
        }
    }
}
