using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Health;

/// <summary>Which window an earlier baseline looks at, from when on there is one, and what is said where there was no score.</summary>
public sealed class EarlierEdgesTests
{
    [Fact]
    public void Windows_before_begin_after_the_beginning_of_time()
    {
        TimeWindow At(long ticks, double days = 30) => new(DateTimeOffset.MinValue.AddTicks(ticks), DateTimeOffset.MinValue.AddTicks(ticks).AddDays(days));
        long month = TimeSpan.FromDays(30).Ticks, year = TimeSpan.FromDays(364).Ticks;
        Assert.Null(Earlier.WindowOf(HealthBaseline.Okay, At(2 * year)));
        Assert.Null(Earlier.WindowOf(HealthBaseline.PreviousPeriod, At(month)));
        Assert.Equal(At(1), Earlier.WindowOf(HealthBaseline.PreviousPeriod, At(month + 1)));
        Assert.Null(Earlier.WindowOf(HealthBaseline.LastYear, At(year)));
        Assert.Equal(At(1), Earlier.WindowOf(HealthBaseline.LastYear, At(year + 1)));
    }

    [Fact]
    public void A_time_without_a_score_explains_nothing()
    {
        HealthAssessor assessor = new(Stub.Model(new()), new[] { "a1", "a2", "a3", "b1" }.Select(id => Stub.Of(id, 60)));
        SmallCommunity now = Stub.Enough();
        BaselineUsed used = assessor.Assess(now.Evidence, new() { Baseline = HealthBaseline.PreviousPeriod }, w => new(now.Evidence.Community, ActivityLog.Empty, w), default).BaselineUsed!;
        Assert.Equal((HealthBaseline.Okay, "baseline.no-score", null), (used.Kind, used.Why!.Code, used.Window));
    }

    [Theory]
    [InlineData(0, "0 are there")]
    [InlineData(1, "1 is there")]
    [InlineData(2, "2 are there")]
    [InlineData(1.5, "1.5 are there")]
    public void What_is_there_in_words(double have, string text) => Assert.Equal(text, HealthWords.There(have));
}
