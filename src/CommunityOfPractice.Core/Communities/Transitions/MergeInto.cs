using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>C11, on the side that goes: a community becomes part of another one, for good.</summary>
/// <remarks>
/// Needs both records, so it is decided by <c>Merging</c> in the room Records. Guards: <c>community.not-active-or-dormant</c>, <c>merge.self</c>,
/// <c>merge.into-not-active</c>, <c>merge.not-approved</c> (<see cref="ApproveMerge"/>), <c>merge.into-no-facilitator</c> (neither a facilitator nor a running
/// grace); when the community that stays has a parent also <c>lineage.ancestors-unknown</c> and <c>lineage.circle</c> (it stands below the one that goes).
/// </remarks>
/// <param name="Community">The community that goes.</param>
/// <param name="Into">The community that stays.</param>
public sealed record MergeInto(CommunityId Community, CommunityId Into) : CommunityCommand(Community)
{
    internal override IEnumerable<Fact> Decide(Community community, CommunityContext context, Guards guards)
    {
        guards.RequireActiveOrDormant(community);
        if (!guards.Require(Into != Community, "merge.self", "A community does not merge with itself."))
        {
            return [];
        }

        Community into = context.Other ?? throw new ArgumentException("A merge needs both records: it is decided by Merging.Decide.", nameof(context));
        guards.Require(into.Status == CommunityStatus.Active, "merge.into-not-active", $"'{Into}' takes nobody in; it is {into.Status}.");
        guards.Require(into.MergesApproved.Contains(Community), "merge.not-approved", $"'{Into}' has not agreed to take '{Community}' in.");
        if (into.Lineage.Parent is not null)
        {
            guards.RequireNoCircle(Community, Into, context);
        }

        return [new CommunityMerged(Into)];
    }
}

/// <summary>C11 happened: the community has become part of another one, to which it redirects for ever.</summary>
/// <param name="Into">The community that stays.</param>
public sealed record CommunityMerged(CommunityId Into) : CommunityFact
{
    internal override Community Apply(Community before, Change change) =>
        before.To(CommunityStatus.Merged, change).WithoutCharter(change.OccurredAt) with { Lineage = before.Lineage with { MergedInto = Into } };
}

/// <summary>C11 happened, seen from the community that stays: another one has become part of it.</summary>
/// <param name="From">The community that went.</param>
public sealed record CommunityAbsorbed(CommunityId From) : CommunityFact
{
    internal override Community Apply(Community before, Change change) => before with
    {
        MergesApproved = before.MergesApproved.Where(c => c != From).ToValueList(),
        Lineage = before.Lineage with { MergedFrom = [.. before.Lineage.MergedFrom, From] },
    };
}
