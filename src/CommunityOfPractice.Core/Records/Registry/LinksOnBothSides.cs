using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Records;

/// <summary>What was merged or split is told by both sides.</summary>
internal sealed class LinksOnBothSides : ITieRule
{
    public void Check(IReadOnlyDictionary<CommunityId, Community> communities, FindingList findings)
    {
        foreach (Community community in communities.Values)
        {
            Lineage lineage = community.Lineage;
            One(lineage.MergedInto, other => other.MergedFrom.Contains(community.Id));
            One(lineage.SplitFrom, other => other.SplitInto.Contains(community.Id));
            All(lineage.MergedFrom, other => other.MergedInto == community.Id);
            All(lineage.SplitInto, other => other.SplitFrom == community.Id);

            void All(ValueList<CommunityId> links, Func<Lineage, bool> told)
            {
                foreach (CommunityId link in links)
                {
                    One(link, told);
                }
            }

            void One(CommunityId? link, Func<Lineage, bool> told)
            {
                bool sound = link is not { } to || !communities.TryGetValue(to, out Community? other) || told(other.Lineage);
                findings.Require(sound, community.Id, FindingSeverity.Error, "registry.one-sided-link", $"It tells of a tie with '{link}', which does not tell of it.");
            }
        }
    }
}
