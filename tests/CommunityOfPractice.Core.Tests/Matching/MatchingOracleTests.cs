using System.Text.Json;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Tests.Oracles;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Matching;

/// <summary>Second opinions on what Matching computes: networkx, and the definitions written down once more in Python.</summary>
[Trait("Category", "Slow")]
public sealed class MatchingOracleTests
{
    private readonly Random random = new(20261126);

    [PythonFact("networkx")]
    [Trait("Law", "49")]
    public void Law49_PairsWithPriorities_AreTheHeaviestOfNetworkx()
    {
        PairingRequest[] requests = [.. Enumerable.Range(0, 300).Select(_ => PairingWorld.Request(random, 24, PairingRules.Default with { Trios = false }))];
        (int Vertices, int[] From, int[] To, long[] Weight)[] graphs = [.. requests.Select(GraphOf)];
        JsonElement[] answers = PythonOracle.Ask("matching.py", [.. graphs.Select(g => new { g.Vertices, g.From, g.To, g.Weight, PairsFirst = true })]);

        int pairs = 0;
        for (int i = 0; i < requests.Length; i++)
        {
            PairingRound round = PairingPlanner.Plan(requests[i]);
            Assert.True(round.Certificate.Verified);
            Assert.Equal((answers[i].GetProperty("pairs").GetInt32(), answers[i].GetProperty("weight").GetInt64()), (round.Groups.Count, round.Certificate.Value));
            pairs += round.Groups.Count;
        }

        Assert.True(pairs > 500);
    }

    [PythonFact("networkx")]
    public void Mentoring_BestTotals_AreThoseOfNetworkx_WithAPlaceForEachMentee()
    {
        MentoringMarket[] markets = [.. Enumerable.Range(0, 300).Select(_ => Market())];
        JsonElement[] most = Ask(markets, false), many = Ask(markets, true);
        for (int i = 0; i < markets.Length; i++)
        {
            MentoringResult total = Mentoring.Assign(markets[i], MentoringObjective.MaxTotal), pairs = Mentoring.Assign(markets[i], MentoringObjective.MaxParticipationThenTotal);
            Assert.True(total.Verified && pairs.Verified);
            Assert.Equal(most[i].GetProperty("weight").GetInt64(), total.TotalScore);
            Assert.Equal((many[i].GetProperty("pairs").GetInt32(), many[i].GetProperty("weight").GetInt64()), (pairs.Pairs.Count, pairs.TotalScore));
        }
    }

    [PythonFact("json")]
    public void Rankings_AreMeasuredAsDefined()
    {
        (RankedCase One, int K)[] cases = [.. Enumerable.Range(0, 2000).Select(_ => (new RankedCase(Draw(random.Next(15)), Draw(random.Next(1, 12))), random.Next(1, 14)))];
        JsonElement[] answers = PythonOracle.Ask("ranking.py", [.. cases.Select(c => new { c.One.Ranked, c.One.Relevant, c.K })]);
        foreach (((RankedCase one, int k), JsonElement answer) in cases.Zip(answers))
        {
            Assert.Equal(answer.GetProperty("recall").GetDouble(), Ranking.Recall(one, k)!.Value, 1e-12);
            Assert.Equal(answer.GetProperty("precision").GetDouble(), Ranking.Precision(one, k)!.Value, 1e-12);
            Assert.Equal(answer.GetProperty("first").GetDouble(), Ranking.ReciprocalRank(one, k)!.Value, 1e-12);
            Assert.Equal(answer.GetProperty("ndcg").GetDouble(), Ranking.Ndcg(one, k)!.Value, 1e-12);
        }

        ValueList<string> Draw(int count) => Enumerable.Range(0, 20).Select(i => $"c{i}").OrderBy(_ => random.Next()).Take(count).ToValueList();
    }

