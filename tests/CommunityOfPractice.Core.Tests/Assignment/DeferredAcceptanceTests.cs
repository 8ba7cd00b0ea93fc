using CommunityOfPractice.Core.Assignment;

namespace CommunityOfPractice.Core.Tests.Assignment;

public sealed class DeferredAcceptanceTests
{
    /// <summary>Both want receiver 0 first, which takes one and prefers proposer 1.</summary>
    [Fact]
    public void TheReceiver_KeepsWhomItWantsMore()
    {
        ChoiceMarket market = ChoiceMarket.Of([0, 2, 4], [0, 1, 0, 1], [1, 1, 2, 1], [1, 1]);
        StableAssignment found = DeferredAcceptance.Of(market);

        Assert.Equal([1, 0], found.Ranks);
        Assert.Equal((1, 0, 2), (found.ReceiverOf(market, 0), found.ReceiverOf(market, 1), found.PairCount));
    }

    [Fact]
    public void EqualScores_GoToTheLowerNumber()
    {
        ChoiceMarket market = ChoiceMarket.Of([0, 1, 2, 3], [0, 0, 0], [5, 5, 5], [2]);

        Assert.Equal([0, 0, -1], DeferredAcceptance.Of(market).Ranks);
    }

    [Fact]
    [Trait("Law", "53")]
    public void Law53_SmallMarkets_StableBestForProposers_AndTheSamePeopleInAllStableOnes()
    {
        Random random = new(1);
        int several = 0;
        for (int i = 0; i < 1000; i++)
        {
            ChoiceMarket market = Draw(random, 4, 4, full: i % 2 == 0);
            StableAssignment found = Proven(market);
            StableAssignment[] stable = [.. All(market).Where(a => DeferredAcceptance.Verify(market, a).IsProven)];
            several += stable.Length > 1 ? 1 : 0;

            Assert.Contains(stable, a => a.Ranks.SequenceEqual(found.Ranks));
            Assert.All(stable, other =>
            {
                for (int p = 0; p < market.ProposerCount; p++)
                {
                    Assert.Equal(found.Ranks[p] < 0, other.Ranks[p] < 0);
                    Assert.True(found.Ranks[p] <= other.Ranks[p]);
                }

                for (int r = 0; r < market.ReceiverCount; r++)
                {
                    Assert.Equal(Taken(market, found, r), Taken(market, other, r));
                }
            });
        }

        Assert.True(several > 50, $"only {several} markets had a choice of stable assignments");
    }

    [Fact]
    [Trait("Law", "53")]
    public void Law53_OnePlaceMore_HurtsNoProposer()
    {
        Random random = new(2);
        for (int i = 0; i < 300; i++)
        {
            ChoiceMarket market = Draw(random, 12, 5);
            StableAssignment before = Proven(market);
            int[] places = market.Places.ToArray();
            places[random.Next(places.Length)]++;
            StableAssignment after = Proven(WithPlaces(market, places));
            for (int p = 0; p < market.ProposerCount; p++)
            {
                Assert.True(before.Ranks[p] < 0 || (after.Ranks[p] >= 0 && after.Ranks[p] <= before.Ranks[p]));
            }
        }
    }

    [Fact]
    [Trait("Law", "54")]
    public void Law54_NoProposer_GainsByAnotherRanking()
    {
        Random random = new(3);
        for (int i = 0; i < 60; i++)
        {
            ChoiceMarket market = Draw(random, 4, 3);
            StableAssignment honest = Proven(market);
            for (int liar = 0; liar < market.ProposerCount; liar++)
            {
                int[] truth = market.Choices(liar).ToArray();
                int own = honest.ReceiverOf(market, liar);
                foreach (int[] claim in Rankings(truth))
                {
                    int got = DeferredAcceptance.Of(WithRanking(market, liar, claim)) is var lied && lied.Ranks[liar] >= 0 ? claim[lied.Ranks[liar]] : -1;
                    Assert.True(got < 0 || (own >= 0 && Array.IndexOf(truth, got) >= Array.IndexOf(truth, own)));
                }
            }
        }
    }

    /// <summary>Only the order of scores counts, not how far apart they are or their sign.</summary>
    [Fact]
    public void ScoresFarApart_GiveTheSame()
    {
        Random random = new(4);
        for (int i = 0; i < 300; i++)
        {
            ChoiceMarket market = Draw(random, 30, 6);
            long[][] far = [.. Proposers(market).Select(p => market.Scores(p).ToArray().Select(score => (score - 500) << 52).ToArray())];
            ChoiceMarket wide = Of([.. Proposers(market).Select(p => market.Choices(p).ToArray())], far, market.Places.ToArray());
            Assert.Equal(Proven(market).Ranks, Proven(wide).Ranks);
        }
    }

