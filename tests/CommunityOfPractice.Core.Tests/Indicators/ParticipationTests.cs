using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Indicators;

/// <summary>Contributors, their top tenth, Gini and absence factor against the obvious computation.</summary>
[Properties(Arbitrary = [typeof(SmallCommunities)])]
public sealed class ParticipationTests
{
    [Property]
    public void Contributors_AnyCommunity_AreCounted(SmallCommunity community) => Expected.Same<Contributors>(
        community,
        t => Expected.Value(t.Contributions.Length, t.Contributions.Sum()),
        ("contributions", t => t.Contributions.Sum()),
        ("once", t => t.Contributions.Count(c => c == 1)),
        ("twoToFour", t => t.Contributions.Count(c => c is >= 2 and <= 4)),
        ("fiveOrMore", t => t.Contributions.Count(c => c >= 5)));

    [Property]
    public void Gini_AnyCommunity_IsHalfTheMeanDifference(SmallCommunity community) => Expected.Same<ContributionGini>(
        community,
        t => t.Contributions.Length < 5
            ? Expected.TooFew("contributors", t.Contributions.Length, 5)
            : Expected.Value(Gini(t.Contributions, t.Contributions.Length - 1), t.Contributions.Length),
        ("raw", t => Gini(t.Contributions, t.Contributions.Length)));

    [Property]
    public void AbsenceFactor_AnyCommunity_IsTheFewestWithHalf(SmallCommunity community) => Expected.Same<ContributorAbsenceFactor>(
        community,
        t => t.Contributions.Length == 0
            ? Expected.TooFew("contributions", 0, 1)
            : Expected.Value(Enumerable.Range(1, t.Contributions.Length).First(k => 2 * t.Contributions.TakeLast(k).Sum() >= t.Contributions.Sum()), t.Contributions.Length));

    [Property, Trait("Law", "18")]
    public void CappedAbsenceFactor_AnyCommunity_CountsTenOfAPersonADay(SmallCommunity community, byte person, bool busy)
    {
        SmallCommunity then = busy ? community.With([.. Enumerable.Range(0, 5 + (person % 40)).Select(_ => Example.Did($"p{person % 4}", Core.Practices.Act.Post, 80))]) : community;
        Expected.Same<CappedAbsenceFactor>(
            then,
            t =>
            {
                int[] counts = [.. t.Contributors.Select(g => g.GroupBy(a => a.At.UtcDateTime.Date).Sum(day => Math.Min(10, day.Count()))).Order()];
                return counts.Length == 0
                    ? Expected.TooFew("contributions", 0, 1)
                    : Expected.Value(Enumerable.Range(1, counts.Length).First(k => 2 * counts.TakeLast(k).Sum() >= counts.Sum()), counts.Length);
            });
    }

    [Fact]
    public void ABurstOfOnePerson_LiftsTheAbsenceFactor_ButNotTheCappedOne()
    {
        SmallCommunity usual = Example.Posts(176, 3, 4), burst = usual.With([.. Enumerable.Range(0, 173).Select(_ => Example.Did("p1", Core.Practices.Act.Post, 80.5))]);
        Assert.Equal((1, 1), (usual.Read<ContributorAbsenceFactor>().Measurement.Amount, usual.Read<CappedAbsenceFactor>().Measurement.Amount));
        Assert.Equal((2, 1), (burst.Read<ContributorAbsenceFactor>().Measurement.Amount, burst.Read<CappedAbsenceFactor>().Measurement.Amount));
        Assert.Equal(163, burst.Read<CappedAbsenceFactor>().Details.Single().Number);
    }

    [Property]
    public void TopTenth_AnyCommunity_IsTheShareOfTheMostActive(SmallCommunity community) => Expected.Same<TopContributorsShare>(
        community,
        t => t.Contributions.Length < 20
            ? Expected.TooFew("contributors", t.Contributions.Length, 20)
            : Expected.Value(t.Contributions.TakeLast((t.Contributions.Length + 9) / 10).Sum() / (double)t.Contributions.Sum(), t.Contributions.Length));

    [Theory]
    [InlineData(19)]
    [InlineData(20)]
    [InlineData(21)]
    public void TopTenth_AroundTwentyContributors_IsTheLargestTwentiethsOrTooFew(int contributors)
    {
        int[] counts = [.. Enumerable.Range(0, contributors).Select(i => i + 1)];
        Measurement expected = contributors < 20
            ? Expected.TooFew("contributors", contributors, 20)
            : Expected.Value(counts.TakeLast(contributors == 20 ? 2 : 3).Sum() / (double)counts.Sum(), contributors);
        Expected.Same(expected, Example.Posts(counts).Read<TopContributorsShare>().Measurement);
    }

    [Fact]
    public void AbsenceFactor_ExampleOfChaoss_IsTwo()
    {
        SmallCommunity chaoss = Example.Posts(1000, 202, 90, 33, 332, 343, 42, 433);
        Assert.Equal(Expected.Value(2, 8), chaoss.Read<ContributorAbsenceFactor>().Measurement);
        Assert.Equal(0.5548629149, chaoss.Read<ContributionGini>().Measurement.Amount!.Value, 1e-9);
        Assert.Equal(0.4855050505, chaoss.Read<ContributionGini>().Details.Single().Number, 1e-9);
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void Gini_AroundFiveContributors_HasAValueFromFive(int contributors, bool enough) =>
        Assert.Equal(enough, Example.Posts([.. Enumerable.Repeat(3, contributors)]).Read<ContributionGini>().Measurement.Amount == 0);

    private static double Gini(int[] counts, int divisor) =>
        counts.SelectMany(x => counts.Select(y => Math.Abs(x - y))).Sum() / 2.0 / divisor / counts.Sum();
}
