using CommunityOfPractice.Core.Statistics;
using FsCheck;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Statistics;

[Properties(Arbitrary = [typeof(Samples)], MaxTest = 300)]
public class DirichletTests
{
    [Property]
    public void Shares_AddUpToOne_AndNothingComesOfNothing(Weighted parts, ulong seed, PositiveInt concentration)
    {
        double[] shares = Dirichlet.Around(parts.Weights, concentration.Get / 10.0, new(seed))!;
        Assert.Equal(1, shares.Sum(), 1e-12);
        Assert.All(shares.Zip(parts.Weights), pair => Assert.InRange(pair.First, 0, pair.Second == 0 ? 0 : 1));
    }

    [Property]
    public void OnlyTheProportionsOfTheWeights_Count(Weighted parts, ulong seed) =>
        Assert.Equal(
            Dirichlet.Around(parts.Weights, 50, new(seed))!,
            Dirichlet.Around([.. parts.Weights.Select(weight => weight * 4)], 50, new(seed))!);

    [Theory]
    [InlineData(0.8)]
    [InlineData(2)]
    [InlineData(30)]
    [InlineData(400)]
    public void Shares_HaveTheMeanAndSpreadOfTheDistribution(double concentration)
    {
        const int Draws = 40_000;
        double[] weights = [5, 3, 2, 0];
        double[][] draws = [.. Enumerable.Range(0, Draws).Select(draw => Dirichlet.Around(weights, concentration, new SplitMix64(2026).Split(draw))!)];
        for (int part = 0; part < weights.Length; part++)
        {
            double share = weights[part] / 10;
            double variance = share * (1 - share) / (concentration + 1);
            double mean = draws.Average(draw => draw[part]);
            Assert.Equal(share, mean, 5 * Math.Sqrt(variance / Draws));
            Assert.Equal(variance, draws.Average(draw => Math.Pow(draw[part] - share, 2)), variance / 20);
        }

        double together = draws.Average(draw => (draw[0] - 0.5) * (draw[1] - 0.3));
        Assert.Equal(-0.15 / (concentration + 1), together, 0.15 / (concentration + 1) / 10);
    }

    [Fact]
    public void OnePart_HasEverything() => Assert.Equal([1.0], Dirichlet.Around([3], 0.001, default)!);

    /// <summary>However little concentration, there are shares: one part has everything, each as often as its weight says.</summary>
    [Theory]
    [InlineData(double.Epsilon)]
    [InlineData(1e-290)]
    [InlineData(1e-101)]
    [InlineData(1e-50)]
    public void WithoutConcentration_OnePartHasEverything(double concentration)
    {
        double[][] draws = [.. Enumerable.Range(0, 2000).Select(draw => Dirichlet.Around([5, 3, 0, 2], concentration, new SplitMix64(5).Split(draw))!)];
        Assert.All(draws, shares => Assert.Equal([0, 0, 0, 1], shares.Order()));
        Assert.InRange(draws.Count(shares => shares[0] == 1), 888, 1112); // 1000, five standard deviations
        Assert.InRange(draws.Count(shares => shares[1] == 1), 497, 703);
        Assert.Equal(0, draws.Count(shares => shares[2] == 1));
    }

    [Fact]
    public void Weights_ThatAreAllZero_HaveNoShares()
    {
        Assert.Null(Dirichlet.Around([0, 0], 10, default));
        Assert.Null(Dirichlet.Around([], 10, default));
    }

    /// <summary>The same bits wherever this test runs, and in every later version.</summary>
    [Fact]
    public void ADraw_KeepsItsBits()
    {
        double[] shares = Dirichlet.Around([5, 3, 2], 100, new(7))!;
        Assert.Equal(GoldenBits, shares.Select(BitConverter.DoubleToInt64Bits));
    }

    [Fact]
    public void Misuse_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Dirichlet.Around([1, -1], 10, default));
        Assert.Throws<ArgumentOutOfRangeException>(() => Dirichlet.Around([1], 0, default));
        Assert.Throws<ArgumentOutOfRangeException>(() => Dirichlet.Around([1], 2e9, default));
        Assert.Throws<ArgumentException>(() => Dirichlet.Around([double.MaxValue, double.MaxValue], 10, default));
    }

    private static readonly long[] GoldenBits = [4602911430123255549, 4596599110322327010, 4598498052255533844];
}
