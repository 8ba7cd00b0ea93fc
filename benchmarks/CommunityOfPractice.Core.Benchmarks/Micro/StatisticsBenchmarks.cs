using BenchmarkDotNet.Attributes;
using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Core.Benchmarks.Micro;

/// <summary>Statistics that are linear or nearly so, of n people or cases.</summary>
[Config(typeof(QuickConfig))]
public class LinearStatistics
{
    private int[] counts = [];
    private double[] numbers = [];
    private bool[] ended = [];

    [Params(100, 10_000, 1_000_000)]
    public int N { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        counts = Samples.Counts(N);
        numbers = Samples.Numbers(N);
        ended = [.. Enumerable.Range(0, N).Select(i => i % 5 != 0)];
    }

    [Benchmark]
    public double? GiniCorrected() => Gini.Corrected<int>(counts);

    [Benchmark]
    public int? AbsenceFactorOfHalf() => AbsenceFactor.Of<int>(counts);

    [Benchmark]
    public double? MedianOf() => Median.Of(numbers);

    [Benchmark]
    public double? KaplanMeierMedian() => SurvivalCurve.KaplanMeier(numbers, ended)!.Median;

    [Benchmark]
    public decimal LargestRemainderRound() => LargestRemainder.Round(numbers, 1)[0];
}

/// <summary>Tests of trend, which look at all pairs of n points.</summary>
[Config(typeof(QuickConfig))]
public class TrendStatistics
{
    private double[] series = [];

    [Params(26, 260, 2_600)]
    public int N { get; set; }

    [GlobalSetup]
    public void Setup() => series = Samples.Numbers(N);

    [Benchmark]
    public double MannKendallP() => MannKendall.Of(series)!.Value.P;

    [Benchmark]
    public double? TheilSenSlope() => TheilSen.Slope(series);
}

/// <summary>Statistics of fixed cost.</summary>
[Config(typeof(QuickConfig))]
public class FixedStatistics
{
    [Benchmark]
    public (double, double)? WilsonInterval() => Wilson.Interval(37, 211);
}
