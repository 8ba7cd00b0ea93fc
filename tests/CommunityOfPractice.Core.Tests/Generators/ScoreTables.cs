using CommunityOfPractice.Core.Health;
using FsCheck;
using FsCheck.Fluent;

namespace CommunityOfPractice.Core.Tests.Generators;

/// <summary>Weights, scores and baseline scores of some dimensions.</summary>
public sealed record ScoreTable(double[] DimensionWeights, double[][] Weights, double[][] Scores, double[][] Baseline)
{
    internal Composite Composite => new(DimensionWeights, Weights);

    public override string ToString() => string.Join('\n', DimensionWeights.Select((w, d) => $"{w}: {string.Join(' ', Weights[d].Select((v, i) => $"{v}*({Scores[d][i]}|{Baseline[d][i]})"))}"));
}

/// <summary>Generates tables with many zeros, hundreds, equal scores and tiny differences.</summary>
public static class ScoreTables
{
    public static Arbitrary<ScoreTable> Any() =>
        (from shape in Gen.Choose(1, 5).NonEmptyListOf()
         from seed in Gen.Choose(0, int.MaxValue - 1)
         select Random(new Random(seed), [.. shape.Take(5)])).ToArbitrary();

    private static ScoreTable Random(Random random, int[] shape)
    {
        double[][] scores = Each(shape, _ => Score());
        return new(
            [.. shape.Select(_ => Weight())],
            Each(shape, _ => Weight()),
            scores,
            [.. scores.Select(s => s.Select(x => random.Next(3) == 0 ? x : random.Next(4) == 0 ? Math.Clamp(x + 1e-9, 0, 100) : Score()).ToArray())]);

        double Weight() => random.Next(5) == 0 ? 1e-3 : 0.05 + random.NextDouble();

        double Score() => random.Next(6) switch { 0 => 0, 1 => 100, 2 => 50, 3 => random.NextDouble() * 3, _ => random.NextDouble() * 100 };
    }

    private static double[][] Each(int[] shape, Func<int, double> make) => [.. shape.Select(n => Enumerable.Range(0, n).Select(make).ToArray())];
}
