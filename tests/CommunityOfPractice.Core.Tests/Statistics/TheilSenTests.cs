using CommunityOfPractice.Core.Statistics;
using FsCheck;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Statistics;

[Properties(Arbitrary = [typeof(Samples)], MaxTest = 300)]
public class TheilSenTests
{
    [Property]
    public void Law14_IsLinear(Series series, short factor, short shift)
    {
        double slope = TheilSen.Slope(series.Values)!.Value;
        Assert.Equal(factor * slope, TheilSen.Slope([.. series.Values.Select(y => (factor * y) + shift)])!.Value, 1e-9);
    }

    [Property]
    public void IsTheMedianOfAllSlopes_InAnyOrderOfThePoints(Series x, Series y, int seed)
    {
        (double X, double Y)[] points = [.. x.Values.Zip(y.Values)];
        double[] slopes =
        [
            .. (from one in points from other in points where one.X < other.X select (other.Y - one.Y) / (other.X - one.X)).Order(),
        ];
        new Random(seed).Shuffle(points);
        double? slope = TheilSen.Slope([.. points.Select(point => point.X)], [.. points.Select(point => point.Y)]);
        double? middle = slopes.Length == 0 ? null : (slopes[slopes.Length / 2] + slopes[(slopes.Length - 1) / 2]) / 2;
        Assert.Equal(middle, slope);
    }

    [Property]
    public void EvenSpacing_IsTheIndex(Series series) =>
        Assert.Equal(TheilSen.Slope([.. Enumerable.Range(0, series.Values.Length)], series.Values), TheilSen.Slope(series.Values));

    [Theory]
    [InlineData(new[] { 1, 2.3, 3.1, 4.5, 5.2, 6.8, 7.1, 8.9, 9.5, 10.2 }, 1.05)]
    [InlineData(new double[] { 5, 5, 6, 7, 7, 8, 6, 9 }, 0.5357143)]
    [InlineData(new double[] { 1, 2, 3, 4, 50 }, 1)]
    public void GoldenVectors(double[] series, double slope) => Assert.Equal(slope, TheilSen.Slope(series)!.Value, 5e-8);

    [Fact]
    public void WorkedExample_WithPlaces() => Assert.Equal(0.5, TheilSen.Slope([0, 10, 20], [1, 6, 11]));

    [Fact]
    public void NoPair_IsNull()
    {
        Assert.Null(TheilSen.Slope([]));
        Assert.Null(TheilSen.Slope([1]));
        Assert.Null(TheilSen.Slope([3, 3], [1, 2]));
    }

    [Fact]
    public void Misuse_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => TheilSen.Slope([1, double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>(() => TheilSen.Slope([1, double.PositiveInfinity], [1, 2]));
        Assert.Throws<ArgumentException>(() => TheilSen.Slope([1, 2], [1]));
        Assert.Throws<ArgumentException>(() => TheilSen.Slope([-1e308, 1e308]));
        Assert.Throws<ArgumentException>(() => TheilSen.Slope(new double[65_537]));
    }
}
