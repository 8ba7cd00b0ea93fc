using BenchmarkDotNet.Attributes;
using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Core.Benchmarks.Micro;

/// <summary>How a total is spread over n people or categories.</summary>
[Config(typeof(QuickConfig))]
public class SpreadStatistics
{
    private int[] counts = [];

    [Params(100, 10_000, 1_000_000)]
    public int N { get; set; }

    [GlobalSetup]
    public void Setup() => counts = Samples.Counts(N);

    [Benchmark]
    public double? TopShareOfATenth() => TopShare.Of<int>(counts, 0.1);

    [Benchmark]
    public double? EntropyOf() => Entropy.Of<int>(counts);

    [Benchmark]
    public double? BlauOf() => Blau.Of<int>(counts);
}

/// <summary>Rhythm and means of n numbers, summed in ascending order.</summary>
[Config(typeof(QuickConfig))]
public class MeanStatistics
{
    private double[] numbers = [];
    private double[] weights = [];

    [Params(100, 10_000, 1_000_000)]
    public int N { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        numbers = Samples.Numbers(N);
        weights = [.. Samples.Counts(N).Select(count => (double)count)];
    }

    [Benchmark]
    public double? BurstinessOfFew() => Burstiness.OfFew(numbers);

    [Benchmark]
    public double? ArithmeticMean() => WeightedMean.Arithmetic(numbers, weights);

    [Benchmark]
    public double? GeometricMean() => WeightedMean.Geometric(numbers, weights);
}
