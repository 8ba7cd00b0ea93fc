using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Core.Tests.Statistics.Tallies;

public class WaitTallyBoundaryTests
{
    [Fact]
    public void WhatHappensAtTheMoment_IsNotLookedAt()
    {
        WaitTally tally = new();
        tally.Ask(0, 10);
        tally.Answer(0, 14);
        Assert.Null(tally.Curve(10, 1));
        Assert.Equal((1, 0, 1.0), Seen(tally.Curve(11, 1)));
        Assert.Equal((1, 0, 4.0), Seen(tally.Curve(14, 1)));
        Assert.Equal((1, 1, 4.0), Seen(tally.Curve(15, 1)));
        Assert.Equal((1, 1, 2.0), Seen(tally.Curve(15, 2)));
    }

    [Fact]
    public void TheEarliestCounts()
    {
        WaitTally tally = new();
        foreach (int at in (int[])[7, 5, 9])
        {
            tally.Ask(0, at);
            tally.Answer(0, at + 10);
        }

        Assert.Equal((1, 1, 10.0), Seen(tally.Curve(100, 1)));
        tally.Answer(0, 5);
        Assert.Equal((1, 1, 0.0), Seen(tally.Curve(100, 1)));
    }

    [Fact]
    public void QuestionsBeyondTheLastAnswered_Wait()
    {
        WaitTally tally = new();
        tally.Answer(0, 3);
        tally.Ask(0, 1);
        for (int question = 1; question < 40; question++)
        {
            tally.Ask(question, 2);
        }

        Assert.Equal((40, 1, 8.0), Seen(tally.Curve(10, 1)));
    }

    [Fact]
    public void Times_AreZeroToTheLastButOne()
    {
        WaitTally tally = new();
        tally.Ask(0, 0);
        tally.Answer(0, long.MaxValue - 1);
        Assert.Equal((1, 1, (double)(long.MaxValue - 1)), Seen(tally.Curve(long.MaxValue, 1)));
        Assert.Equal(tally.ToBytes(), WaitTally.FromBytes(tally.ToBytes()).ToBytes());
        Assert.Equal("at", Assert.Throws<ArgumentOutOfRangeException>(() => tally.Ask(0, -1)).ParamName);
        Assert.Equal("at", Assert.Throws<ArgumentOutOfRangeException>(() => tally.Answer(0, -1)).ParamName);
        Assert.Equal("at", Assert.Throws<ArgumentOutOfRangeException>(() => tally.Ask(0, long.MaxValue)).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => tally.Answer(-1, 0));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Units_ArePositive(long unit) => Assert.Equal("unit", Assert.Throws<ArgumentOutOfRangeException>(() => new WaitTally().Curve(1, unit)).ParamName);

    [Fact]
    public void Merge_SeveralMayBecomeOne_AndWhatWasNotAskedNeedsNoNumber()
    {
        WaitTally tally = new(), other = new();
        other.Ask(1, 8);
        other.Ask(2, 6);
        other.Answer(1, 9);
        tally.Merge(other, [77, 3, 3]);
        Assert.Equal((1, 1, 3.0), Seen(tally.Curve(100, 1)));
        Assert.Equal("other", Assert.Throws<ArgumentNullException>(() => tally.Merge(null!)).ParamName);
        Assert.Equal("numbers", Assert.Throws<ArgumentException>(() => tally.Merge(other, [0])).ParamName);
    }

    [Fact]
    public void Bytes_KeepTheirForm()
    {
        WaitTally tally = new();
        Assert.Equal([119, 1, 0, 0], tally.ToBytes());
        tally.Ask(1, 0);
        tally.Ask(0, 127);
        tally.Answer(2, 5);
        Assert.Equal([119, 1, 2, 128, 1, 1, 3, 0, 0, 6], tally.ToBytes());
        WaitTally back = WaitTally.FromBytes(tally.ToBytes());
        Assert.Equal((2, 0, 200.0), Seen(back.Curve(200, 1)));
        back.Ask(2, 1);
        Assert.Equal((3, 1, 200.0), Seen(back.Curve(200, 1)));
    }

    private static (int Observations, int Events, double LastTime) Seen(SurvivalCurve? curve) => (curve!.Observations, curve.Events, curve.LastTime);
}
