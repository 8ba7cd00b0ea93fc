using CommunityOfPractice.Core.Statistics;
using FsCheck;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Statistics;

[Properties(Arbitrary = [typeof(Samples)], MaxTest = 300)]
public class WeightedMeanTests
{
    [Property]
    public void Law33_TheArithmeticMean_IsNeverBelowTheGeometric(Weighted parts) =>
        Assert.True(Arithmetic(parts) >= Geometric(parts) * (1 - 1e-14));

    [Property]
    public void Law33_LiesBetweenTheSmallestAndTheLargestPartWithAWeight(Weighted parts)
    {
        double[] counting = [.. parts.Values.Where((_, i) => parts.Weights[i] > 0)];
        Assert.InRange(Arithmetic(parts), counting.Min(), counting.Max());
        Assert.InRange(Geometric(parts), counting.Min(), counting.Max());
    }

    [Property]
    public void Law33_ScalingAllWeights_ChangesNothing(Weighted parts, PositiveInt factor)
    {
        Weighted scaled = parts with { Weights = [.. parts.Weights.Select(weight => weight * factor.Get)] };
        Assert.Equal(1, Arithmetic(parts) / Arithmetic(scaled), 1e-14);
        Assert.Equal(1, Geometric(parts) / Geometric(scaled), 1e-13);
    }

    [Property]
    public void FollowTheDefinition(Weighted parts)
    {
        double total = parts.Weights.Sum();
        Assert.Equal(parts.Values.Zip(parts.Weights, (x, w) => w * x).Sum() / total, Arithmetic(parts), 1e-11);
        Assert.Equal(1, parts.Values.Zip(parts.Weights, (x, w) => Math.Pow(x, w / total)).Aggregate((a, b) => a * b) / Geometric(parts), 1e-13);
    }

    [Property]
    public void EqualParts_AreTheirOwnMeanExactly(PositiveInt part, Weighted weights)
    {
        double[] values = [.. weights.Weights.Select(_ => part.Get / 10.0)];
        Assert.Equal(part.Get / 10.0, WeightedMean.Arithmetic(values, weights.Weights));
        Assert.Equal(part.Get / 10.0, WeightedMean.Geometric(values, weights.Weights));
    }

    [Fact]
    public void WorkedExamples()
    {
        Assert.Equal(66, WeightedMean.Arithmetic([80, 60, 40], [5, 3, 2])!.Value, 1e-13);
        Assert.Equal(63.89, WeightedMean.Geometric([80, 60, 40], [5, 3, 2])!.Value, 5e-3);
    }

    [Fact]
    public void Zero_MakesTheGeometricMeanZero_UnlessItHasNoWeight()
    {
        Assert.Equal(0, WeightedMean.Geometric([0, 9], [0.1, 5]));
        Assert.Equal(9, WeightedMean.Geometric([0, 9], [0, 5]));
    }

    [Fact]
    public void NoWeight_IsNull()
    {
        Assert.Null(WeightedMean.Arithmetic([], []));
        Assert.Null(WeightedMean.Geometric([1, 2], [0, 0]));
    }

    [Fact]
    public void Misuse_Throws()
    {
        Assert.Throws<ArgumentException>(() => WeightedMean.Arithmetic([1], [1, 2]));
        Assert.Throws<ArgumentException>(() => WeightedMean.Arithmetic([1, 2], [double.MaxValue, double.MaxValue]));
        Assert.Throws<ArgumentOutOfRangeException>(() => WeightedMean.Arithmetic([double.NaN], [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => WeightedMean.Arithmetic([1], [-1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => WeightedMean.Geometric([-1], [1]));
    }

    private static double Arithmetic(Weighted parts) => WeightedMean.Arithmetic(parts.Values, parts.Weights)!.Value;

    private static double Geometric(Weighted parts) => WeightedMean.Geometric(parts.Values, parts.Weights)!.Value;
}
