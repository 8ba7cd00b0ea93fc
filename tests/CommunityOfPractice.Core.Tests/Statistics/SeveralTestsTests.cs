using CommunityOfPractice.Core.Statistics;
using FsCheck;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Statistics;

/// <summary>Holm's correction, the comparison of two shares, and the exact Mann-Kendall test.</summary>
public sealed class SeveralTestsTests
{
    [Fact]
    public void Holm_KnownExample() => Assert.Equal([0.03, 0.06, 0.06, 0.02], Holm.Adjust([0.01, 0.04, 0.03, 0.005]).Select(p => Math.Round(p, 12)));

    [Property]
    public void Holm_IsTheStepwiseRule(int seed)
    {
        Random random = new(seed);
        double[] p = [.. Enumerable.Range(0, random.Next(0, 8)).Select(_ => random.Next(0, 40) / 200.0)];
        double[] adjusted = Holm.Adjust(p);
        double[] sorted = [.. p.Order()];
        for (int i = 0; i < p.Length; i++)
        {
            // what is rejected at a level: as long as each of the smaller ones is, too
            double expected = Enumerable.Range(0, p.Length).Where(r => sorted[r] <= p[i]).Max(r => Math.Min(1, sorted[r] * (p.Length - r)));
            Assert.Equal(Enumerable.Range(0, p.Length).Where(r => sorted[r] < p[i] || r == Array.IndexOf(sorted, p[i])).Max(r => Math.Min(1, sorted[r] * (p.Length - r))), adjusted[i], 12);
            Assert.True(adjusted[i] >= p[i] && adjusted[i] <= expected + 1e-12);
        }
    }

    [Fact]
    public void Holm_NoProbability_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Holm.Adjust([1.1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Holm.Adjust([double.NaN]));
    }

    /// <summary>Newcombe (1998), table II, case (a): 56/70 against 48/80, the interval of method 10.</summary>
    [Fact]
    public void TwoProportions_NewcombesExample()
    {
        TwoProportions test = TwoProportions.Of(48, 80, 56, 70)!.Value;
        Assert.Equal((0.2, 0.0524, 0.3339), (Math.Round(test.Difference, 4), Math.Round(test.Low, 4), Math.Round(test.High, 4)));
    }

    /// <summary>Against all ways to deal the marks, by counting.</summary>
    [Property(MaxTest = 60)]
    public void TwoProportions_P_IsTheDoubledTail(int seed)
    {
        Random random = new(seed);
        int n1 = random.Next(1, 7), n2 = random.Next(1, 7), x1 = random.Next(0, n1 + 1), x2 = random.Next(0, n2 + 1), all = 0, more = 0, fewer = 0;
        for (int mask = 0; mask < 1 << (n1 + n2); mask++)
        {
            if (int.PopCount(mask) == x1 + x2)
            {
                int second = int.PopCount(mask >> n1);
                all++;
                more += second >= x2 ? 1 : 0;
                fewer += second <= x2 ? 1 : 0;
            }
        }

        Assert.Equal(Math.Min(1, 2.0 * Math.Min(more, fewer) / all), TwoProportions.Of(x1, n1, x2, n2)!.Value.P, 12);
    }

    [Fact]
    public void TwoProportions_EmptyGroup_IsNull() => Assert.Null(TwoProportions.Of(0, 0, 1, 2));

    [Theory]
    [InlineData(5, 2.0 / 120)]
    [InlineData(6, 2.0 / 720)]
    public void ExactMannKendall_ARise_IsTwoOrdersOfAll(int n, double p) => Assert.Equal(p, ExactMannKendall.P([.. Enumerable.Range(0, n).Select(i => (double)i)])!.Value, 12);

    [Property(MaxTest = 60)]
    public void ExactMannKendall_IsAllPermutationsCounted(int seed)
    {
        Random random = new(seed);
        double[] series = [.. Enumerable.Range(0, random.Next(2, 7)).Select(_ => (double)random.Next(0, 5))];
        long observed = Math.Abs(MannKendall.Of(series)!.Value.S), extreme = 0, all = 0;
        foreach (double[] order in Orders(series))
        {
            all++;
            extreme += Math.Abs(MannKendall.Of(order)!.Value.S) >= observed ? 1 : 0;
        }

        Assert.Equal((double)extreme / all, ExactMannKendall.P(series)!.Value, 12);
    }

    [Fact]
    public void ExactMannKendall_Limits()
    {
        Assert.Null(ExactMannKendall.P([1]));
        Assert.Equal(1, ExactMannKendall.P([1, 1, 1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ExactMannKendall.P(new double[9]));
    }

    private static IEnumerable<double[]> Orders(double[] items) => items.Length == 0
        ? [[]]
        : Enumerable.Range(0, items.Length).SelectMany(i => Orders([.. items[..i], .. items[(i + 1)..]]).Select(rest => (double[])[items[i], .. rest]));
}
