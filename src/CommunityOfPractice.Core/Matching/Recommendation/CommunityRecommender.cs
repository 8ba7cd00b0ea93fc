using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Matching;

/// <summary>Recommends communities to people, with reasons.</summary>
/// <remarks>
/// The score is linear: the sum of weight times fit over the criteria that can be told, each fit from 0 to 1; those that have no scale of their own are relative to what fits the person best, their own communities among it. What cannot be told adds nothing. Safe for concurrent use. The
/// first answer about a community costs O(its members × what they belong to), kept afterwards; a person then costs O(communities × criteria + items²).
/// </remarks>
public sealed class CommunityRecommender
{
    private const int MostRevivals = 3, Spread = 3;

    private readonly CommunityEvidence evidence;
    private readonly RecommendationModel model;
    private readonly IMatchRule<CommunitySeeker, CommunityCandidate>[] rules;
    private readonly Scoring scoring;

    /// <summary>Creates a recommender.</summary>
    /// <param name="evidence">What is known.</param>
    /// <param name="model">The numbers; null for <see cref="RecommendationModel.Default"/>.</param>
    /// <param name="rules">Hard rules of the host's own, which come after the standard ones.</param>
    /// <param name="criteria">Criteria of the host's own with their weights, from 0 to 1000; the weights of the default model add up to 1.</param>
    /// <exception cref="ArgumentException">Something is wrong with the model, or an id is used twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is outside its range.</exception>
    public CommunityRecommender(
        CommunityEvidence evidence,
        RecommendationModel? model = null,
        IEnumerable<IMatchRule<CommunitySeeker, CommunityCandidate>>? rules = null,
        IEnumerable<KeyValuePair<IMatchCriterion<CommunitySeeker, CommunityCandidate>, double>>? criteria = null)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        this.evidence = evidence;
        this.model = model ?? RecommendationModel.Default;
        if (this.model.Problems() is [var problem, ..])
        {
            throw new ArgumentException(problem.Text, nameof(model));
        }

