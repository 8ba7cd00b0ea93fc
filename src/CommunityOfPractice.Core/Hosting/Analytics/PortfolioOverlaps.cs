using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Hosting;

/// <summary>Compares every pair of communities.</summary>
public static class PortfolioOverlaps
{
    /// <summary>Finds the pairs that are duplicates or overlap (<see cref="SimilarCommunities"/>).</summary>
    /// <param name="communities">The communities with their members, by id; those without known members are compared by name and topics only.</param>
    /// <param name="policy">How small a group may be; null for the defaults.</param>
    /// <param name="previous">The pairs that were published before, for the differencing guard; null for none.</param>
    /// <returns>
    /// By ids; pairs that are merely related are left out. How many people two share is withheld when it, or either remainder, is small, and when it changed by a few people since it was last told (<paramref name="previous"/>). O(c² (t + p)).
    /// </returns>
    /// <exception cref="ArgumentException">Something is wrong with the policy.</exception>
    public static ValueList<PortfolioOverlap> Of(IReadOnlyList<CandidateCommunity> communities, SuppressionPolicy? policy = null, IReadOnlyList<PortfolioOverlap>? previous = null)
    {
        ArgumentNullException.ThrowIfNull(communities);
        SuppressionPolicy suppression = SuppressionPolicy.Checked(policy, nameof(policy));
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
                PortfolioOverlap? published = previous?.FirstOrDefault(o => o.First == first.Community.Id && o.Second == alike.Community);
                int? before = published?.SharedMembers ?? published?.LastTold;
                told &= before is not { } last || !suppression.IsHeld(last, alike.SharedMembers);
                overlaps.Add(new(first.Community.Id, alike.Community, alike.Kind, alike.TopicCosine, told ? alike.SharedMembers : null) { LastTold = told ? null : before });
            }
        }

        return overlaps.OrderBy(o => o.First).ThenBy(o => o.Second).ToValueList();
    }
}
