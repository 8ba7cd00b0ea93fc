using CommunityOfPractice.Core.Statistics;
using FsCheck;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Statistics;

[Properties(MaxTest = 300)]
public class WilsonTests
{
    [Property]
    public void Law15_LiesInTheUnitRange_AndContainsTheProportion(NonNegativeInt successes, NonNegativeInt failures, PositiveInt tenths)
    {
        long trials = successes.Get + (long)failures.Get;
        if (Wilson.Interval(successes.Get, trials, Math.Min(tenths.Get / 10.0, 40)) is { } interval)
        {
            double proportion = (double)successes.Get / trials;
            Assert.InRange(interval.Low, 0, proportion);
            Assert.InRange(interval.High, proportion, 1);
        }
    }

    [Property]
    public void Law15_IsSymmetric(NonNegativeInt successes, PositiveInt failures)
    {
        long trials = successes.Get + (long)failures.Get;
        Assert.Equal(1 - Wilson.Interval(failures.Get, trials)!.Value.High, Wilson.Interval(successes.Get, trials)!.Value.Low, 1e-15);
    }

    [Property]
    public void Law15_MoreTrials_NarrowIt(NonNegativeInt successes, PositiveInt failures, PositiveInt times)
    {
        long trials = successes.Get + (long)failures.Get;
        long factor = times.Get + 1L;
        Assert.True(Width(successes.Get * factor, trials * factor) < Width(successes.Get, trials));
    }

    [Property]
    public void EndsAreTheProportions_ThatAreJustZStandardErrorsAway(PositiveInt successes, PositiveInt failures)
    {
        double trials = successes.Get + (double)failures.Get;
        (double low, double high) = Wilson.Interval(successes.Get, (long)trials)!.Value;
        foreach (double end in new[] { low, high })
        {
            double distance = Math.Abs((successes.Get / trials) - end) / Math.Sqrt(end * (1 - end) / trials);
            Assert.Equal(Normal.Z95, distance, 1e-9);
        }
    }

    [Theory]
    [InlineData(0, 10, 0, 0.277533)]
    [InlineData(1, 10, 0.017876, 0.404150)]
    [InlineData(5, 10, 0.236593, 0.763407)]
    [InlineData(10, 10, 0.722467, 1)]
    [InlineData(0, 1, 0, 0.793451)]
    public void GoldenVectors(long successes, long trials, double low, double high)
    {
        (double Low, double High) interval = Wilson.Interval(successes, trials)!.Value;
        Assert.Equal(low, interval.Low, 5e-7);
        Assert.Equal(high, interval.High, 5e-7);
    }

    [Fact]
    public void NoneOrAll_EndExactlyAtTheBorder()
    {
        Assert.Equal(0, Wilson.Interval(0, 7)!.Value.Low);
        Assert.Equal(1, Wilson.Interval(7, 7)!.Value.High);
    }

    [Fact]
    public void HoweverNarrow_ItContainsTheProportion()
    {
        Assert.True(1 - 0.9 < 0.1, "the trap: one less the failures may round below the successes");
        (double low, double high) = Wilson.Interval(1, 10, 1e-17)!.Value;
        Assert.InRange(0.1, low, high);
    }

    [Fact]
    public void NoTrials_IsNull() => Assert.Null(Wilson.Interval(0, 0));

    [Theory]
    [InlineData(-1, 5, 2)]
    [InlineData(6, 5, 2)]
    [InlineData(0, -1, 2)]
    [InlineData(1, 5, 0)]
    [InlineData(1, 5, 41)]
    [InlineData(1, 5, double.NaN)]
    public void Misuse_Throws(long successes, long trials, double z) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Wilson.Interval(successes, trials, z));

    private static double Width(long successes, long trials)
    {
        (double low, double high) = Wilson.Interval(successes, trials)!.Value;
        return high - low;
    }
}
