using CommunityOfPractice.Core.Communities;

namespace CommunityOfPractice.Core.Records;

/// <summary>I6: links lead to communities that exist.</summary>
internal sealed class LinksLeadSomewhere : ITieRule
{
    public void Check(IReadOnlyDictionary<CommunityId, Community> communities, FindingList findings)
    {
        foreach ((CommunityId from, CommunityId to) in LineageSearch.DeadLinks(communities.Values))
        {
            Lineage lineage = communities[from].Lineage;
            bool forEver = lineage.MergedInto == to || lineage.SplitFrom == to || lineage.MergedFrom.Contains(to) || lineage.SplitInto.Contains(to);
            findings.Require(!forEver, from, FindingSeverity.Error, "registry.dead-link", $"It was merged with or split from '{to}', which has no journal.");
            findings.Require(lineage.Parent != to, from, FindingSeverity.Warning, "registry.parent-unknown", $"It belongs under '{to}', which has no journal.");
        }
    }
}
