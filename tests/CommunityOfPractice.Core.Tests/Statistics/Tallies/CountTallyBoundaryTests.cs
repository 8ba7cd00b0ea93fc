using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Core.Tests.Statistics.Tallies;

public class CountTallyBoundaryTests
{
    [Fact]
    public void OneHolderFarAboveTheOthers_IsTheBatch_AtEveryStep()
    {
        CountTally tally = Of(2, 1, 1);
        for (int most = 3; most <= 70; most++)
        {
            tally.Add(0);
            int[] counts = [most, 1, 1];
            Assert.Equal(Gini.Of(counts), tally.Gini());
            Assert.Equal(Gini.Corrected(counts), tally.CorrectedGini());
            Assert.Equal(AbsenceFactor.Of(counts, 0.99), tally.AbsenceFactor(0.99));
            Assert.Equal(TopShare.Of(counts, 0.5), tally.TopShare(0.5));
        }
    }

    [Fact]
    public void ManyHolders_AreTheBatch_WhereTheListsGrow()
    {
        CountTally tally = new();
        for (int holders = 1; holders <= 70; holders++)
        {
            tally.Add(holders - 1);
            Assert.Equal(holders, tally.Holders);
            Assert.Equal(1, tally.Counts[holders - 1]);
            Assert.Equal(0, tally.Gini());
            Assert.Equal((holders + 1) / 2, tally.AbsenceFactor());
        }
    }

    [Fact]
    public void Among_IsAtLeastTheHolders()
    {
        CountTally tally = Of(3, 1);
        Assert.Equal(tally.Gini(), tally.Gini(2));
        Assert.Equal(tally.CorrectedGini(), tally.CorrectedGini(2));
        Assert.Equal(Gini.Of([0, 1, 3]), tally.Gini(3));
        Assert.Equal("among", Assert.Throws<ArgumentOutOfRangeException>(() => tally.Gini(1)).ParamName);
        Assert.Equal("among", Assert.Throws<ArgumentOutOfRangeException>(() => tally.CorrectedGini(1)).ParamName);
        Assert.Equal("among", Assert.Throws<ArgumentOutOfRangeException>(() => new CountTally().Gini(-1)).ParamName);
        Assert.Null(new CountTally().Gini(0));
    }

