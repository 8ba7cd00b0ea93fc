using System.Globalization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Benchmarks.Studies;

/// <summary>docs/recommendation-study.md: which teams do people join next, as recommended at a cut and seen afterwards; beside three simple ways.</summary>
internal static class RecommendationStudy
{
    private const int K = 10;

    /// <param name="organisations">Whether membership of an organisation is one more team, which can be recommended, and joined.</param>
    public static void Run(TextWriter output, string folder, string cut, string until, bool organisations)
    {
        MembershipPeriod[] memberships = TeamFiles.Memberships(folder, organisations);
        DateTimeOffset at = Instant(cut), end = Instant(until);
        TemporalSplit split = TemporalSplit.At(memberships, at, end);
        MembershipPeriod[] open = [.. split.Known.Where(m => m.Until is null)];
        string[] catalogue = [.. open.Select(m => m.Community.Text).Distinct()];
        output.WriteLine(Text($"cut {cut}, joined until {until}: {split.Joined.Count} people joined {split.Joined.Sum(j => j.Communities.Count)}, of {catalogue.Length} teams with members; {open.Select(m => m.Person).Distinct().Count()} people"));

        Baselines baselines = new(open);
        Print("random", person => baselines.Random(person, 1));
        Print("popularity", baselines.Popularity);
        Print("item-kNN, cosine", baselines.Neighbours);
        RecommendationModel plain = RecommendationModel.Default with { Relevance = 1 };
        Print("co-members alone", Ours(plain with { Topics = 0, Prior = 0 }, descriptions: false, words: false));
        Print("topics alone", Ours(plain with { CoMembers = 0, Prior = 0 }, descriptions: true, words: true));
        Print("names, no descriptions", Ours(plain, descriptions: false, words: true));
        Print("all, by score", Ours(plain, descriptions: true, words: true));
        foreach (double relevance in (double[])[0.9, 0.7])
        {
            Print(Text($"all, λ = {relevance}"), Ours(plain with { Relevance = relevance }, descriptions: true, words: true));
        }

        Func<PersonId, IEnumerable<CommunityId>> Ours(RecommendationModel model, bool descriptions, bool words)
        {
            CommunityCandidate[] teams = TeamFiles.Teams(folder, open, descriptions, words);
            CommunityRecommender recommender = new(CommunityEvidence.Of(teams, [], split.Known, at), model);
            return person => recommender.For(person, K).Items.Select(i => i.Community);
        }

        void Print(string name, Func<PersonId, IEnumerable<CommunityId>> recommend)
        {
            RankingEvaluation found = Ranking.Evaluate(
                split.Joined.Select(j => new RankedCase(recommend(j.Person).Select(c => c.Text).ToValueList(), j.Communities.Select(c => c.Text).ToValueList())), K, catalogue);
            output.WriteLine(Text($"{name,-24} recall@10 {found.Recall:F3}  nDCG@10 {found.Ndcg:F3}  MRR {found.ReciprocalRank:F3}  coverage {found.Coverage:F3}  exposure Gini {found.ExposureGini:F3}{TeamsOnly(recommend)}"));
        }

        // of those who joined more than the organisation: how well their teams are found, among whatever else is recommended
        string TeamsOnly(Func<PersonId, IEnumerable<CommunityId>> recommend)
        {
            if (!organisations)
            {
                return string.Empty;
            }

            RankingEvaluation found = Ranking.Evaluate(
                split.Joined.Select(j => new RankedCase(recommend(j.Person).Select(c => c.Text).ToValueList(), j.Communities.Select(c => c.Text).Where(IsTeam).ToValueList())), K, catalogue);
            return Text($"  teams only: {found.Recall:F3} {found.Ndcg:F3}");
        }
    }

    private static bool IsTeam(string community) => !community.EndsWith(TeamFiles.Organisation, StringComparison.Ordinal);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>What the library has to beat: of equal ones the lower id.</summary>
    private sealed class Baselines(IReadOnlyCollection<MembershipPeriod> open)
    {
        private readonly Dictionary<CommunityId, HashSet<PersonId>> members = open.GroupBy(m => m.Community).ToDictionary(g => g.Key, g => g.Select(m => m.Person).ToHashSet());
        private readonly Dictionary<PersonId, HashSet<CommunityId>> own = open.GroupBy(m => m.Person).ToDictionary(g => g.Key, g => g.Select(m => m.Community).ToHashSet());

        public IEnumerable<CommunityId> Random(PersonId person, ulong seed)
        {
            CommunityId[] all = [.. members.Keys.Where(c => !own[person].Contains(c)).Order()];
            new SplitMix64(seed).Split((long)SplitMix64.FromText(person.Text).Seed).Shuffle<CommunityId>(all);
            return all;
        }

        public IEnumerable<CommunityId> Popularity(PersonId person) =>
            members.Where(m => !own[person].Contains(m.Key)).OrderByDescending(m => m.Value.Count).ThenBy(m => m.Key).Select(m => m.Key);

        public IEnumerable<CommunityId> Neighbours(PersonId person)
        {
            Dictionary<CommunityId, double> sums = [];
            foreach (CommunityId mine in own[person].Order())
            {
                foreach (var other in members[mine].SelectMany(p => own[p]).GroupBy(c => c).Where(g => !own[person].Contains(g.Key)))
                {
                    sums[other.Key] = sums.GetValueOrDefault(other.Key) + (other.Count() / Math.Sqrt((double)members[mine].Count * members[other.Key].Count));
                }
            }

            return sums.OrderByDescending(s => s.Value).ThenBy(s => s.Key).Select(s => s.Key);
        }
    }
}
