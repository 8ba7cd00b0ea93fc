using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Vocabulary;

/// <summary>Decisions, refusals and measurements: closed sets of cases that cannot hold nonsense.</summary>
public sealed class UnionTests
{
    private static readonly Reason Why = new("a.code", "A sentence.");

    [Fact]
    public void Decision_Cases_MatchAndCompareByValue()
    {
        Decision<int> yes = Decision<int>.Accept(3), no = Decision<int>.Refuse(Why, new("b.code", "Another."));
        Assert.Equal((true, false), (yes.IsAccepted, no.IsAccepted));
        Assert.Equal(("3", "a.code"), (yes.Match(v => $"{v}", r => r.Code), no.Match(v => $"{v}", r => r.Code)));
        Assert.Equal(3, yes.OrThrow());
        Assert.Equal("a.code: A sentence.; b.code: Another.", Assert.Throws<InvalidOperationException>(() => no.OrThrow()).Message);
        Assert.Equal(no, Decision<int>.Refuse(new Refusal([Why, new("b.code", "Another.")])));
        Assert.NotEqual(no, Decision<int>.Refuse(Why));
        Assert.Throws<ArgumentException>(() => Decision<int>.Refuse());
    }

    [Theory]
    [InlineData("", "text")]
    [InlineData("code", " ")]
    public void Reason_Blank_Throws(string code, string text) => Assert.Throws<ArgumentException>(() => new Reason(code, text));

    [Fact]
    public void Measurement_Cases_MatchAndCompareByValue()
    {
        Measurement[] cases = [new Measurement.Value(1, 2, new Interval(0, 3)), new Measurement.InsufficientData("posts", 1, 2), new Measurement.NotApplicable(Why), new Measurement.Suppressed(Why)];
        Assert.Equal([1, null, null, null], cases.Select(c => c.Amount));
        Assert.Equal(["v1", "i1", "na.code", "sa.code"], cases.Select(c => c.Match(v => $"v{v.Number}", i => $"i{i.Have}", n => "n" + n.Reason.Code, s => "s" + s.Rule.Code)));
        Assert.Equal(4, cases.Distinct().Count());
        Assert.Equal(cases[0], new Measurement.Value(1, 2, new Interval(0, 3)));
        Assert.NotEqual(cases[0], new Measurement.Value(1, 2));
    }

    [Theory]
    [InlineData(double.NaN, 1)]
    [InlineData(double.PositiveInfinity, 1)]
    [InlineData(1, -1)]
    public void Value_NotFiniteOrNegativeCount_Throws(double number, long count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Measurement.Value(number, count));

    [Theory]
    [InlineData(2, 2)]
    [InlineData(-1, 2)]
    [InlineData(double.NaN, 2)]
    [InlineData(1, double.PositiveInfinity)]
    public void InsufficientData_NoShortage_Throws(double have, double need) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Measurement.InsufficientData("posts", have, need));

    [Theory]
    [InlineData(-0.001)]
    [InlineData(100.001)]
    [InlineData(double.NaN)]
    public void Score_OutsideZeroToHundred_Throws(double value) => Assert.Throws<ArgumentOutOfRangeException>(() => new Score(value));

    [Fact]
    public void Score_Text_HasOneDecimalAndAPoint() => Assert.Equal("63.9", new Score(63.88).ToString());

    [Fact]
    public void Share_Nonsense_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Share("x", double.NaN));
        Assert.Throws<ArgumentException>(() => new Share(" ", 1));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(double.NaN, 0)]
    [InlineData(0, double.PositiveInfinity)]
    public void Interval_Nonsense_Throws(double low, double high) => Assert.Throws<ArgumentOutOfRangeException>(() => new Interval(low, high));

    [Fact]
    public void Interval_Ends_LieInside()
    {
        Assert.True(new Interval(1, 2).Contains(1) && new Interval(1, 2).Contains(2));
        Assert.False(new Interval(1, 2).Contains(0.999) || new Interval(1, 2).Contains(2.001));
    }
}
