using CommunityOfPractice.Core.Statistics;
using FsCheck;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Statistics;

[Properties(Arbitrary = [typeof(Samples)], MaxTest = 300)]
public class BurstinessTests
{
    [Property]
    public void StaysInItsRange(Lifetimes gaps)
    {
        double most = Math.Sqrt(gaps.Times.Length - 1);
        if (Burstiness.Of(gaps.Times) is { } raw)
        {
            Assert.InRange(raw, -1, ((most - 1) / (most + 1)) + 1e-15);
            Assert.InRange(Burstiness.OfFew(gaps.Times)!.Value, -1, 1);
        }
    }

    [Property]
    public void TheUnitOfTime_DoesNotMatter(Lifetimes gaps, PositiveInt unit)
    {
        double[] scaled = [.. gaps.Times.Select(gap => gap * unit.Get)];
        Assert.Equal(Burstiness.Of(gaps.Times) ?? -2, Burstiness.Of(scaled) ?? -2, 1e-12);
        Assert.Equal(Burstiness.OfFew(gaps.Times) ?? -2, Burstiness.OfFew(scaled) ?? -2, 1e-12);
    }

    [Property]
    public void AMetronome_IsExactlyMinusOne(PositiveInt gap, PositiveInt more)
    {
        double[] gaps = [.. Enumerable.Repeat(gap.Get / 10.0, more.Get + 1)];
        Assert.Equal(-1, Burstiness.Of(gaps));
        Assert.Equal(-1, Burstiness.OfFew(gaps));
    }

    [Property]
    public void OneBurst_IsOneInTheFormForFew(PositiveInt gap, PositiveInt more) =>
        Assert.Equal(1, Burstiness.OfFew([.. new double[more.Get], gap.Get])!.Value, 1e-12);

    [Theory]
    [InlineData(new double[] { 0, 7, 14, 21, 28 }, -1, -1)]
    [InlineData(new double[] { 0, 1, 2, 30, 31, 60 }, 0.0579333, 0.2997307)]
    public void GoldenVectors(double[] days, double raw, double few)
    {
        double[] gaps = [.. days.Zip(days.Skip(1), (one, next) => next - one)];
        Assert.Equal(raw, Burstiness.Of(gaps)!.Value, 5e-8);
        Assert.Equal(few, Burstiness.OfFew(gaps)!.Value, 5e-8);
    }

    [Fact]
    public void LittleData_IsNull()
    {
        Assert.Null(Burstiness.Of([]));
        Assert.Null(Burstiness.Of([3]));
        Assert.Null(Burstiness.OfFew([3]));
        Assert.Null(Burstiness.Of([0, 0]));
    }

    [Fact]
    public void Misuse_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Burstiness.Of([1, -1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Burstiness.OfFew([1, double.NaN]));
    }
}