    [PythonFact("json")]
    public void Shrinkage_HasTheGreatestPosterior()
    {
        (int Count, double Share)[][][] cases = [.. Enumerable.Range(0, 60).Select(_ => Topics())];
        JsonElement[] answers = PythonOracle.Ask("shrinkage.py", [.. cases.Select(c => new { Counts = c.Select(t => t.Select(p => new[] { p.Count, p.Share })) })]);
        foreach (((int Count, double Share)[][] topics, JsonElement answer) in cases.Zip(answers))
        {
            double found = TopicShrinkage.Of(topics.SelectMany(t => t).Where(p => p.Count > 0), topics.Select(t => t.Sum(p => p.Count)));
            Assert.Equal(1, found / answer.GetProperty("k").GetDouble(), 1e-3);
        }

        Assert.Equal(20, TopicShrinkage.Of([], []), 1e-6);
    }

    private static JsonElement[] Ask(MentoringMarket[] markets, bool pairsFirst) =>
        PythonOracle.Ask("matching.py", [.. markets.Select(m => Clones(m) is var (vertices, from, to, weight) ? new { Vertices = vertices, From = from, To = to, Weight = weight, PairsFirst = pairsFirst } : null!)]);

    /// <summary>Each mentor once for each of their places.</summary>
    private static (int Vertices, int[] From, int[] To, long[] Weight) Clones(MentoringMarket market)
    {
        int[] first = new int[market.Mentors.Length + 1];
        first[0] = market.Mentees.Length;
        for (int mentor = 0; mentor < market.Mentors.Length; mentor++)
        {
            first[mentor + 1] = first[mentor] + market.MentorPlaces[mentor];
        }

        List<(int From, int To, long Weight)> edges = [];
        for (int choice = 0; choice < market.Choices.Count; choice++)
        {
            int mentor = market.MentorOf[choice];
            for (int place = first[mentor]; place < first[mentor + 1]; place++)
            {
                edges.Add((market.MenteeOf[choice], place, market.Choices[choice].Total));
            }
        }

        return (first[^1], [.. edges.Select(e => e.From)], [.. edges.Select(e => e.To)], [.. edges.Select(e => e.Weight)]);
    }

    private static (int Vertices, int[] From, int[] To, long[] Weight) GraphOf(PairingRequest request)
    {
        PairingPool pool = new(request);
        PairTiers tiers = new(pool);
        List<(int From, int To, long Weight)> edges = [];
        for (int one = 0; one < pool.Count; one++)
        {
            for (int other = 0; other < one; other++)
            {
                if (pool.Allows(one, other))
                {
                    edges.Add((other, one, tiers.Weight(other, one)));
                }
            }
        }

        return (pool.Count, [.. edges.Select(e => e.From)], [.. edges.Select(e => e.To)], [.. edges.Select(e => e.Weight)]);
    }

    private MentoringMarket Market()
    {
        Dictionary<PersonId, int> mentees = Enumerable.Range(0, random.Next(1, 12)).ToDictionary(i => new PersonId($"e{i}"), _ => 1);
        Dictionary<PersonId, int> mentors = Enumerable.Range(0, random.Next(1, 6)).ToDictionary(i => new PersonId($"o{i}"), _ => random.Next(0, 4));
        MentoringChoice[] choices =
        [
            .. from mentee in mentees.Keys
               from mentor in mentors.Keys
               where random.Next(2) == 0
               select new MentoringChoice(mentee, mentor, random.Next(50), random.Next(50)),
        ];
        return new(mentees, mentors, choices, (ulong)random.Next());
    }

    /// <summary>Topics whose people have the shares of everybody, more or less.</summary>
    private (int Count, double Share)[][] Topics()
    {
        double[] shares = [.. Enumerable.Range(0, random.Next(2, 8)).Select(_ => random.NextDouble() + 0.01)];
        double sum = shares.Sum();
        int most = random.Next(2, 30);
        return [.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => shares.Select(s => (random.Next(3) == 0 ? random.Next(most) : 0, s / sum)).ToArray())];
    }
}
