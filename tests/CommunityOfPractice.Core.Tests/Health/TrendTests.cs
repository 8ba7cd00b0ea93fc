using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Health;

public sealed class TrendTests
{
    private static readonly DateTimeOffset Start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Assess_ARise_IsRisingAndAFallIsFalling()
    {
        Measurement[] up = [.. Enumerable.Range(1, 7).Select(i => (Measurement)new Measurement.Value(i, 10))];
        TrendReport report = Report(7, [up, [.. up.Reverse()]]);
        Assert.Equal([TrendDirection.Rising, TrendDirection.Falling], report.Trends.Select(t => t.Direction));
        Assert.Equal([1.0, -1.0], report.Trends.Select(t => t.SlopePerPeriod!.Value));
        Assert.All(report.Trends, t => Assert.Equal((TrendMethod.MannKendallExact, TrendDirection.TooLittleData), (t.Method, t.LastChange)));
    }

    [Fact]
    public void Assess_FewValues_AreTooLittleData()
    {
        Measurement[] four = [.. Enumerable.Range(1, 4).Select(i => (Measurement)new Measurement.Value(i, 10))];
        IndicatorTrend trend = Report(4, [four]).Trends[0];
        Assert.Equal((TrendDirection.TooLittleData, TrendMethod.None, null), (trend.Direction, trend.Method, trend.P));
    }

    [Fact]
    public void Assess_TwoShares_AreTestedAndWithheldOnesAreNot()
    {
        TrendReport report = Report(2, [[Share(10, 80), Share(60, 80)], [Share(10, 80), Share(11, 80)], [Share(1, 9), SuppressionPolicyWithheld]]);
        Assert.Equal([TrendDirection.Rising, TrendDirection.NoDetectableTrend, TrendDirection.TooLittleData], report.Trends.Select(t => t.Direction));
        Assert.Equal([TrendDirection.Rising, TrendDirection.NoDetectableTrend, TrendDirection.TooLittleData], report.Trends.Select(t => t.LastChange));
        Assert.Equal((2, TrendMethod.TwoProportions), (report.Tests, report.Trends[0].Method));
        Assert.True(report.Trends[0].ChangeInterval!.Value.Contains(report.Trends[0].Change!.Value));
    }

    [Property(MaxTest = 100)]
    public void Assess_ADirectionNeedsAnAdjustedPBelowTheLevel(int seed)
    {
        Random random = new(seed);
        Measurement[][] series = [.. Enumerable.Range(0, 5).Select(_ => Enumerable.Range(0, 6).Select(_ => (Measurement)new Measurement.Value(random.Next(5), 3)).ToArray())];
        foreach (IndicatorTrend trend in Report(6, series).Trends)
        {
            Assert.Equal(trend.Direction is TrendDirection.Rising or TrendDirection.Falling, trend.AdjustedP < TrendAssessor.Level);
            Assert.True(trend.AdjustedP >= trend.P);
        }
    }

    /// <summary>What is said to move when nothing does: at most one report in twenty, and here fewer.</summary>
    [Fact]
    public void Assess_NothingMoves_FewReportsSayOtherwise()
    {
        int wrong = 0;
        for (int run = 0; run < 200; run++)
        {
            Random random = new(run);
            Measurement[][] series = [.. Enumerable.Range(0, 10).Select(_ => Enumerable.Range(0, 6).Select(_ => (Measurement)new Measurement.Value(random.NextDouble(), 3)).ToArray())];
            wrong += Report(6, series).Trends.Any(t => t.Direction is TrendDirection.Rising or TrendDirection.Falling) ? 1 : 0;
        }

        Assert.InRange(wrong, 0, 16); // 95 % of draws at 5 % lie below
    }

    [Fact]
    public void Assess_Misuse_Throws()
    {
        Assert.Throws<ArgumentException>(() => TrendAssessor.Assess([], StandardIndicators.All));
        HealthEvidence evidence = GoldenCommunity.Known.Evidence;
        Assert.Throws<ArgumentException>(() => TrendAssessor.Assess([evidence, evidence], StandardIndicators.All));
        Assert.Throws<ArgumentException>(() => Report(3, [[Share(1, 2)]]));
    }

    [Fact]
    public void Alerts_GoneQuietAndBack_AreToldOnceEach()
    {
        int[] contributions = [20, 22, 18, 20, 2, 3, 9, 0, 12, 20, 20, 1];
        ValueList<CommunityAlert> alerts = AlertAssessor.Assess(contributions.Select((c, i) => Signals(i, c)));
        Assert.Equal(
            [(AlertRules.GoneQuiet, 4, 8), (AlertRules.CameBack, 8, 8), (AlertRules.GoneQuiet, 11, -1)],
            alerts.Select(a => (a.Rule, PeriodOf(a.Raised), a.Cleared is { } c ? PeriodOf(c) : -1)));
    }

