using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Indicators;

/// <summary>The day on which there will be enough, and that there is enough then and not a tick before.</summary>
public sealed class EnoughOnTests
{
    public static TheoryData<string, double> Spans => new()
    {
        { LevelShares.Id, 91 }, { WeeklyStickiness.Id, 28 }, { Momentum.Id, 56 }, { LadderClimb.Id, 182 }, { SharedWeeks.Id, 56 }, { NewContributors.Id, 28 + 91 },
    };

    [Theory]
    [MemberData(nameof(Spans))]
    public void Too_young_says_when(string id, double days)
    {
        IHealthIndicator indicator = StandardIndicators.All.Single(i => i.Info.Id == id);
        SmallCommunity young = Young();
        Measurement.InsufficientData little = Assert.IsType<Measurement.InsufficientData>(indicator.Read(young.Evidence).Measurement);
        DateTimeOffset on = Example.Start.AddDays(80 + days);
        Assert.Equal(on, little.EnoughOn);
        Assert.Null(Assert.IsType<Measurement.InsufficientData>(indicator.Read((young with { Activities = [] }).Evidence).Measurement).EnoughOn);

        SmallCommunity later = Example.Of([.. young.Activities, .. Enumerable.Range(0, 5).Select(i => Example.Did($"p{i}", Act.Post, 80 + days - 1))]) with { Roster = young.Roster };
        Assert.IsType<Measurement.Value>(indicator.Read((later with { Window = TimeWindow.Last(TimeSpan.FromDays(91), on) }).Evidence).Measurement);
        Assert.IsType<Measurement.InsufficientData>(indicator.Read((later with { Window = TimeWindow.Last(TimeSpan.FromDays(91), on.AddTicks(-1)) }).Evidence).Measurement);
    }

    /// <summary>Nobody can wait beyond the end of the calendar.</summary>
    [Theory]
    [MemberData(nameof(Spans))]
    public void At_the_end_of_time_there_is_no_such_day(string id, double days)
    {
        Assert.True(days > 0);
        DateTimeOffset end = DateTimeOffset.MaxValue;
        SmallCommunity last = Young() with { Window = new(end.AddDays(-91), end), Activities = [Example.Did("p0", Act.Post, 0) with { At = end.AddDays(-5) }] };
        Assert.Null(Assert.IsType<Measurement.InsufficientData>(StandardIndicators.All.Single(i => i.Info.Id == id).Read(last.Evidence).Measurement).EnoughOn);
    }

    [Theory]
    [InlineData(27.9999, true)]
    [InlineData(28, false)]
    public void Stickiness_needs_a_window_of_four_weeks(double days, bool tooShort)
    {
        SmallCommunity narrow = Example.Of(Example.Did("a", Act.View, 1), Example.Did("a", Act.View, 90));
        narrow = narrow with { Window = TimeWindow.Last(TimeSpan.FromDays(days), narrow.AsOf) };
        Assert.Equal(tooShort, narrow.Read<WeeklyStickiness>().Measurement is Measurement.NotApplicable { Reason.Code: "window.short" });
        Assert.Equal(!tooShort, narrow.Read<WeeklyStickiness>().Measurement.Amount == 0.25);
    }

    private static SmallCommunity Young() => Example.Of(Example.Did("p0", Act.Post, 80), Example.Did("p1", Act.Post, 81)).WithRoster([.. Enumerable.Range(0, 5).Select(i => Example.Member($"p{i}", -100))]);
}
