using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>Profiles of topics in which rare topics count more (TF-IDF), and how alike they are.</summary>
/// <remarks>
/// The weight of a topic is its weight in the profile times ln(1 + n/df), with n profiles that have topics, df of which have this one. Sums run in the order of the topics' ids, so that
/// the order of the profiles does not show. Immutable but for rows that are kept once they were asked for; safe for concurrent use.
/// </remarks>
internal sealed class TopicSpace
{
    private readonly TopicVocabulary vocabulary;
    private readonly Dictionary<TopicId, int> numbers = [];
    private readonly (int Topic, double Weight)[][] profiles;
    private readonly (int Profile, double Weight)[][] lists;
    private readonly double[] rarity;
    private readonly (int Profile, double Cosine)[]?[] rows;

    public TopicSpace(IReadOnlyList<ValueList<TopicWeight>> topics, TopicVocabulary? vocabulary = null)
    {
        this.vocabulary = vocabulary ?? TopicVocabulary.Empty;
        SortedDictionary<TopicId, double>[] canonical = [.. topics.Select(Canonical)];
        TopicId[] ids = [.. canonical.SelectMany(c => c.Keys).Distinct().Order()];
        for (int i = 0; i < ids.Length; i++)
        {
            numbers[ids[i]] = i;
        }

        int[] frequency = new int[ids.Length];
        foreach (TopicId topic in canonical.SelectMany(c => c.Keys))
        {
            frequency[numbers[topic]]++;
        }

        double known = canonical.Count(c => c.Count > 0);
        rarity = [.. frequency.Select(df => PortableMath.Log(1 + (known / df)))];
        profiles = [.. canonical.Select(Weighed)];
        List<(int, double)>[] found = [.. ids.Select(_ => new List<(int, double)>())];
        for (int profile = 0; profile < profiles.Length; profile++)
        {
            foreach ((int topic, double weight) in profiles[profile])
            {
                found[topic].Add((profile, weight));
            }
        }

        lists = [.. found.Select(f => f.ToArray())];
        rows = new (int, double)[]?[profiles.Length];
    }

    public bool Knows(int profile) => profiles[profile].Length > 0;

    /// <summary>The profiles that have something in common with one of them, and how much: from above 0 to 1, by number.</summary>
    public IReadOnlyList<(int Profile, double Cosine)> Row(int profile) => rows[profile] ??= Compare(profiles[profile]);

    public double? Cosine(int one, int other)
    {
        if (!Knows(one) || !Knows(other))
        {
            return null;
        }

        (int, double Cosine)[] row = rows[one] ??= Compare(profiles[one]);
        int at = Array.BinarySearch(row, (other, double.NegativeInfinity));
        return ~at < row.Length && row[~at] is var (found, cosine) && found == other ? cosine : 0;
    }

    /// <summary>As the other one, for a profile from elsewhere; what nobody here has does not count but for its length.</summary>
    public IReadOnlyList<(int Profile, double Cosine)> Row(ValueList<TopicWeight> topics) => Compare(Weighed(Canonical(topics)));

    /// <summary>What two profiles have in common, the weightiest first.</summary>
    public IEnumerable<TopicId> Common(ValueList<TopicWeight> one, ValueList<TopicWeight> other)
    {
        SortedDictionary<TopicId, double> left = Canonical(one), right = Canonical(other);
        return left.Keys.Where(right.ContainsKey).OrderByDescending(t => left[t] * right[t] * (numbers.TryGetValue(t, out int n) ? rarity[n] * rarity[n] : 0)).ThenBy(t => t);
    }

    private SortedDictionary<TopicId, double> Canonical(ValueList<TopicWeight> topics)
    {
        SortedDictionary<TopicId, double> sums = [];
        foreach (TopicWeight part in TopicProfile.Normalised(topics))
        {
            TopicId topic = vocabulary.Canonical(part.Topic);
            sums[topic] = sums.GetValueOrDefault(topic) + part.Weight;
        }

        return sums;
    }

    private (int Topic, double Weight)[] Weighed(SortedDictionary<TopicId, double> topics)
    {
        (int Topic, double Weight)[] weighed = [.. topics.Where(t => numbers.ContainsKey(t.Key)).Select(t => (numbers[t.Key], t.Value * rarity[numbers[t.Key]]))];
        double length = Math.Sqrt(weighed.Sum(t => t.Weight * t.Weight));
        return [.. weighed.Select(t => (t.Topic, t.Weight / length))];
    }

    private (int Profile, double Cosine)[] Compare((int Topic, double Weight)[] profile)
    {
        double[] sums = new double[profiles.Length];
        foreach ((int topic, double weight) in profile)
        {
            foreach ((int other, double its) in lists[topic])
            {
                sums[other] += weight * its;
            }
        }

        return [.. Enumerable.Range(0, sums.Length).Where(p => sums[p] > 0).Select(p => (p, Math.Min(sums[p], 1)))];
    }
}
