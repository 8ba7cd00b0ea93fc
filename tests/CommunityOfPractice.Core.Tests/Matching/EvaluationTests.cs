using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Matching;

public sealed class EvaluationTests
{
    private static readonly DateTimeOffset Noon = RecommendationWorld.Noon;

    [Fact]
    public void GoldenNdcg() => Assert.Equal(0.9558306, Ranking.Ndcg([3, 0, 2], 3)!.Value, 1e-7);

    [Fact]
    public void MeasuresByHand()
    {
        RankedCase one = new(["a", "b", "c", "d"], ["b", "d", "x"]);

        Assert.Equal(1 / 3.0, Ranking.Recall(one, 3));
        Assert.Equal(2 / 3.0, Ranking.Recall(one, 4));
        Assert.Equal(0.2, Ranking.Precision(one, 10)!.Value, 1e-15); // two of ten places
        Assert.Equal(0.5, Ranking.ReciprocalRank(one, 4));
        Assert.Equal(0, Ranking.ReciprocalRank(one, 1));
        Assert.Equal(((1 / Math.Log2(3)) + (1 / Math.Log2(5))) / (1 + (1 / Math.Log2(3)) + 0.5), Ranking.Ndcg(one, 4)!.Value, 1e-15);
        Assert.Null(Ranking.Recall(one with { Relevant = [] }, 4));
        Assert.Null(Ranking.Ndcg(one with { Relevant = [] }, 4));
        Assert.Null(Ranking.Ndcg([0, 0], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Ranking.Recall(one, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Ranking.Ndcg([31], 2));
    }

    [Fact]
    public void ManyCases_WithoutRelevantOnesAreCountedAndLeftOut()
    {
        RankingEvaluation found = Ranking.Evaluate(
            [new(["a", "b"], ["a"]), new(["a", "c"], ["b"]), new(["a", "z"], [])], 2, ["a", "b", "c", "d"], (x, y) => x == "a" && y == "b" ? 0.5 : 0);

        Assert.Equal((2, 1), (found.Cases, found.Undefined));
        Assert.Equal((0.5, 0.25, 0.5, 0.5), (found.Recall, found.Precision, found.ReciprocalRank, found.Ndcg));
        Assert.Equal(0.75, found.Coverage);
        Assert.Equal(Gini.Of<long>([3, 1, 1, 0]), found.ExposureGini);
        Assert.Equal(2.5 / 3, found.Variety!.Value, 1e-15);
        Assert.Null(Ranking.Evaluate([], 1, []).Recall);
    }

    [Property]
    public void MeasuresStayInRange_AndRecallGrowsWithK(int[] ranked, int[] relevant)
    {
        RankedCase one = new(ranked.Select(i => $"{i % 7}").Distinct().ToValueList(), relevant.Select(i => $"{i % 7}").Distinct().ToValueList());
        double? before = 0;
        for (int k = 1; k < 9 && one.Relevant.Count > 0; k++)
        {
            double? recall = Ranking.Recall(one, k);
            Assert.True(recall >= before && recall <= 1 && Ranking.Ndcg(one, k) is >= 0 and <= 1 + 1e-12 && Ranking.Precision(one, k) <= 1);
            before = recall;
        }
    }

    [Fact]
    public void ASplit_KnowsNothingOfWhatComesLater()
    {
        MembershipPeriod[] all =
        [
            In("a", "ada", -9), In("a", "bo", -9, -2), In("b", "bo", -9, 5), In("c", "cem", -1), In("b", "ada", 1), In("a", "bo", 2, 3), In("new", "ada", 1), In("c", "dan", 1), In("c", "ada", 20), In("a", "ada", 4),
        ];
        TemporalSplit split = TemporalSplit.At(all, Noon, Noon.AddDays(10));

        Assert.Equal(4, split.Known.Count);
        Assert.Null(split.Known.Single(m => m.Community.Text == "b").Until);
        Assert.Equal(["ada: b", "bo: a"], split.Joined.Select(j => $"{j.Person}: {string.Join(" ", j.Communities)}"));
        Assert.Equal(split, TemporalSplit.At(all.Reverse(), Noon, Noon.AddDays(10)));

        static MembershipPeriod In(string community, string person, int from, int? until = null) =>
            new(new(community), new(person), Noon.AddDays(from), until is { } days ? Noon.AddDays(days) : null);
    }

    [Fact]
    public void HoldOuts_AreDrawnByLot()
    {
        PersonId[] people = [.. Enumerable.Range(0, 4000).Select(i => new PersonId($"p{i}"))];

        Assert.InRange(people.Count(p => HoldOut.Holds(p, 1, 0.1, 7)), 330, 470);
        Assert.InRange(people.Count(p => HoldOut.Holds(p, 1, 0.1, 7) && HoldOut.Holds(p, 2, 0.1, 7)), 15, 75);
        Assert.All(people.Take(50), p => Assert.True(HoldOut.Holds(p, 1, 1, 7) && !HoldOut.Holds(p, 1, 0, 7)));
        Assert.Throws<ArgumentOutOfRangeException>(() => HoldOut.Holds(people[0], 1, 1.1, 7));
    }

    [Fact]
    public void Lift_IsTheRatioOfShares_WithAnInterval()
    {
        NewTie[] matched = [.. Enumerable.Range(0, 60).Select(i => new NewTie($"r{i % 20}", i % 2 == 0))], random = [.. Enumerable.Range(0, 60).Select(i => new NewTie($"r{i % 20}", i % 4 == 0))];
        BootstrapInterval lift = CrossSiloLift.Of(matched, random, 1)!.Value;

        Assert.Equal(2, lift.Estimate, 1e-12);
        Assert.True(lift.Low is > 0 and < 2 && lift.High > 2);
        Assert.Equal(lift, CrossSiloLift.Of(matched.Reverse(), random.Reverse(), 1));
        Assert.Null(CrossSiloLift.Of(matched, [.. random.Select(t => t with { CrossesSilos = false })], 1));
        Assert.Null(CrossSiloLift.Of([], random, 1));
    }
}
