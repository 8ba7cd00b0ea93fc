using System.Globalization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>Finds communities that are similar to a draft, so that they can be shown before it is proposed (C1).</summary>
public static class SimilarCommunities
{
    /// <summary>Compares a draft with communities.</summary>
    /// <remarks>
    /// Duplicate: the same name (letters and digits, in any case), or topics at least <see cref="SimilarityThresholds.DuplicateTopics"/> alike. Overlap: topics
    /// at least <see cref="SimilarityThresholds.OverlapTopics"/> alike, or so large a share of people that it is no chance. Related: less than that, and
    /// more than nothing. Private, merged and rejected communities are never shown. Costs O(c · (t + p)) for c communities, t topics and p interested people.
    /// </remarks>
    /// <param name="draft">The draft.</param>
    /// <param name="candidates">The communities to compare with, in any order, each once.</param>
    /// <param name="population">How many people there are in the organisation; when there are more in the two groups, those count.</param>
    /// <param name="thresholds">From when on two are similar; null for <see cref="SimilarityThresholds.Default"/>.</param>
    /// <returns>The most similar first: by kind, then topics, then people in common, then id. Empty when nothing is similar; show that too.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="population"/> is negative.</exception>
    /// <exception cref="ArgumentException">The topics of the draft have problems.</exception>
    public static ValueList<SimilarCommunity> Find(
        CommunityDraft draft, IEnumerable<CandidateCommunity> candidates, int population, SimilarityThresholds? thresholds = null)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentOutOfRangeException.ThrowIfNegative(population);
        return candidates
            .Where(c => c.Community is { Visibility: not Visibility.Private, Status: not (CommunityStatus.None or CommunityStatus.Merged or CommunityStatus.Rejected) })
            .Select(c => Compare(draft, c, population, thresholds ?? SimilarityThresholds.Default))
            .OfType<SimilarCommunity>()
            .OrderBy(s => s.Kind).ThenByDescending(s => s.TopicCosine ?? 0).ThenByDescending(s => s.SharedMembers).ThenBy(s => s.Community)
            .ToValueList();
    }

    private static SimilarCommunity? Compare(CommunityDraft draft, CandidateCommunity candidate, int population, SimilarityThresholds limits)
    {
        double? cosine = TopicProfile.Cosine(draft.Topics, candidate.Community.Domain?.Topics ?? []);
        int interested = draft.Interested.Distinct().Count(), members = candidate.Members.Count;
        int shared = draft.Interested.Distinct().Count(candidate.Members.Contains);
        MemberOverlap people = MemberOverlap.Of(interested, members, shared, population);
        double? chance = people.Significance, containment = people.Containment;
        bool named = Letters(draft.Name) is { Length: > 0 } name && name == Letters(candidate.Community.Name);
        bool together = chance < limits.Significance;

        SimilarityKind? kind =
            named || cosine >= limits.DuplicateTopics ? SimilarityKind.Duplicate
            : cosine >= limits.OverlapTopics || (together && shared >= limits.OverlapPeople * interested) ? SimilarityKind.Overlap
            : cosine >= limits.RelatedTopics || together ? SimilarityKind.Related
            : null;
        if (kind is null)
        {
            return null;
        }

        List<Reason> reasons = [];
        Add(named, "similar.name", "It has the same name.");
        Add(cosine >= limits.RelatedTopics, "similar.topics", Say($"The topics are {100 * cosine.GetValueOrDefault():F0} % alike."));
        Add(together, "similar.people", Say($"{shared} of {interested} interested people are among its {members} members; by chance that happens with a probability of {chance:G2}."));
        Add(shared > 0 && shared == interested && members > interested, "similar.contained", "Everybody who is interested belongs to it already: a group within it may be enough.");
        Add(candidate.Community.Status == CommunityStatus.Closed, "similar.closed", "It is closed and can be reopened with what it left behind.");
        return new(candidate.Community.Id, kind.Value, cosine, shared, chance, containment, reasons.ToValueList());

        void Add(bool holds, string code, string text)
        {
            if (holds)
            {
                reasons.Add(new(code, text));
            }
        }
    }

    /// <summary>What of a name is compared.</summary>
    internal static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
