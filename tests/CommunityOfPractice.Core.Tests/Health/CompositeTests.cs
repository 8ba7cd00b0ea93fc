using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Tests.Generators;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Health;

[Properties(Arbitrary = [typeof(ScoreTables)], MaxTest = 300)]
public sealed class CompositeTests
{
    [Property, Trait("Law", "26")]
    public void Law26_ABetterIndicator_NeverLowersDimensionOrScore(ScoreTable table, int seed)
    {
        double[][] better = [.. table.Scores.Select(s => s.ToArray())];
        Random random = new(seed);
        int d = random.Next(better.Length), i = random.Next(better[d].Length);
        better[d][i] += (100 - better[d][i]) * random.NextDouble();
        Assert.True(table.Composite.Score(better) >= table.Composite.Score(table.Scores) - 1e-10);
        Assert.True(table.Composite.Dimensions(better)[d] >= table.Composite.Dimensions(table.Scores)[d] - 1e-10);
    }

    [Property, Trait("Law", "27")]
    public void Law27_Contributions_AddUpToScoreMinusBaseline(ScoreTable table)
    {
        double[][] parts = table.Composite.Contributions(table.Scores, table.Baseline);
        double expected = table.Composite.Score(table.Scores) - table.Composite.Score(table.Baseline);
        Assert.Equal(expected, parts.Sum(p => p.Sum()), 1e-9);
        Assert.All(parts.SelectMany(p => p), part => Assert.True(double.IsFinite(part)));
    }

    [Property, Trait("Law", "28")]
    public void Law28_AtTheBaselineNothing_AndSwappedTheOpposite(ScoreTable table)
    {
        Assert.All(table.Composite.Contributions(table.Scores, table.Scores).SelectMany(p => p), part => Assert.Equal(0, part));
        double[][] there = table.Composite.Contributions(table.Scores, table.Baseline), back = table.Composite.Contributions(table.Baseline, table.Scores);
        Assert.All(there.SelectMany(p => p).Zip(back.SelectMany(p => p)), pair => Assert.Equal(-pair.First, pair.Second, 1e-9));
    }

    [Property, Trait("Law", "33")]
    public void Law33_TheScore_LiesBetweenTheDimensionsAndBelowTheirArithmeticMean(ScoreTable table)
    {
        double[] dimensions = [.. table.Composite.Dimensions(table.Scores).Select(d => Math.Max(1, d))];
        double score = table.Composite.Score(table.Scores), total = table.DimensionWeights.Sum();
        Assert.InRange(score, dimensions.Min(), dimensions.Max());
        Assert.True(score <= dimensions.Zip(table.DimensionWeights, (d, w) => d * w / total).Sum() + 1e-9);
    }

    [Property, Trait("Law", "33")]
    public void Law33_WeightsInAnotherScale_ChangeNothing(ScoreTable table)
    {
        Composite scaled = new([.. table.DimensionWeights.Select(w => w * 37)], [.. table.Weights.Select(ws => ws.Select(w => w / 11).ToArray())]);
        Assert.Equal(table.Composite.Score(table.Scores), scaled.Score(table.Scores), 1e-9);
        Assert.Equal(
            table.Composite.Contributions(table.Scores, table.Baseline).SelectMany(p => p),
            scaled.Contributions(table.Scores, table.Baseline).SelectMany(p => p),
            (a, b) => Math.Abs(a - b) < 1e-9);
    }

    [Fact]
    public void Score_GeometricGoldenVector_IsAsThere()
    {
        Composite composite = new([.5, .3, .2], [[1], [1], [1]]);
        double[][] scores = [[80], [60], [40]], middle = [[50], [50], [50]];
        Assert.Equal(63.8855101, composite.Score(scores), 1e-6);
        Close([13.3150764, 3.0990724, -2.5286387], composite.Contributions(scores, middle));
        Assert.Equal(68.8855101, composite.Score([[80], [60], [58.30255]]), 1e-5);
        Assert.Equal(68.8855101, composite.Score([[93.01243], [60], [40]]), 1e-5);
    }

    [Fact]
    public void Contributions_NestedGoldenVector_IsAsThere()
    {
        Composite composite = new([.4, .6], [[.5, .5], [.3, .7]]);
        double[][] scores = [[80, 20], [50, 60]], baseline = [[40, 60], [50, 40]];
        Assert.Equal([50, 57], composite.Dimensions(scores), (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal((54.0894936, 45.6740029), (Math.Round(composite.Score(scores), 7), Math.Round(composite.Score(baseline), 7)));
        Close([7.9621134, -7.9621134, 0, 8.4154907], composite.Contributions(scores, baseline));
    }

    [Fact]
    public void Score_EverythingZero_IsTheFloorOfOne()
    {
        Composite composite = new([1, 1], [[1], [1, 1]]);
        Assert.Equal(1, composite.Score([[0], [0, 0]]));
        Assert.Equal(-49, composite.Contributions([[0], [0, 0]], [[50], [50, 50]]).SelectMany(p => p).Sum(), 1e-9);
    }

    private static void Close(double[] expected, double[][] actual) => Assert.Equal(expected, actual.SelectMany(p => p), (a, b) => Math.Abs(a - b) < 1e-6);
}
