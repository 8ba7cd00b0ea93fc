using CommunityOfPractice.Core.Statistics;
using FsCheck;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Statistics;

[Properties(Arbitrary = [typeof(Samples)], MaxTest = 300)]
public class TopShareTests
{
    [Property]
    public void IsTheLargestShareOfAnyGroupOfThatSize(Counts counts, NonNegativeInt draw)
    {
        int people = (draw.Get % counts.Values.Length) + 1;
        decimal total = counts.Values.Sum(count => (decimal)count);
        double? largest = total == 0 ? null : Subsets.Of(counts.Values.Length)
            .Where(subset => subset.Length == people)
            .Max(subset => (double)(subset.Sum(i => (decimal)counts.Values[i]) / total));
        Assert.Equal(largest ?? -1, TopShare.Of<long>(counts.Values, (people - 0.5) / counts.Values.Length) ?? -1, 1e-14);
    }

    [Property]
    public void AllPeople_HoldEverything(Counts counts)
    {
        if (TopShare.Of<long>(counts.Values, 1) is { } share)
        {
            Assert.Equal(1, share);
        }
    }

    [Fact]
    public void WorkedExample() => Assert.Equal(0.7, TopShare.Of([0, 0, 1, 2, 7], 0.1));

    [Fact]
    public void TiesAtTheEdge_AddTheSameWhoeverIsTaken() => Assert.Equal(0.75, TopShare.Of([1, 2, 1], 0.5));

    [Fact]
    public void TheFraction_IsTakenAsTheDecimalNumberItWasWrittenAs()
    {
        Assert.True(Math.Ceiling(0.07 * 100) > 7, "the trap: in binary 0.07·100 is more than 7");
        int[] counts = [.. Enumerable.Repeat(1, 100)];
        Assert.Equal(0.07, TopShare.Of(counts, 0.07));
    }

    [Fact]
    public void NothingDone_IsNull()
    {
        Assert.Null(TopShare.Of<int>([], 0.5));
        Assert.Null(TopShare.Of([0, 0], 0.5));
    }

    [Fact]
    public void Misuse_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => TopShare.Of([1, -1], 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => TopShare.Of([1], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => TopShare.Of([1], double.NaN));
    }
}
