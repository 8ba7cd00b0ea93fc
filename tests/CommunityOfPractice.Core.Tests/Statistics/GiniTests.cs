using CommunityOfPractice.Core.Statistics;
using FsCheck;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Statistics;

[Properties(Arbitrary = [typeof(Samples)], MaxTest = 300)]
public class GiniTests
{
    [Property]
    public void Law3_Scaling_ChangesNothing(Counts counts, PositiveInt factor)
    {
        long scale = (factor.Get % 1000) + 1;
        long[] scaled = [.. counts.Values.Select(count => count * scale)];
        Assert.Equal(Gini.Of<long>(counts.Values) ?? -1, Gini.Of<long>(scaled) ?? -1, 1e-14);
        Assert.Equal(Gini.Corrected<long>(counts.Values) ?? -1, Gini.Corrected<long>(scaled) ?? -1, 1e-14);
    }

    [Property]
    public void Law3_Replicating_LeavesTheRawForm(Counts counts)
    {
        long[] twice = [.. counts.Values, .. counts.Values, .. counts.Values];
        Assert.Equal(Gini.Of<long>(counts.Values) ?? -1, Gini.Of<long>(twice) ?? -1, 1e-14);
    }

    [Property]
    public void Law4_StaysInItsRange(Counts counts)
    {
        if (Gini.Of<long>(counts.Values) is { } raw)
        {
            Assert.InRange(raw, 0, (counts.Values.Length - 1.0) / counts.Values.Length);
        }

        if (Gini.Corrected<long>(counts.Values) is { } corrected)
        {
            Assert.InRange(corrected, 0, 1);
        }
    }

    [Property]
    public void Law4_AllEqual_IsExactlyZero(PositiveInt count, PositiveInt people)
    {
        int[] counts = [.. Enumerable.Repeat(count.Get, people.Get)];
        Assert.Equal(0, Gini.Of<int>(counts));
    }

    [Property]
    public void Law4_OneOwner_IsExactlyOne(PositiveInt count, PositiveInt others)
    {
        int[] counts = [.. new int[others.Get], count.Get];
        Assert.Equal(1, Gini.Corrected<int>(counts));
    }

    [Property]
    public void Law4_Transfer_FromRicher_NeverRaisesGini(Counts counts, NonNegativeInt giver, NonNegativeInt taker, NonNegativeInt amount)
    {
        long[] after = [.. counts.Values];
        int from = giver.Get % after.Length;
        int to = taker.Get % after.Length;
        long gap = after[from] - after[to];
        if (gap < 1)
        {
            return;
        }

        long moved = amount.Get % (gap + 1);
        after[from] -= moved;
        after[to] += moved;
        Assert.True(Gini.Of<long>(after) <= Gini.Of<long>(counts.Values));
        Assert.True(Gini.Corrected<long>(after) <= Gini.Corrected<long>(counts.Values));
    }

    [Property]
    public void IsHalfTheMeanDifferenceOverTheMean(Counts counts)
    {
        decimal n = counts.Values.Length;
        decimal total = counts.Values.Sum(count => (decimal)count);
        decimal differences = counts.Values.Sum(one => counts.Values.Sum(other => Math.Abs((decimal)one - other)));
        double? expected = total == 0 ? null : (double)(differences / (2 * n * total));
        Assert.Equal(expected ?? -1, Gini.Of<long>(counts.Values) ?? -1, 1e-14);
    }

    [Property]
    public void SortedForms_AgreeWithTheOthers(Counts counts)
    {
        long[] sorted = [.. counts.Values.Order()];
        Assert.Equal(Gini.Of<long>(counts.Values), Gini.OfSorted<long>(sorted));
        Assert.Equal(Gini.Corrected<long>(counts.Values), Gini.CorrectedOfSorted<long>(sorted));
    }

    [Theory]
    [InlineData(new[] { 1000, 202, 90, 33, 332, 343, 42, 433 }, 0.4855050505, 0.5548629149)]
    [InlineData(new[] { 0, 0, 0, 0, 1 }, 0.8, 1)]
    [InlineData(new[] { 1, 1, 1 }, 0, 0)]
    [InlineData(new[] { 0, 0, 1, 2, 7 }, 0.64, 0.8)]
    public void GoldenVectors(int[] counts, double raw, double corrected)
    {
        Assert.Equal(raw, Gini.Of(counts)!.Value, 5e-11);
        Assert.Equal(corrected, Gini.Corrected(counts)!.Value, 5e-11);
    }

    [Fact]
    public void TheLargestCounts_DoNotOverflow()
    {
        long[] counts = [0, long.MaxValue, long.MaxValue, long.MaxValue];
        Assert.Equal(0.25, Gini.Of(counts)!.Value, 1e-15);
        Assert.Equal(1.0 / 3, Gini.Corrected(counts)!.Value, 1e-15);
    }

    [Fact]
    public void LittleData_IsNull()
    {
        Assert.Null(Gini.Of<int>([]));
        Assert.Null(Gini.Of([0, 0]));
        Assert.Equal(0, Gini.Of([3]));
        Assert.Null(Gini.Corrected([3]));
        Assert.Null(Gini.Corrected([0, 0]));
    }

    [Fact]
    public void Misuse_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Gini.Of([1, -1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Gini.Corrected([-1]));
        Assert.Throws<ArgumentException>(() => Gini.OfSorted([2, 1]));
        Assert.Throws<ArgumentException>(() => Gini.CorrectedOfSorted([-1, 2]));
    }
}
