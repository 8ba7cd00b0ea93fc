using System.Globalization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>Finds communities that could do something together: become one, one within the other, or side by side.</summary>
public static class CommunityPairs
{
    /// <summary>Compares communities with each other.</summary>
    /// <remarks>
    /// A group within: nearly all of a community that is at most half as large belong to the other one. Merge: topics at least <see cref="SimilarityThresholds.MergeTopics"/> alike, and many people in common or one side dormant or below
    /// critical mass. Federate: topics at least <see cref="SimilarityThresholds.OverlapTopics"/> alike, or two or more people in common and more than chance explains: with all pairs there are counted as comparisons
    /// (Bonferroni), so that many communities do not bring many suggestions by chance. Communities that have ended, and private ones that the caller should leave
    /// out, are not compared. Costs O(pairs that share a person, an artifact or a topic).
    /// </remarks>
    /// <param name="communities">The communities, each once, in any order.</param>
    /// <param name="population">How many people there are in the organisation; zero when it is not known, then those of all communities count.</param>
    /// <param name="thresholds">From when on two are similar; null for <see cref="SimilarityThresholds.Default"/>.</param>
    /// <param name="vocabulary">Under which names topics are one; null when every name is a topic of its own.</param>
    /// <returns>By suggestion, then the most people in common by share, then topics, then ids.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="population"/> is negative.</exception>
    /// <exception cref="ArgumentException">A community is given twice, or topics have problems.</exception>
    public static ValueList<CommunityPair> Find(
        IEnumerable<ComparedCommunity> communities, int population = 0, SimilarityThresholds? thresholds = null, TopicVocabulary? vocabulary = null)
    {
        ArgumentNullException.ThrowIfNull(communities);
        ArgumentOutOfRangeException.ThrowIfNegative(population);
        ComparedCommunity[] all = [.. communities.Where(c => c.Status is not (CommunityStatus.None or >= CommunityStatus.Closing)).OrderBy(c => c.Community)];
        if (all.DistinctBy(c => c.Community).Count() < all.Length)
        {
            throw new ArgumentException("A community is given twice.", nameof(communities));
        }

        int people = Math.Max(population, all.SelectMany(c => c.Members).Distinct().Count());
        TopicSpace topics = new([.. all.Select(c => c.Topics)], vocabulary);
        SimilarityThresholds limits = thresholds ?? SimilarityThresholds.Default;
        double comparisons = Math.Max(1, all.Length * (all.Length - 1.0) / 2);
        return Touching(all, topics).Select(pair => Compare(all[pair.One], all[pair.Other], topics.Cosine(pair.One, pair.Other), people, limits, limits.Significance / comparisons))
            .OfType<CommunityPair>()
            .OrderBy(p => p.Suggestion).ThenByDescending(p => p.Overlap.Containment ?? 0).ThenByDescending(p => p.TopicCosine ?? 0).ThenBy(p => p.One).ThenBy(p => p.Other)
            .ToValueList();
    }

    /// <summary>The pairs that have anything in common, each once.</summary>
    private static HashSet<(int One, int Other)> Touching(ComparedCommunity[] all, TopicSpace topics)
    {
        HashSet<(int, int)> pairs = [];
        Dictionary<PersonId, List<int>> places = [];
        Dictionary<string, List<int>> uses = new(StringComparer.Ordinal), names = new(StringComparer.Ordinal);
        for (int i = 0; i < all.Length; i++)
        {
            Meet(places, all[i].Members, i);
            Meet(uses, all[i].ArtifactsUsed, i);
            Meet(names, SimilarCommunities.Letters(all[i].Name) is { Length: > 0 } name ? [name] : [], i);
            foreach ((int other, _) in topics.Knows(i) ? topics.Row(i) : [])
            {
                if (other < i)
                {
                    pairs.Add((other, i));
                }
            }
        }

        return pairs;

        void Meet<T>(Dictionary<T, List<int>> met, IEnumerable<T> items, int community)
            where T : notnull
        {
            foreach (T item in items)
            {
                if (!met.TryGetValue(item, out List<int>? before))
                {
                    met.Add(item, before = []);
                }

                pairs.UnionWith(before.Select(other => (other, community)));
                before.Add(community);
            }
        }
    }

