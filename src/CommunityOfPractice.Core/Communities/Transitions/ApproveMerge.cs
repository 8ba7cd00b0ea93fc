using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Communities;

/// <summary>C11, on the side that stays: agrees to take another community in.</summary>
/// <remarks>Guards: <c>community.not-active</c>, <c>merge.self</c>, <c>merge.approved</c>.</remarks>
/// <param name="Community">The community that stays.</param>
/// <param name="From">The community that would become part of it.</param>
public sealed record ApproveMerge(CommunityId Community, CommunityId From) : CommunityCommand(Community)
{
    internal override IEnumerable<Fact> Decide(Community community, CommunityContext context, Guards guards)
    {
        guards.RequireActive(community);
        guards.Require(From != Community, "merge.self", "A community does not merge with itself.");
        guards.Require(!community.MergesApproved.Contains(From), "merge.approved", $"The merge with '{From}' is approved already.");
        return [new MergeApproved(From)];
    }
}

/// <summary>The community has agreed to take another one in.</summary>
/// <param name="From">The community that may become part of it.</param>
public sealed record MergeApproved(CommunityId From) : CommunityFact
{
    internal override Community Apply(Community before, Change change) => before with { MergesApproved = before.MergesApproved.Append(From).Sorted() };
}
