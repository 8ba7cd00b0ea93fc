using CommunityOfPractice.Core.Statistics;
using FsCheck;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Statistics;

[Properties(Arbitrary = [typeof(Samples)], MaxTest = 300)]
public class AbsenceFactorTests
{
    [Property]
    public void Law3_Scaling_ChangesNothing(Counts counts, PositiveInt factor)
    {
        long scale = (factor.Get % 1000) + 1;
        long[] scaled = [.. counts.Values.Select(count => count * scale)];
        Assert.Equal(AbsenceFactor.Of<long>(counts.Values), AbsenceFactor.Of<long>(scaled));
    }

    [Property]
    public void Law5_LiesBetweenOneAndAll(Counts counts)
    {
        if (AbsenceFactor.Of<long>(counts.Values) is { } factor)
        {
            Assert.InRange(factor, 1, counts.Values.Length);
        }
    }

    [Property]
    public void Law5_EqualSplit_NeedsHalfThePeople(PositiveInt count, PositiveInt people)
    {
        int[] counts = [.. Enumerable.Repeat(count.Get, people.Get)];
        Assert.Equal((people.Get + 1) / 2, AbsenceFactor.Of<int>(counts));
    }

    [Property]
    public void Law5_MoreFromTheLargest_NeverRaisesIt(Counts counts, NonNegativeInt more)
    {
        long[] after = [.. counts.Values];
        after[Array.IndexOf(after, after.Max())] += more.Get;
        if (AbsenceFactor.Of<long>(counts.Values) is { } before)
        {
            Assert.True(AbsenceFactor.Of<long>(after) <= before);
        }
    }

    [Property]
    public void Law5_IsTheSizeOfTheSmallestGroupThatHoldsHalf(Counts counts)
    {
        decimal total = counts.Values.Sum(count => (decimal)count);
        int? smallest = total == 0 ? null : Subsets.Of(counts.Values.Length)
            .Where(subset => 2 * subset.Sum(i => (decimal)counts.Values[i]) >= total)
            .Min(subset => subset.Length);
        Assert.Equal(smallest, AbsenceFactor.Of<long>(counts.Values));
    }

    [Property]
    public void AHigherShare_NeverNeedsFewer(Counts counts, PositiveInt percent)
    {
        double share = ((percent.Get % 99) + 1) / 100.0;
        if (AbsenceFactor.Of<long>(counts.Values, share) is { } factor)
        {
            Assert.True(factor <= AbsenceFactor.Of<long>(counts.Values, share + 0.01));
            Assert.True(AbsenceFactor.Of<long>(counts.Values, 1) == counts.Values.Count(count => count > 0));
        }
    }

    [Theory]
    [InlineData(new[] { 1000, 202, 90, 33, 332, 343, 42, 433 }, 2)]
    [InlineData(new[] { 1, 1 }, 1)]
    [InlineData(new[] { 5 }, 1)]
    public void GoldenVectors(int[] counts, int factor) => Assert.Equal(factor, AbsenceFactor.Of(counts));

    [Fact]
    public void Equality_Counts_AlsoForSharesThatAreNotBinary()
    {
        Assert.True(55 < 0.55 * 100, "the trap: in binary 0.55·100 is more than 55");
        Assert.Equal(1, AbsenceFactor.Of([55, 45], 0.55));
        Assert.Equal(2, AbsenceFactor.Of([54, 46], 0.55));
    }

    [Fact]
    public void NothingDone_IsNull()
    {
        Assert.Null(AbsenceFactor.Of<int>([]));
        Assert.Null(AbsenceFactor.Of([0, 0]));
    }

    [Fact]
    public void Misuse_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => AbsenceFactor.Of([1, -1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => AbsenceFactor.Of([1], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => AbsenceFactor.Of([1], 1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => AbsenceFactor.Of([1], double.NaN));
    }
}