    [Fact]
    public void Alerts_OverloadAndSuccession_EndAtTheirOwnThresholds()
    {
        double?[] load = [0.7, 0.8, 0.7, 0.85, null, 0.65, 0.79];
        int[] facilitators = [2, 1, 1, 1, 1, 2, 1];
        ValueList<CommunityAlert> alerts = AlertAssessor.Assess(load.Select((l, i) => Signals(i, 10) with { BusiestShare = l, Facilitators = facilitators[i], Successors = i == 3 ? 1 : 0 }));
        Assert.Equal([(AlertRules.Overload, 1), (AlertRules.SuccessionRisk, 1), (AlertRules.SuccessionRisk, 4), (AlertRules.SuccessionRisk, 6)], alerts.Select(a => (a.Rule, PeriodOf(a.Raised))));
        Assert.Equal(5, PeriodOf(alerts[0].Cleared!.Value));
    }

    [Fact]
    public void Alerts_FirstContributions_TellNoSmallNumber()
    {
        int[] first = [9, 0, 2, 3, 0, 6];
        ValueList<CommunityAlert> alerts = AlertAssessor.Assess(first.Select((f, i) => Signals(i, 10) with { FirstContributors = f }));
        Assert.Equal([(2, 0), (5, 1)], alerts.Select(a => (PeriodOf(a.Raised), a.Evidence.Count)));
        Assert.StartsWith("Somebody", alerts[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("6 people", alerts[1].Text, StringComparison.Ordinal);
    }

    /// <summary>No rule begins twice without an end, and what was told stays told when time goes on.</summary>
    [Property(MaxTest = 200)]
    public void Alerts_NeverRepeatAndNeverChangeTheirMind(int seed)
    {
        Random random = new(seed);
        AlertSignals[] periods = [.. Enumerable.Range(0, 20).Select(i => Signals(i, random.Next(3) == 0 ? random.Next(4) : random.Next(40)) with { BusiestShare = random.NextDouble(), Facilitators = random.Next(3), FirstContributors = random.Next(3) })];
        ValueList<CommunityAlert> all = AlertAssessor.Assess(periods), early = AlertAssessor.Assess(periods[..12]);
        Assert.Equal(early.Select(a => (a.Rule, a.Raised, a.Text)), all.Take(early.Count).Select(a => (a.Rule, a.Raised, a.Text)));
        foreach (IGrouping<string, CommunityAlert> rule in all.GroupBy(a => a.Rule))
        {
            Assert.All(rule.Zip(rule.Skip(1)), p => Assert.True(p.First.Cleared is { } end && end.From <= p.Second.Raised.From));
        }
    }

    [Fact]
    public void AlertPolicy_WhatIsWrong_IsNamed()
    {
        AlertPolicy wrong = new() { Version = " ", Period = TimeSpan.Zero, Baseline = 1, QuietShare = 0.6, OverloadShare = 0.5 };
        Assert.Equal(["policy.alert.version", "policy.alert.period", "policy.alert.counts", "policy.alert.quiet", "policy.alert.overload"], wrong.Problems().Select(p => p.Code));
        Assert.Throws<ArgumentException>(() => AlertAssessor.Assess([], wrong));
    }

    private static Measurement SuppressionPolicyWithheld => new Measurement.Suppressed(new Reason("group.small", "few"));

    private static AlertSignals Signals(int period, int contributions) => new(PeriodAt(period), contributions, Math.Min(contributions, 9), 0);

    private static TimeWindow PeriodAt(int period) => new(Start.AddDays(28 * period), Start.AddDays(28 * (period + 1)));

    private static int PeriodOf(TimeWindow window) => (int)((window.From - Start).TotalDays / 28);

    private static Measurement Share(int count, int of)
    {
        (double low, double high) = Wilson.Interval(count, of)!.Value;
        return new Measurement.Value((double)count / of, of, new Core.Vocabulary.Interval(low, high));
    }

    private static TrendReport Report(int periods, Measurement[][] series) => TrendAssessor.Assess(
        new("a"), Enumerable.Range(0, periods).Select(PeriodAt).ToValueList(), series.Select((s, i) => new IndicatorTrend(new($"i{i}/v1", "n", "share", "m"), s.ToValueList())));
}