        this.rules = [.. CommunityRules.Standard(evidence.AsOf, this.model), .. rules ?? []];
        scoring = new Scoring(evidence, this.model, [.. criteria ?? []]);
        if (this.rules.Select(r => r.Id).Distinct(StringComparer.Ordinal).Count() < this.rules.Length)
        {
            throw new ArgumentException("Two rules have one id.", nameof(rules));
        }
    }

    /// <summary>Recommends communities to one person.</summary>
    /// <param name="person">The person, known or not.</param>
    /// <param name="top">At most how many; positive.</param>
    /// <param name="seed">The seed of what is drawn by lot.</param>
    /// <returns>The recommendations; a larger <paramref name="top"/> extends the list and changes nothing before.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="top"/> is not positive.</exception>
    public CommunityRecommendations For(PersonId person, int top = 10, ulong seed = 0) => For(person, top, seed, null);

    /// <summary>Recommends communities to several people, so that no community is recommended to more of them than the cap allows.</summary>
    /// <remarks>
    /// People are served in an order drawn by lot; who comes late when a community is full gets the next best one. Without a cap everybody gets what <see cref="For(PersonId, int, ulong)"/> gives.
    /// </remarks>
    /// <param name="people">The people, each counted once, in any order.</param>
    /// <param name="top">At most how many for each; positive.</param>
    /// <param name="seed">The seed of what is drawn by lot.</param>
    /// <returns>One answer for each person, by id.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="top"/> is not positive.</exception>
    public ValueList<CommunityRecommendations> ForAll(IEnumerable<PersonId> people, int top = 10, ulong seed = 0)
    {
        ArgumentNullException.ThrowIfNull(people);
        PersonId[] sorted = [.. people.Distinct().Order()];
        int[]? left = null;
        if (model.ExposureCap < 1)
        {
            left = new int[evidence.Communities.Length];
            Array.Fill(left, (int)Math.Floor(((decimal)model.ExposureCap) * sorted.Length));
        }

        int[] order = [.. Enumerable.Range(0, sorted.Length)];
        new SplitMix64(seed).Split(1).Shuffle<int>(order);
        CommunityRecommendations[] found = new CommunityRecommendations[sorted.Length];
        foreach (int place in order)
        {
            found[place] = For(sorted[place], top, seed, left);
            foreach (CommunityRecommendation item in left is null ? [] : found[place].Items)
            {
                left![evidence.NumberOf(item.Community)!.Value]--;
            }
        }

        return ValueList.Create<CommunityRecommendations>(found);
    }

    private CommunityRecommendations For(PersonId person, int top, ulong seed, int[]? left)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(top);
        CommunityRecommendations answer = new(person, evidence.AsOf, model.Version, seed, []);
        if (evidence.HasOptedOut(person))
        {
            return answer;
        }

        CommunitySeeker seeker = evidence.NumberOf(person) is { } number ? evidence.Seekers[number] : new(person);
        (List<int> open, List<int> dormant, List<ExcludedCommunity> excluded) = Sift(seeker);
        open.RemoveAll(c => left?[c] == 0);
        SeekerScores scores = scoring.Of(seeker, [.. open, .. dormant]);
        int[] promising = [.. open.Where(c => scores[c] > 0)];
        ValueList<int> order = Ordered(scores, promising, top + (scores.IsCold ? model.Exploration : 0));
        List<CommunityRecommendation> items = [.. order.Select(at => scores.Explain(promising[at]))];
        if (scores.IsCold)
        {
            Explore(items, scores, open, new SplitMix64(seed).Split(2).Split((long)SplitMix64.FromText(person.Text).Seed));
        }

        items.RemoveRange(Math.Min(top, items.Count), Math.Max(0, items.Count - top));
        return answer with
        {
            Items = items.ToValueList(),
            Revivals = dormant.Where(c => scores[c] > 0).OrderByDescending(c => scores[c]).ThenBy(c => c).Take(MostRevivals).Select(scores.Explain).ToValueList(),
            Excluded = excluded.ToValueList(),
        };
    }

    private (List<int> Open, List<int> Dormant, List<ExcludedCommunity> Excluded) Sift(CommunitySeeker seeker)
    {
        List<int> open = [], dormant = [];
        List<ExcludedCommunity> excluded = [];
        HashSet<int> own = [];
        foreach ((int community, bool current) in evidence.NumberOf(seeker.Person) is { } number ? evidence.Of(number) : [])
        {
            if (current)
            {
                own.Add(community);
            }
        }

        for (int community = 0; community < evidence.Communities.Length; community++)
        {
            if (own.Contains(community) || evidence.Candidates[community] is not { } candidate)
            {
                continue;
            }

            (IMatchRule<CommunitySeeker, CommunityCandidate> Rule, Reason? Reason) hit = rules.Select(r => (r, r.Ask(seeker, candidate))).FirstOrDefault(r => r.Item2 is not null);
            if (hit.Reason is null)
            {
                (candidate.Status == Communities.CommunityStatus.Dormant ? dormant : open).Add(community);
            }
            else if (!hit.Rule.IsPrivate)
            {
                excluded.Add(new(candidate.Community, hit.Reason));
            }
        }

        return (open, dormant, excluded);
    }

    private ValueList<int> Ordered(SeekerScores scores, int[] promising, int count)
    {
        double most = promising.Select(c => scores[c]).DefaultIfEmpty(1).Max();
        double[] relevance = [.. promising.Select(c => scores[c] / most)];
        return Diversity.Order(relevance, Alike, model.Relevance, count);

        double Alike(int one, int other) => evidence.Topics.Cosine(promising[one], promising[other]) is { } cosine ? cosine * cosine : 0;
    }

    /// <summary>Puts communities drawn by lot in every third place; they depend on the first items only, so that a longer list extends a shorter one.</summary>
    private void Explore(List<CommunityRecommendation> items, SeekerScores scores, List<int> open, SplitMix64 lot)
    {
        List<int> rest = [.. open.Where(c => !items.Take(Spread - 1).Any(i => i.Community == evidence.Communities[c]))];
        for (int turn = 0; turn < model.Exploration && rest.Count > 0; turn++)
        {
            int drawn = rest[lot.Below(turn, rest.Count)], place = Math.Min((Spread * (turn + 1)) - 1, items.Count);
            rest.Remove(drawn);
            items.RemoveAll(i => i.Community == evidence.Communities[drawn]);
            items.Insert(Math.Min(place, items.Count), scores.Explain(drawn) with { IsExploration = true });
        }
    }
}
