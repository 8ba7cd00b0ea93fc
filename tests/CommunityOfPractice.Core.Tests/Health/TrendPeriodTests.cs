using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Tests.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Health;

/// <summary>Before the data begin nobody is known to have done anything, which is not that nobody did.</summary>
public sealed class TrendPeriodTests
{
    private static readonly TimeSpan Month = TimeSpan.FromDays(28);

    [Fact]
    public void Assess_AnExportThatBeginsMidway_ShowsNoRise()
    {
        // Twelve people every week from day 100 on: nothing moves but the beginning of the data.
        Activity[] steady = [.. from week in Enumerable.Range(0, 26) from person in Enumerable.Range(0, 12) select Example.Did($"p{person}", Act.Post, 100 + (7 * week))];
        TrendReport report = Over(steady, periods: 10, until: 280);
        IndicatorTrend contributors = Of(report, Contributors.Id);
        Assert.Equal(TrendDirection.NoDetectableTrend, contributors.Direction);
        Assert.Equal(4, contributors.Series.Count(m => m is Measurement.InsufficientData { What: "days of the period observed", Need: 28 }));
        Assert.Equal([12.0, 12, 12, 12, 12, 12], contributors.Series.Select(m => m.Amount).OfType<double>());
        Assert.Equal([0, 0, 0, 12.0], contributors.Series.Take(4).Select(m => ((Measurement.InsufficientData)m).Have)); // from day 100 to day 112
    }

    [Fact]
    public void Assess_NobodyKnown_HasNoValueOfWhatPeopleDid()
    {
        TrendReport report = Over([], periods: 6, until: 280);
        Assert.All(report.Trends.Where(t => StandardIndicators.All.Single(i => i.Info.Id == t.Info.Id).Sources!.Acts.Count > 0).SelectMany(t => t.Series), m => Assert.Null(m.Amount));
    }

    [Fact]
    public void Assess_WhatRestsOnNoActs_IsReadInEveryPeriod()
    {
        SmallCommunity joined = Example.Of(Example.Did("p0", Act.Post, 150)).WithRoster([.. Enumerable.Range(0, 10).Select(i => Example.Member($"p{i}", 10 * i))]);
        TrendReport report = TrendAssessor.Assess([.. Periods(6, 168).Select(w => (joined with { Window = w }).Evidence)], StandardIndicators.All);
        Assert.Equal(6, Of(report, MemberGrowth.Id).Series.Count);
        Assert.Contains(Of(report, MemberGrowth.Id).Series.Take(4), m => m.Amount is not null);
        Assert.DoesNotContain(Of(report, Contributors.Id).Series.Take(4), m => m.Amount is not null);
    }

    private static TrendReport Over(Activity[] activities, int periods, double until) =>
        TrendAssessor.Assess([.. Periods(periods, until).Select(w => (Example.Of(activities) with { Window = w }).Evidence)], StandardIndicators.All);

    private static IEnumerable<TimeWindow> Periods(int periods, double until) =>
        Enumerable.Range(0, periods).Reverse().Select(back => TimeWindow.Last(Month, Example.Start.AddDays(until) - (Month * back)));

    private static IndicatorTrend Of(TrendReport report, string id) => report.Trends.Single(t => t.Info.Id == id);
}
