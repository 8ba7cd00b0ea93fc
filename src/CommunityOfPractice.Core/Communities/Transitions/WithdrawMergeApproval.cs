using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>Takes the agreement back to take another community in.</summary>
/// <remarks>Guards: <c>community.not-active</c>, <c>merge.not-approved</c>.</remarks>
/// <param name="Community">The community that stays.</param>
/// <param name="From">The community that will not become part of it.</param>
public sealed record WithdrawMergeApproval(CommunityId Community, CommunityId From) : CommunityCommand(Community)
{
    internal override IEnumerable<Fact> Decide(Community community, CommunityContext context, Guards guards)
    {
        guards.RequireActive(community);
        guards.Require(community.MergesApproved.Contains(From), "merge.not-approved", $"The merge with '{From}' is not approved.");
        return [new MergeApprovalWithdrawn(From)];
    }
}

/// <summary>The agreement to take another community in was taken back.</summary>
/// <param name="From">The community that will not become part of it.</param>
public sealed record MergeApprovalWithdrawn(CommunityId From) : CommunityFact
{
    internal override Community Apply(Community before, Change change) => before with { MergesApproved = before.MergesApproved.Where(c => c != From).ToValueList() };
}
