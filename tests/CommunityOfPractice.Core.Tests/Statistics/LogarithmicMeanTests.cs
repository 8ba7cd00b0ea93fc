using CommunityOfPractice.Core.Statistics;
using FsCheck;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Statistics;

[Properties(Arbitrary = [typeof(Samples)], MaxTest = 300)]
public class LogarithmicMeanTests
{
    [Property]
    public void LiesBetweenGeometricAndArithmeticMean(PositiveInt one, PositiveInt other, byte depth)
    {
        double a = one.Get;
        double b = a + (other.Get / Math.Pow(2, depth % 60));
        double mean = LogarithmicMean.Of(a, b);
        Assert.InRange(mean, Math.Sqrt(a) * Math.Sqrt(b) * (1 - 1e-15), (a + b) / 2 * (1 + 1e-15));
    }

    [Property]
    public void IsSymmetric(PositiveInt one, PositiveInt other) =>
        Assert.Equal(LogarithmicMean.Of(one.Get, other.Get), LogarithmicMean.Of(other.Get, one.Get));

    [Property]
    public void OfEqualNumbers_IsThatNumber(NormalFloat number)
    {
        double a = Math.Abs(number.Get) + double.Epsilon;
        Assert.Equal(a, LogarithmicMean.Of(a, a));
    }

    [Property]
    public void TurnsARatioBackIntoADifference(PositiveInt one, PositiveInt other)
    {
        double difference = LogarithmicMean.Of(one.Get, other.Get) * Math.Log((double)one.Get / other.Get);
        Assert.Equal(one.Get - other.Get, difference, 1e-12 * (one.Get + other.Get));
    }

    [Property]
    public void Law27_Contributions_AddUpToTheChangeOfTheGeometricMean(Weighted now, PositiveInt level)
    {
        double total = now.Weights.Sum();
        double g = WeightedMean.Geometric(now.Values, now.Weights)!.Value;
        double sum = now.Values.Select((x, i) => LogarithmicMean.Of(g, level.Get) * now.Weights[i] / total * Math.Log(x / level.Get)).Sum();
        Assert.Equal(g - level.Get, sum, 1e-9 * (g + level.Get));
    }

    // Expected values: mpmath with 60 digits.
    [Theory]
    [InlineData(1, 2, 1.44269504088896341)]
    [InlineData(1, 1.0000000000000002, 1.00000000000000011)]
    [InlineData(1, 1.0000001, 1.0000000499999992)]
    [InlineData(1, 2.999, 1.82012055446419033)]
    [InlineData(1, 3, 1.82047845325367479)]
    [InlineData(100, 99.5, 99.749791144178146)]
    [InlineData(1e-300, 1e300, 7.23824136505419751e+296)]
    [InlineData(double.Epsilon, double.MaxValue, 1.23618826058436481e+305)]
    [InlineData(double.MaxValue, double.MaxValue, double.MaxValue)]
    public void KnownValues(double a, double b, double expected) => Assert.Equal(1, LogarithmicMean.Of(a, b) / expected, 4e-16);

    [Fact]
    public void GoldenVector_Geometric()
    {
        double[] x = [80, 60, 40];
        double[] w = [0.5, 0.3, 0.2];
        double g = WeightedMean.Geometric(x, w)!.Value;
        double[] contributions = [.. x.Select((part, i) => LogarithmicMean.Of(g, 50) * w[i] * Math.Log(part / 50))];
        Assert.Equal(63.8855101, g, 5e-8);
        Assert.Equal(13.3150764, contributions[0], 5e-8);
        Assert.Equal(3.0990724, contributions[1], 5e-8);
        Assert.Equal(-2.5286387, contributions[2], 5e-8);
        Assert.Equal(13.8855101, contributions.Sum(), 5e-8);
        Assert.Equal(g + 5, WeightedMean.Geometric([80, 60, 58.30255], w)!.Value, 5e-6);
        Assert.Equal(g + 5, WeightedMean.Geometric([93.01243, 60, 40], w)!.Value, 5e-6);
    }

    [Fact]
    public void GoldenVector_Nested()
    {
        double[] w = [0.4, 0.6];
        double[][] leafWeights = [[0.5, 0.5], [0.3, 0.7]];
        double[][] x = [[80, 20], [50, 60]];
        double[][] baseline = [[40, 60], [50, 40]];
        double[] d = [.. x.Select((leaves, i) => WeightedMean.Arithmetic(leaves, leafWeights[i])!.Value)];
        double[] b = [.. baseline.Select((leaves, i) => WeightedMean.Arithmetic(leaves, leafWeights[i])!.Value)];
        double g = WeightedMean.Geometric(d, w)!.Value;
        double g0 = WeightedMean.Geometric(b, w)!.Value;
        double[] leaves =
        [
            .. from i in Enumerable.Range(0, 2)
               from j in Enumerable.Range(0, 2)
               select LogarithmicMean.Of(g, g0) * w[i] / LogarithmicMean.Of(d[i], b[i]) * leafWeights[i][j] * (x[i][j] - baseline[i][j]),
        ];
        Assert.Equal([50.0, 57.0], d, (one, other) => Math.Abs(one - other) < 1e-12);
        Assert.Equal([50.0, 43.0], b, (one, other) => Math.Abs(one - other) < 1e-12);
        Assert.Equal(54.0894936, g, 5e-8);
        Assert.Equal(45.6740029, g0, 5e-8);
        Assert.Equal([7.9621134, -7.9621134, 0, 8.4154907], leaves, (one, other) => Math.Abs(one - other) < 5e-8);
        Assert.Equal(8.4154907, leaves.Sum(), 5e-8);
    }

    [Fact]
    public void WorkedExample() => Assert.Equal(1.718281828459045, LogarithmicMean.Of(1, Math.E), 1e-15);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, -1)]
    [InlineData(double.NaN, 1)]
    [InlineData(1, double.PositiveInfinity)]
    public void Misuse_Throws(double a, double b) => Assert.Throws<ArgumentOutOfRangeException>(() => LogarithmicMean.Of(a, b));
}
