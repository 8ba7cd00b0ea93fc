using CommunityOfPractice.Core.Statistics;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Statistics;

[Properties(Arbitrary = [typeof(Samples)], MaxTest = 300)]
public class MannKendallTests
{
    [Property]
    public void Law14_Reversing_TurnsTheSign(Series series)
    {
        MannKendall forth = MannKendall.Of(series.Values)!.Value;
        MannKendall back = MannKendall.Of([.. series.Values.Reverse()])!.Value;
        Assert.Equal(-forth.S, back.S);
        Assert.Equal(-forth.Z, back.Z);
        Assert.Equal(forth.P, back.P);
    }

    [Property]
    public void Law14_AnIncreasingTransform_ChangesNothing(Series series) =>
        Assert.Equal(MannKendall.Of(series.Values), MannKendall.Of([.. series.Values.Select(value => Math.Exp(value) + value)]));

    [Property]
    public void Law14_AConstantSeries_IsFlat(double level, byte extra)
    {
        if (double.IsFinite(level))
        {
            MannKendall test = MannKendall.Of([.. Enumerable.Repeat(level, extra + 2)])!.Value;
            Assert.Equal(default, test);
            Assert.Equal(0, test.Z);
            Assert.Equal(1, test.P);
        }
    }

    [Property(MaxTest = 40)]
    public void Variance_IsThatOfTheScoreOverAllOrders(Series series)
    {
        double[] few = [.. series.Values.Take(6)];
        double variance = Orders(few).Average(order => Math.Pow(MannKendall.Of(order)!.Value.S, 2));
        Assert.Equal(variance, MannKendall.Of(few)!.Value.Variance, 1e-9);
    }

    [Property]
    public void ZAndP_Agree(Series series)
    {
        MannKendall test = MannKendall.Of(series.Values)!.Value;
        Assert.Equal(Math.Sign(test.S) * Math.Max(0, Math.Abs(test.S) - 1), test.Z * Math.Sqrt(test.Variance), 1e-9);
        Assert.Equal(2 * Normal.Cdf(-Math.Abs(test.Z)), test.P, 1e-15);
    }

    [Fact]
    public void GoldenVector()
    {
        MannKendall test = MannKendall.Of([1, 2.3, 3.1, 4.5, 5.2, 6.8, 7.1, 8.9, 9.5, 10.2])!.Value;
        Assert.Equal(45, test.S);
        Assert.Equal(125, test.Variance);
        Assert.Equal(3.935480, test.Z, 5e-7);
        Assert.Equal(8.30307e-5, test.P, 5e-11);
    }

    [Fact]
    public void GoldenVector_WithTies()
    {
        MannKendall test = MannKendall.Of([5, 5, 6, 7, 7, 8, 6, 9])!.Value;
        Assert.Equal(19, test.S);
        Assert.Equal(62.3333, test.Variance, 5e-5);
        Assert.Equal(2.279882, test.Z, 5e-7);
        Assert.Equal(0.0226147, test.P, 5e-8);
    }

    [Fact]
    public void NoPair_IsNull()
    {
        Assert.Null(MannKendall.Of([]));
        Assert.Null(MannKendall.Of([1]));
    }

    [Fact]
    public void Misuse_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => MannKendall.Of([1, double.NaN]));

    private static IEnumerable<double[]> Orders(double[] values) =>
        values.Length == 0
            ? [[]]
            : from i in Enumerable.Range(0, values.Length)
              from rest in Orders([.. values.Where((_, j) => j != i)])
              select (double[])[values[i], .. rest];
}
