using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Core.Tests.Statistics;

public class StatisticsBoundaryTests
{
    /// <summary>The same bits wherever this test runs: hundreds of draws, with shapes below and above one, and refusals on the way.</summary>
    [Theory]
    [InlineData(0.05, 394294382388671224UL)]
    [InlineData(1, 3934525431427818419UL)]
    [InlineData(30, 5690391858652161630UL)]
    [InlineData(1e6, 13127322050267577314UL)]
    public void Dirichlet_ManyDraws_KeepTheirBits(double concentration, ulong expected)
    {
        ulong hash = 0;
        for (int draw = 0; draw < 100; draw++)
        {
            foreach (double share in Dirichlet.Around([5, 3, 0, 2], concentration, new SplitMix64(2026).Split(draw))!)
            {
                hash = (hash ^ (ulong)BitConverter.DoubleToInt64Bits(share)) * 0x100000001B3;
            }
        }

        Assert.Equal(expected, hash);
    }

    /// <summary>Two parts with the parameter 1 each share evenly: every share is as probable as the others, with the variance 1/12.</summary>
    [Fact]
    public void Dirichlet_WithParametersOfExactlyOne_IsUniform()
    {
        double[] shares = [.. Enumerable.Range(0, 4000).Select(draw => Dirichlet.Around([1, 1], 2, new SplitMix64(31).Split(draw))![0])];
        Assert.Equal(0.5, shares.Average(), 5 * Math.Sqrt(1.0 / 12 / 4000));
        Assert.Equal(1.0 / 12, shares.Average(share => Math.Pow(share - 0.5, 2)), 0.006); // five standard deviations
        Assert.Equal(0.1, shares.Count(share => share < 0.1) / 4000.0, 0.024);
    }

    [Fact]
    public void Texts_OfAnyScript_KeepTheirSeeds() => Assert.Equal(4633996807143721034UL, SplitMix64.FromText("日本").Seed);

    /// <summary>Two gaps of 1 and 1 + d vary by d/(2 + d); a difference of squares would lose it.</summary>
    [Theory]
    [InlineData(1e-6)]
    [InlineData(1e-8)]
    [InlineData(1e-10)]
    public void Burstiness_OfAlmostEqualGaps_KeepsItsDigits(double d)
    {
        double gap = 1 + d, variation = (gap - 1) / (1 + gap);
        Assert.Equal(2 * variation / (1 + variation), Burstiness.Of([1, gap])!.Value + 1, 2 * variation * 1e-5);
    }

    [Fact]
    public void PartsWithoutWeight_DoNotWidenTheRange()
    {
        for (int part = 1; part <= 300; part++)
        {
            double x = part / 10.0;
            Assert.Equal(x, WeightedMean.Geometric([x, x + 1, x, x / 2], [0.3, 0, 0.6, 0]));
            Assert.Equal(x, WeightedMean.Arithmetic([x, x + 1, x, x / 2, x], [0.3, 0, 0.6, 0, 0.1]));
        }
    }

    /// <summary>Far out the rounding of the square would show; expected: mpmath, of z·√½ as a double.</summary>
    [Theory]
    [InlineData(32.8, 5.8881079928126999954e-236)]
    [InlineData(34.9, 7.4344329890163842531e-267)]
    [InlineData(36.7, 7.3030586056068032496e-295)]
    public void TwoSidedP_FarOut_KeepsItsDigits(double z, double expected) => Assert.Equal(1, Normal.TwoSidedP(z) / expected, 1e-14);

    [Fact]
    public void Hypergeometric_OfALargePopulation_FindsItsMiddle()
    {
        // Symmetric: half, and half of the probability of the middle; expected: exact fractions.
        Assert.Equal(0.5025231135985972, Hypergeometric.UpperTail(25_000, 100_000, 50_000, 50_000), 1e-12);
        Assert.Equal(1 - 0.5025231135985972, Hypergeometric.UpperTail(25_001, 100_000, 50_000, 50_000), 1e-12);
    }

    [Fact]
    public void Hypergeometric_WhatCannotBeLess_IsCertain()
    {
        Assert.Equal(0, Hypergeometric.LogUpperTail(-7, 10, 8, 7));
        Assert.Equal(0, Hypergeometric.LogUpperTail(5, 10, 8, 7));
        Assert.True(Hypergeometric.LogUpperTail(6, 10, 8, 7) < 0);
        Assert.True(Hypergeometric.LogUpperTail(7, 10, 8, 7) > double.NegativeInfinity);
        Assert.Equal(double.NegativeInfinity, Hypergeometric.LogUpperTail(8, 10, 8, 7));
    }

    [Fact]
    public void Ladder_SumsThatDoNotFit_Overflow()
    {
        Assert.Equal(2L * int.MaxValue * int.MaxValue, LadderMomentum.Weighted([1, 1], [int.MaxValue, int.MaxValue]));
        Assert.Throws<OverflowException>(() => LadderMomentum.Weighted([1, 1, 1], [int.MaxValue, int.MaxValue, int.MaxValue]));
        Assert.Throws<OverflowException>(() => LadderMomentum.Weighted([3], [int.MaxValue]));
        Assert.Equal((null, null), (default(LadderMomentum).UpRate, default(LadderMomentum).DownRate));
        Assert.Equal((0.25, 0.5), (new LadderMomentum(1, 1, 2).UpRate, new LadderMomentum(1, 1, 2).DownRate));
    }

    [Fact]
    public void Retention_IsAShareOfTheComplete()
    {
        Assert.Null(new Retention(0, 0, 3).Share);
        Assert.Equal(0.75, new Retention(3, 4, 9).Share);
    }

    [Fact]
    public void Drawing_LeavesTheOthersAlone()
    {
        int[] items = [.. Enumerable.Range(0, 50)];
        default(SplitMix64).Draw<int>(items, 0);
        Assert.Equal(Enumerable.Range(0, 50), items);
        default(SplitMix64).Draw<int>(items, 1);
        Assert.InRange(items.Where((item, place) => item != place).Count(), 0, 2);
        default(SplitMix64).Shuffle<int>([]);
    }

    [Theory]
    [InlineData(20, 0.8, 1)]
    [InlineData(21, 0.8, 2)]
    [InlineData(20, 0.9, 0)]
    [InlineData(1, 0.5, 0)]
    public void Bootstrap_CutsTheOutermostDraws(int draws, double confidence, int outside)
    {
        double[] values = [.. Enumerable.Range(0, draws).Select(draw =>
        {
            int[] times = new int[9];
            ClusterBootstrap.Draw(new(8), draw, times);
            return Sum(times);
        }).Order()];
        BootstrapInterval found = ClusterBootstrap.Of(9, times => Sum(times), new(8), draws, confidence)!.Value;
        Assert.Equal(Math.Min(36, values[outside]), found.Low);
        Assert.Equal(Math.Max(36, values[^(1 + outside)]), found.High);

        static double Sum(ReadOnlySpan<int> times)
        {
            double sum = 0;
            for (int i = 0; i < times.Length; i++)
            {
                sum += i * times[i];
            }

            return sum;
        }
    }
}
