using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Compares every pair of communities.</summary>
internal static class PortfolioOverlaps
{
    /// <summary>Pairs that are duplicates or overlap, by ids; those that are merely related are left out.</summary>
    public static ValueList<PortfolioOverlap> Of(List<CandidateCommunity> communities, SuppressionPolicy suppression)
    {
        int population = communities.SelectMany(c => c.Members).Distinct().Count();
        List<PortfolioOverlap> overlaps = [];
        for (int i = 0; i < communities.Count; i++)
        {
            CandidateCommunity first = communities[i];
            CommunityDraft draft = new(first.Community.Name, first.Community.Domain?.Topics ?? [], first.Members.Order().ToValueList());
            foreach (SimilarCommunity alike in SimilarCommunities.Find(draft, communities.Skip(i + 1), population).Where(s => s.Kind != SimilarityKind.Related))
            {
                CandidateCommunity second = communities.First(c => c.Community.Id == alike.Community);
                bool known = first.Members.Count > 0 && second.Members.Count > 0;
                bool told = known && !suppression.IsSmall(alike.SharedMembers) && !suppression.IsSmall(first.Members.Count - alike.SharedMembers) && !suppression.IsSmall(second.Members.Count - alike.SharedMembers);
                overlaps.Add(new(first.Community.Id, alike.Community, alike.Kind, alike.TopicCosine, told ? alike.SharedMembers : null));
            }
        }

        return overlaps.OrderBy(o => o.First).ThenBy(o => o.Second).ToValueList();
    }
}
