using CommunityOfPractice.Core.Statistics;
using FsCheck;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Statistics;

[Properties(MaxTest = 300)]
public class NormalTests
{
    [Property]
    public void Cdf_IsSymmetric(NormalFloat x) => Assert.Equal(1, Normal.Cdf(x.Get) + Normal.Cdf(-x.Get), 1e-15);

    [Property]
    public void Cdf_Rises(NormalFloat one, NormalFloat other) =>
        Assert.True(Normal.Cdf(Math.Min(one.Get, other.Get)) <= Normal.Cdf(Math.Max(one.Get, other.Get)));

    [Property]
    public void Quantile_InvertsCdf(PositiveInt draw)
    {
        double probability = (draw.Get % 9999 + 1) / 10_000.0;
        Assert.Equal(probability, Normal.Cdf(Normal.Quantile(probability)), 1e-15);
    }

    // Expected values in this class: mpmath with 30 digits.
    [Theory]
    [InlineData(-10, 7.61985302416052607e-24)]
    [InlineData(-5, 2.86651571879193912e-7)]
    [InlineData(-3.25, 0.000577025042390767043)]
    [InlineData(-1, 0.158655253931457051)]
    [InlineData(-0.5, 0.308537538725986896)]
    [InlineData(0, 0.5)]
    [InlineData(0.25, 0.598706325682923724)]
    [InlineData(0.66, 0.745373085328663852)]
    [InlineData(1, 0.841344746068542949)]
    [InlineData(2.5, 0.993790334674223865)]
    [InlineData(4, 0.99996832875816688)]
    [InlineData(6, 0.999999999013412355)]
    public void Cdf_OfKnownPoints(double x, double expected) => Assert.Equal(1, Normal.Cdf(x) / expected, 1e-14);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.25, 0.802587348634152552)]
    [InlineData(-1.96, 0.0499957902964408683)]
    [InlineData(4, 0.0000633424836662398425)]
    [InlineData(8, 1.24419211485435682e-15)]
    public void TwoSidedP_OfKnownPoints(double z, double expected) => Assert.Equal(1, Normal.TwoSidedP(z) / expected, 1e-14);

    [Theory]
    [InlineData(1e-300, -37.0470962993611992)]
    [InlineData(1e-20, -9.26234008979840758)]
    [InlineData(1e-5, -4.26489079392282461)]
    [InlineData(0.001, -3.09023230616781354)]
    [InlineData(0.025, -1.95996398454005421)]
    [InlineData(0.1, -1.28155156554460044)]
    [InlineData(0.3, -0.524400512708040816)]
    [InlineData(0.75, 0.674489750196081743)]
    [InlineData(0.975, Normal.Z95)]
    [InlineData(0.9999, 3.71901648545570839)]
    public void Quantile_OfKnownProbabilities(double probability, double expected) =>
        Assert.Equal(1, Normal.Quantile(probability) / expected, 1e-14);

    [Fact]
    public void TheMiddle_IsExact() => Assert.Equal(0, Normal.Quantile(0.5));

    [Fact]
    public void TheEnds_AreReached()
    {
        Assert.Equal(0, Normal.Cdf(double.NegativeInfinity));
        Assert.Equal(1, Normal.Cdf(double.PositiveInfinity));
        Assert.Equal(0, Normal.TwoSidedP(double.NegativeInfinity));
    }

    [Fact]
    public void Misuse_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Normal.Cdf(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Normal.TwoSidedP(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Normal.Quantile(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Normal.Quantile(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Normal.Quantile(double.NaN));
    }
}
