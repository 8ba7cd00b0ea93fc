using CommunityOfPractice.Core.Statistics;
using FsCheck;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Statistics;

[Properties(Arbitrary = [typeof(Samples)], MaxTest = 100)]
public class ClusterBootstrapTests
{
    [Property]
    public void Law34_TheEstimate_LiesInItsInterval(Counts counts, ulong seed)
    {
        BootstrapInterval? interval = ClusterBootstrap.Of(counts.Values.Length, times => Gini.Of<long>(Repeated(counts.Values, times)), new(seed), draws: 40);
        if (interval is { } found)
        {
            Assert.InRange(found.Estimate, found.Low, found.High);
            Assert.Equal(Gini.Of<long>(counts.Values), found.Estimate);
            Assert.Equal(40, found.Draws + found.Undefined);
        }
        else
        {
            Assert.True(counts.Values.Length < 2 || counts.Values.Sum(count => (decimal)count) == 0);
        }
    }

    [Property]
    public void Law24_TheNumberOfThreads_DoesNotShow(Counts counts, ulong seed, bool three)
    {
        double? Mean(ReadOnlySpan<int> times) => MeanOf(counts.Values, times);
        Assert.Equal(
            ClusterBootstrap.Of(counts.Values.Length, Mean, new(seed), draws: 60),
            ClusterBootstrap.Of(counts.Values.Length, Mean, new(seed), draws: 60, threads: three ? 3 : 2));
    }

    [Property]
    public void ADraw_TakesAsManyAsThereAre(ulong seed, int draw, byte clusters)
    {
        int[] times = [.. Enumerable.Repeat(9, clusters)];
        int[] again = new int[clusters];
        ClusterBootstrap.Draw(new(seed), draw, times);
        ClusterBootstrap.Draw(new(seed), draw, again);
        Assert.Equal(clusters, times.Sum());
        Assert.Equal(times, again);
    }

    [Property]
    public void Ends_AreThoseOfTheSortedDraws(Counts counts, ulong seed)
    {
        if (counts.Values.Length < 2)
        {
            return;
        }

        double[] draws = [.. Enumerable.Range(0, 21).Select(draw =>
        {
            int[] times = new int[counts.Values.Length];
            ClusterBootstrap.Draw(new(seed), draw, times);
            return MeanOf(counts.Values, times);
        }).Order()];
        BootstrapInterval found = ClusterBootstrap.Of(counts.Values.Length, times => MeanOf(counts.Values, times), new(seed), draws: 21, confidence: 0.8)!.Value;
        Assert.Equal(Math.Min(draws[2], found.Estimate), found.Low);
        Assert.Equal(Math.Max(draws[18], found.Estimate), found.High);
    }

    [Fact]
    public void TheInterval_OfAMean_IsThatOfTheNormalApproximation()
    {
        double[] values = [.. Enumerable.Range(0, 200).Select(i => i % 10 * 1.0)];
        BootstrapInterval found = ClusterBootstrap.Of(200, times => Weigh(values, times) / 200, new(5), draws: 4000)!.Value;
        double error = Math.Sqrt(8.25 / 200);
        Assert.Equal(4.5, found.Estimate, 1e-12);
        Assert.Equal(4.5 - (1.96 * error), found.Low, 0.03);
        Assert.Equal(4.5 + (1.96 * error), found.High, 0.03);
    }

    [Fact]
    public void ABiasedStatistic_StillContainsItsEstimate()
    {
        // How many different clusters there are: no draw but a permutation has all of them.
        BootstrapInterval found = ClusterBootstrap.Of(30, times => times.ToArray().Count(time => time > 0), new(1), draws: 100)!.Value;
        Assert.Equal(30, found.Estimate);
        Assert.Equal(30, found.High);
        Assert.InRange(found.Low, 12, 20);
    }

    [Fact]
    public void DrawsWithoutAValue_AreCounted()
    {
        BootstrapInterval found = ClusterBootstrap.Of(2, times => times[0] == 0 ? null : 1, new(1), draws: 1000)!.Value;
        Assert.Equal((1, 1, 1), (found.Estimate, found.Low, found.High));
        Assert.InRange(found.Undefined, 180, 320); // a quarter
        Assert.Equal(1000, found.Draws + found.Undefined);
    }

    [Fact]
    public void LittleData_IsNull()
    {
        Assert.Null(ClusterBootstrap.Of(1, _ => 1, default));
        Assert.Null(ClusterBootstrap.Of(0, _ => 1, default));
        Assert.Null(ClusterBootstrap.Of(5, _ => null, default));
        Assert.Null(ClusterBootstrap.Of(9, times => times.Contains(2) || times.Contains(0) ? null : 1, new(3), draws: 5));
    }

    [Fact]
    public void Misuse_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ClusterBootstrap.Of(-1, _ => 1, default));
        Assert.Throws<ArgumentNullException>(() => ClusterBootstrap.Of(2, null!, default));
        Assert.Throws<ArgumentOutOfRangeException>(() => ClusterBootstrap.Of(2, _ => 1, default, draws: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ClusterBootstrap.Of(2, _ => 1, default, threads: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ClusterBootstrap.Of(2, _ => 1, default, confidence: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ClusterBootstrap.Of(2, _ => 1, default, confidence: 0));
        Assert.Throws<InvalidOperationException>(() => ClusterBootstrap.Of(2, _ => double.NaN, default));
    }

    private static double MeanOf(long[] values, ReadOnlySpan<int> times) => Weigh([.. values.Select(value => (double)value)], times) / values.Length;

    private static double Weigh(double[] values, ReadOnlySpan<int> times)
    {
        double sum = 0;
        for (int i = 0; i < values.Length; i++)
        {
            sum += values[i] * times[i];
        }

        return sum;
    }

    private static long[] Repeated(long[] values, ReadOnlySpan<int> times)
    {
        List<long> all = [];
        for (int i = 0; i < values.Length; i++)
        {
            all.AddRange(Enumerable.Repeat(values[i], times[i]));
        }

        return [.. all];
    }
}