    [Fact]
    public void UnstableAssignments_AreNoticed()
    {
        ChoiceMarket market = ChoiceMarket.Of([0, 2, 4], [0, 1, 0, 1], [1, 1, 2, 1], [1, 1]);

        foreach (int[] ranks in (int[][])[[0, 1], [0, 0], [1, -1], [-1, 0], [-1, -1], [2, 0], [-2, 0], [1]])
        {
            Assert.False(DeferredAcceptance.Verify(market, new(ranks)).IsProven);
        }
    }

    [Fact]
    public void Nonsense_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => ChoiceMarket.Of([], [], [], []));
        Assert.Throws<ArgumentException>(() => ChoiceMarket.Of([0, 2], [0], [1], [1]));
        Assert.Throws<ArgumentException>(() => ChoiceMarket.Of([0, 2], [0, 0], [1, 1], [1]));
        Assert.Throws<ArgumentException>(() => ChoiceMarket.Of([0, 2, 1, 2], [0, 1], [1, 1], [1, 1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ChoiceMarket.Of([0, 1], [1], [1], [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ChoiceMarket.Of([0, 1], [0], [1], [-1]));
    }

    private static StableAssignment Proven(ChoiceMarket market)
    {
        StableAssignment found = DeferredAcceptance.Of(market);
        Verification proof = DeferredAcceptance.Verify(market, found);
        Assert.True(proof.IsProven, string.Join(" ", proof.Faults.ToArray()));
        return found;
    }

    private static ChoiceMarket Draw(Random random, int mostProposers, int mostReceivers, bool full = false)
    {
        int proposers = random.Next(full ? mostProposers : 0, mostProposers + 1), receivers = random.Next(full ? mostReceivers : 1, mostReceivers + 1);
        int[][] rankings = [.. Enumerable.Range(0, proposers).Select(_ =>
        {
            int[] all = [.. Enumerable.Range(0, receivers)];
            random.Shuffle(all);
            return full ? all : all[..random.Next(0, receivers + 1)];
        })];
        return Of(rankings, [.. rankings.Select(r => r.Select(_ => (long)random.Next(!full && random.Next(2) == 0 ? 3 : 1000)).ToArray())], [.. Enumerable.Range(0, receivers).Select(_ => full ? 1 : random.Next(0, 3))]);
    }

    private static ChoiceMarket Of(int[][] rankings, long[][] scores, int[] places)
    {
        int[] starts = [0, .. rankings.Select((_, p) => rankings[..(p + 1)].Sum(r => r.Length))];
        return ChoiceMarket.Of(starts, [.. rankings.SelectMany(r => r)], [.. scores.SelectMany(s => s)], places);
    }

    private static ChoiceMarket WithPlaces(ChoiceMarket market, int[] places) =>
        Of([.. Proposers(market).Select(p => market.Choices(p).ToArray())], [.. Proposers(market).Select(p => market.Scores(p).ToArray())], places);

    private static ChoiceMarket WithRanking(ChoiceMarket market, int liar, int[] claim) => Of(
        [.. Proposers(market).Select(p => p == liar ? claim : market.Choices(p).ToArray())],
        [.. Proposers(market).Select(p => p == liar ? [.. claim.Select(r => market.Scores(p)[market.Choices(p).IndexOf(r)])] : market.Scores(p).ToArray())],
        market.Places.ToArray());

    private static IEnumerable<int> Proposers(ChoiceMarket market) => Enumerable.Range(0, market.ProposerCount);

    private static int Taken(ChoiceMarket market, StableAssignment assignment, int receiver) => Proposers(market).Count(p => assignment.ReceiverOf(market, p) == receiver);

    /// <summary>All orders of all parts of a ranking.</summary>
    private static IEnumerable<int[]> Rankings(int[] truth) =>
        [[], .. truth.SelectMany(first => Rankings([.. truth.Where(t => t != first)]).Select(rest => (int[])[first, .. rest]))];

    private static IEnumerable<StableAssignment> All(ChoiceMarket market)
    {
        IEnumerable<int[]> ranks = [[]];
        foreach (int p in Proposers(market))
        {
            int[] options = [-1, .. Enumerable.Range(0, market.Choices(p).Length)];
            ranks = [.. ranks.SelectMany(r => options.Select(o => (int[])[.. r, o]))];
        }

        return ranks.Select(r => new StableAssignment(r));
    }
}