    private static CommunityPair? Compare(ComparedCommunity one, ComparedCommunity other, double? cosine, int population, SimilarityThresholds limits, double significance)
    {
        (ComparedCommunity small, ComparedCommunity large) = one.Members.Count <= other.Members.Count ? (one, other) : (other, one);
        MemberOverlap overlap = MemberOverlap.Of(one.Members.Count, other.Members.Count, small.Members.Count(large.Members.Contains), population);
        bool together = overlap.Shared >= 2 && overlap.Significance < significance;
        bool contained = overlap.Shared >= 2 && overlap.Containment >= limits.Contained && 2 * small.Members.Count <= large.Members.Count;
        bool weak = IsWeak(one, limits) || IsWeak(other, limits);
        double? artifacts = CrossUse(one, other);

        TogetherKind? kind =
            contained ? TogetherKind.SubCommunity
            : cosine >= limits.MergeTopics && (overlap.Containment >= limits.MergeOverlap || weak) ? TogetherKind.Merge
            : cosine >= limits.OverlapTopics || together || artifacts >= limits.OverlapArtifacts ? TogetherKind.Federate
            : null;
        if (kind is null)
        {
            return null;
        }

        List<Reason> reasons = [];
        Add(SimilarCommunities.Letters(one.Name) is { Length: > 0 } name && name == SimilarCommunities.Letters(other.Name), "pair.name", $"They have the same name.");
        Add(cosine >= limits.OverlapTopics, "pair.topics", $"The topics are {100 * cosine.GetValueOrDefault():F0} % alike.");
        Add(together, "pair.people", $"{overlap.Shared} people belong to both, where chance would have {(overlap.Expected < 0.1 ? "hardly any" : string.Create(CultureInfo.InvariantCulture, $"{overlap.Expected:F1}"))}; of as many communities made up at random, fewer than {100 * limits.Significance:0.##} % would show any such pair.");
        Add(contained, "pair.contained", $"{100 * overlap.Containment.GetValueOrDefault():F0} % of the smaller one belong to the larger one: a group within it may be enough.");
        Add(artifacts >= limits.OverlapArtifacts, "pair.artifacts", $"They use {100 * artifacts.GetValueOrDefault():F0} % of the same artifacts.");
        Add(weak && kind == TogetherKind.Merge, "pair.weak", $"One of them is dormant, or has fewer than {limits.CriticalMass} members.");
        bool swapped = kind == TogetherKind.SubCommunity && !ReferenceEquals(small, one);
        return new(
            swapped ? other.Community : one.Community,
            swapped ? one.Community : other.Community,
            swapped ? overlap with { One = overlap.Other, Other = overlap.One } : overlap,
            cosine,
            artifacts,
            kind.Value,
            kind == TogetherKind.Merge ? Project(one, other) : null,
            reasons.ToValueList());

        void Add(bool holds, string code, FormattableString text)
        {
            if (holds)
            {
                reasons.Add(new(code, text.ToString(CultureInfo.InvariantCulture)));
            }
        }
    }

    private static bool IsWeak(ComparedCommunity community, SimilarityThresholds limits) =>
        community.Status == CommunityStatus.Dormant || community.Members.Count < limits.CriticalMass;

    private static double? CrossUse(ComparedCommunity one, ComparedCommunity other) =>
        one.ArtifactsUsed.Count == 0 || other.ArtifactsUsed.Count == 0 ? null
        : (double)one.ArtifactsUsed.Count(other.ArtifactsUsed.Contains) / Math.Min(one.ArtifactsUsed.Count, other.ArtifactsUsed.Count);

    private static MergeProjection Project(ComparedCommunity one, ComparedCommunity other)
    {
        int[] contributions = [.. one.Contributions.Concat(other.Contributions).GroupBy(c => c.Key).Select(g => g.Sum(c => c.Value))];
        return new(one.Members.Union(other.Members).Count(), one.Facilitators.Union(other.Facilitators).Count(), AbsenceFactor.Of<int>(contributions));
    }
}
