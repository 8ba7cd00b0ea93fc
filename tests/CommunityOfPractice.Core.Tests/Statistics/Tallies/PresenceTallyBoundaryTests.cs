using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Core.Tests.Statistics.Tallies;

public class PresenceTallyBoundaryTests
{
    [Fact]
    public void Periods_AreOneToSixtyFour()
    {
        Assert.Equal(1, new PresenceTally(1).Periods);
        Assert.Equal(64, new PresenceTally(PresenceTally.MostPeriods).Periods);
        Assert.Equal("periods", Assert.Throws<ArgumentOutOfRangeException>(() => new PresenceTally(0)).ParamName);
        Assert.Equal("periods", Assert.Throws<ArgumentOutOfRangeException>(() => new PresenceTally(65)).ParamName);
    }

    [Fact]
    public void FirstAndLastPeriod_Count()
    {
        PresenceTally tally = new(64);
        Assert.True(tally.Add(20, 0));
        Assert.True(tally.Add(20, 63));
        Assert.False(tally.Add(20, 63));
        Assert.Equal((1, 1, 1, 0), (tally.People, tally.Present[0], tally.Present[63], tally.Present[1]));
        Assert.Equal(2.0 / 64, tally.Stickiness());
        Assert.Equal([1, .. new int[62], 1], tally.Cohort(0));
        Assert.Equal([0], tally.Cohort(63));
    }

    [Fact]
    public void Add_Misuse_ChangesNothing()
    {
        PresenceTally tally = new(3);
        Assert.Equal("period", Assert.Throws<ArgumentOutOfRangeException>(() => tally.Add(0, 3)).ParamName);
        Assert.Equal("period", Assert.Throws<ArgumentOutOfRangeException>(() => tally.Add(0, -1)).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => tally.Add(-1, 0));
        Assert.Equal(0, tally.People);
        Assert.Equal([0, 0, 0], tally.Present.ToArray());
        Assert.Null(tally.Stickiness());
    }

    [Fact]
    public void Cohort_BeginsInAPeriod()
    {
        PresenceTally tally = new(3);
        tally.Add(0, 1);
        tally.Add(1, 1);
        tally.Add(1, 2);
        tally.Add(2, 2);
        Assert.Equal([0, 0, 0], tally.Cohort(0));
        Assert.Equal([2, 1], tally.Cohort(1));
        Assert.Equal([1], tally.Cohort(2));
        Assert.Equal("first", Assert.Throws<ArgumentOutOfRangeException>(() => tally.Cohort(3)).ParamName);
        Assert.Equal("first", Assert.Throws<ArgumentOutOfRangeException>(() => tally.Cohort(-1)).ParamName);
    }

    [Fact]
    public void Merge_SeveralMayBecomeOne_AndWhoWasNeverThereNeedsNoNumber()
    {
        PresenceTally tally = new(2), other = new(2);
        other.Add(1, 0);
        other.Add(2, 1);
        tally.Merge(other, [9, 5, 5]);
        Assert.Equal(1, tally.People);
        Assert.Equal(1, tally.Stickiness());
        Assert.Equal([1, 1], tally.Present.ToArray());
        Assert.Equal(2, other.People);
    }

    [Fact]
    public void Merge_Misuse_NamesWhatIsWrong()
    {
        PresenceTally tally = new(2), other = new(2);
        other.Add(1, 0);
        Assert.Equal("other", Assert.Throws<ArgumentNullException>(() => tally.Merge(null!)).ParamName);
        Assert.Equal("other", Assert.Throws<ArgumentException>(() => tally.Merge(new PresenceTally(1))).ParamName);
        Assert.Equal("other", Assert.Throws<ArgumentException>(() => tally.Merge(new PresenceTally(3))).ParamName);
        Assert.Equal("numbers", Assert.Throws<ArgumentException>(() => tally.Merge(other, [0])).ParamName);
        Assert.Equal(0, tally.People);
    }

    [Fact]
    public void Bytes_KeepTheirForm()
    {
        PresenceTally tally = new(9);
        Assert.Equal([112, 1, 9, 0], tally.ToBytes());
        tally.Add(1, 0);
        tally.Add(1, 8);
        Assert.Equal([112, 1, 9, 2, 0, 129, 2], tally.ToBytes());
        PresenceTally back = PresenceTally.FromBytes(tally.ToBytes());
        Assert.Equal((9, 1), (back.Periods, back.People));
        Assert.Equal([1, .. new int[7], 1], back.Cohort(0));
        PresenceTally all = new(64);
        Enumerable.Range(0, 64).ToList().ForEach(period => all.Add(0, period));
        Assert.Equal([112, 1, 64, 1, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1], all.ToBytes());
        Assert.Equal(1, PresenceTally.FromBytes(all.ToBytes()).Stickiness());
    }

    [Theory]
    [InlineData(new byte[] { 112, 1, 0, 0 })]
    [InlineData(new byte[] { 112, 1, 65, 0 })]
    [InlineData(new byte[] { 112, 1, 3, 1, 8 })]
    [InlineData(new byte[] { 112, 1, 3, 6, 1 })]
    [InlineData(new byte[] { 112, 1, 3, 1, 7, 0 })]
    [InlineData(new byte[] { 99, 1, 3, 1, 7 })]
    public void Bytes_ThatNobodyWrote_AreRefused(byte[] bytes) => Assert.Throws<FormatException>(() => PresenceTally.FromBytes(bytes));

    [Fact]
    public void TheLastPeriod_IsAllowedInBytes() => Assert.Equal([0, 0, 1], PresenceTally.FromBytes([112, 1, 3, 1, 4]).Present.ToArray());
}
