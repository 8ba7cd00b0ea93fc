using CommunityOfPractice.Core.Statistics;
using FsCheck;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Statistics;

[Properties(MaxTest = 300)]
public class MedianTests
{
    [Property]
    public void IsTheMiddleOfTheSorted(NonEmptyArray<NormalFloat> sample)
    {
        double[] values = [.. sample.Get.Select(value => value.Get)];
        Assert.Equal(Middle(values), Median.Of(values));
    }

    [Property]
    public void IsTheMiddleOfTheSorted_ForMany(byte[] sample, int seed)
    {
        double[] values = [.. Enumerable.Range(0, 1000).Select(i => (double)i), .. sample.Select(value => (double)value)];
        new Random(seed).Shuffle(values);
        Assert.Equal(Middle(values), Median.Of(values));
    }

    /// <summary>The pivot is the smallest number, many times over, and the wanted one lies beyond it; and the same upside down.</summary>
    [Theory]
    [InlineData(400, 1)]
    [InlineData(400, -1)]
    [InlineData(499, 1)]
    [InlineData(600, 1)]
    [InlineData(600, -1)]
    public void ASmallestNumberRepeated_IsNoTrap(int zeros, int sign)
    {
        double[] others = [.. Enumerable.Range(1, 1000 - zeros).Select(i => (double)i * sign)], values = [.. Enumerable.Repeat(0.0, zeros / 3), .. others[..(others.Length / 2)], .. Enumerable.Repeat(0.0, zeros / 3), .. others[(others.Length / 2)..], .. Enumerable.Repeat(0.0, zeros - (2 * (zeros / 3)))];
        Assert.Equal(Middle(values), Median.Of(values));
    }

    [Property]
    public void InPlace_KeepsTheNumbers(NonEmptyArray<byte> sample)
    {
        double[] values = [.. sample.Get.Select(value => (double)value)];
        double[] moved = [.. values];
        Assert.Equal(Middle(values), Median.InPlace(moved));
        Assert.Equal(values.Order(), moved.Order());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(0)]
    public void SortedAndEqualNumbers_AreNoTrap(int step)
    {
        double[] values = [.. Enumerable.Range(0, 10_001).Select(i => (double)i * step)];
        Assert.Equal(5000 * step, Median.Of(values));
    }

    [Fact]
    public void AnOrganPipe_IsNoTrap()
    {
        double[] values = [.. Enumerable.Range(0, 5000).Select(i => (double)i), .. Enumerable.Range(0, 5000).Select(i => 4999.0 - i)];
        Assert.Equal(2499.5, Median.Of(values));
    }

    [Fact]
    public void WorkedExamples()
    {
        Assert.Equal(5, Median.Of([5, 30, 2]));
        Assert.Equal(3, Median.InPlace([1, 2, 4, 9]));
    }

    [Fact]
    public void TheEndsOfTheRange_NeitherOverflowNorVanish()
    {
        Assert.Equal(double.MaxValue, Median.Of([double.MaxValue, double.MaxValue]));
        Assert.Equal(-double.Epsilon, Median.Of([-double.Epsilon, -double.Epsilon]));
    }

    [Fact]
    public void MinusZero_IsZero_InAnyOrder()
    {
        Assert.False(double.IsNegative(Median.Of([-0.0, 0.0, -0.0])!.Value));
        Assert.False(double.IsNegative(Median.Of([-0.0])!.Value));
    }

    [Fact]
    public void Nothing_IsNull() => Assert.Null(Median.Of([]));

    [Fact]
    public void Misuse_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Median.Of([1, double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Median.InPlace([double.PositiveInfinity]));
    }

    private static double Middle(double[] values)
    {
        double[] sorted = [.. values.Order()];
        (double low, double high) = (sorted[(sorted.Length - 1) / 2], sorted[sorted.Length / 2]);
        return low == high ? low : (low / 2) + (high / 2);
    }
}