    [Fact]
    public void OneHolder_HasNoCorrectedGini_UnlessOthersAreSilent()
    {
        CountTally tally = Of(4);
        Assert.Equal(0, tally.Gini());
        Assert.Null(tally.CorrectedGini());
        Assert.Equal(1, tally.CorrectedGini(2));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.1)]
    [InlineData(1.0000001)]
    [InlineData(double.NaN)]
    public void Shares_LieAboveZeroAndUpToOne(double share)
    {
        foreach (CountTally tally in (CountTally[])[new(), Of(1)])
        {
            Assert.Equal("share", Assert.Throws<ArgumentOutOfRangeException>(() => tally.AbsenceFactor(share)).ParamName);
            Assert.Equal("fraction", Assert.Throws<ArgumentOutOfRangeException>(() => tally.TopShare(share)).ParamName);
        }

        Assert.Equal(2, Of(5, 5).AbsenceFactor(1));
        Assert.Equal(1, Of(5, 5).TopShare(1));
    }

    [Fact]
    public void Equality_IsEnough_AndTheTopIsTakenUpwards()
    {
        Assert.Equal(1, Of(55, 45).AbsenceFactor(0.55));
        Assert.Equal(2, Of(54, 46).AbsenceFactor(0.55));
        Assert.Equal(2, Of(2, 2, 2, 1).AbsenceFactor(0.5));
        Assert.Equal(0.75, Of(1, 2, 1).TopShare(0.5));
        Assert.Equal(0.5, Of(1, 2, 1).TopShare(0.001));
    }

    [Fact]
    public void Add_NamesTheHolderItRefuses()
    {
        CountTally tally = new();
        Assert.Throws<ArgumentOutOfRangeException>(() => tally.Add(-1));
        Assert.True(tally.Counts.IsEmpty);
        tally.Add(0);
        Assert.Equal((1, 1L), (tally.Holders, tally.Total));
    }

    [Fact]
    public void Merge_WithItself_Doubles()
    {
        CountTally tally = Of(3, 0, 1);
        tally.Merge(tally);
        Assert.Equal(Of(6, 0, 2).ToBytes(), tally.ToBytes());
    }

    [Fact]
    public void Merge_SeveralMayBecomeOne_AndWhoHasNothingNeedsNoNumber()
    {
        CountTally tally = Of(1), other = Of(2, 3, 0);
        tally.Merge(other, [4, 4]);
        Assert.Equal(Of(1, 0, 0, 0, 5).ToBytes(), tally.ToBytes());
        Assert.Equal(Of(2, 3).ToBytes(), other.ToBytes());
    }

    [Fact]
    public void Merge_LeavesTheTalliesApart()
    {
        CountTally whole = new(), part = Of(1, 1);
        whole.Merge(part);
        whole.Add(0);
        part.Add(1);
        Assert.Equal(Of(2, 1).ToBytes(), whole.ToBytes());
        Assert.Equal(Of(1, 2).ToBytes(), part.ToBytes());
    }

    [Fact]
    public void Merge_Misuse_ChangesNothing()
    {
        CountTally tally = Of(1, 2);
        byte[] before = tally.ToBytes();
        Assert.Equal("other", Assert.Throws<ArgumentNullException>(() => tally.Merge(null!)).ParamName);
        Assert.Equal("numbers", Assert.Throws<ArgumentException>(() => tally.Merge(Of(1, 1, 1), [0, 1])).ParamName);
        Assert.ThrowsAny<ArgumentException>(() => tally.Merge(Of(1, 1), [0, -1]));
        Assert.Equal(before, tally.ToBytes());
        Assert.Equal(Gini.Of([1, 2]), tally.Gini());
    }

    [Theory]
    [InlineData(new int[0], new byte[] { 99, 1, 0 })]
    [InlineData(new[] { 0, 0, 1 }, new byte[] { 99, 1, 3, 0, 0, 1 })]
    [InlineData(new[] { 127 }, new byte[] { 99, 1, 1, 127 })]
    [InlineData(new[] { 128 }, new byte[] { 99, 1, 1, 128, 1 })]
    [InlineData(new[] { 300, 2 }, new byte[] { 99, 1, 2, 172, 2, 2 })]
    public void Bytes_KeepTheirForm(int[] counts, byte[] bytes)
    {
        Assert.Equal(bytes, Of(counts).ToBytes());
        CountTally back = CountTally.FromBytes(bytes);
        Assert.Equal(counts, back.Counts.ToArray());
        Assert.Equal(counts.Sum(), back.Total);
        Assert.Equal(Gini.Of(counts), back.Gini(counts.Length));
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 99 })]
    [InlineData(new byte[] { 98, 1, 0 })]
    [InlineData(new byte[] { 99, 2, 0 })]
    [InlineData(new byte[] { 99, 1 })]
    [InlineData(new byte[] { 99, 1, 128 })]
    [InlineData(new byte[] { 99, 1, 5, 1 })]
    [InlineData(new byte[] { 99, 1, 1, 128, 128, 128, 128, 8 })]
    [InlineData(new byte[] { 99, 1, 1, 255, 255, 255, 255, 255, 255, 255, 255, 255, 2 })]
    [InlineData(new byte[] { 99, 1, 1, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 0 })]
    public void Bytes_ThatNobodyWrote_AreRefused(byte[] bytes) => Assert.Throws<FormatException>(() => CountTally.FromBytes(bytes));

    [Fact]
    public void Bytes_ThatAskForTooMuch_AreRefused()
    {
        byte[] most = [99, 1, 1, 255, 255, 255, 255, 7], sound = Of(2, 5).ToBytes(); // 2^31 - 1 things would take 8 GB
        Assert.Throws<FormatException>(() => CountTally.FromBytes(most));
        Assert.Throws<FormatException>(() => CountTally.FromBytes(sound, mostMemory: 19));
        Assert.Equal(sound, CountTally.FromBytes(sound, mostMemory: 20).ToBytes());
        Assert.Throws<ArgumentOutOfRangeException>(() => CountTally.FromBytes(sound, mostMemory: -1));
    }

    private static CountTally Of(params int[] counts)
    {
        CountTally tally = new();
        for (int holder = 0; holder < counts.Length; holder++)
        {
            for (int i = 0; i < counts[holder]; i++)
            {
                tally.Add(holder);
            }
        }

        return tally;
    }
}
