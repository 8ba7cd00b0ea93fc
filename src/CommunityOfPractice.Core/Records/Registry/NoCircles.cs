using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>I6: nobody is their own ancestor, by parents, redirects or splits.</summary>
internal sealed class NoCircles : ITieRule
{
    public void Check(IReadOnlyDictionary<CommunityId, Community> communities, FindingList findings)
    {
        foreach (ValueList<CommunityId> circle in LineageSearch.Circles(communities.Values))
        {
            string code = Joined(l => l.MergedInto) ? "registry.merge-circle" : Joined(l => l.SplitFrom) ? "registry.split-circle" : "registry.parent-circle";
            findings.Require(false, circle[0], FindingSeverity.Error, code, $"Its links form a circle: {string.Join(", ", circle)}.");

            bool Joined(Func<Lineage, CommunityId?> link) => Enumerable.Range(0, circle.Count).All(i => link(communities[circle[i]].Lineage) == circle[(i + 1) % circle.Count]);
        }
    }
}
