using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Tests.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Health;

/// <summary>Which test is made from which series, what is adjusted with what, and what a change needs to be tested.</summary>
public sealed class TrendEdgesTests
{
    private static readonly DateTimeOffset Start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1, TrendMethod.None)]
    [InlineData(4, TrendMethod.None)]
    [InlineData(5, TrendMethod.MannKendallExact)]
    [InlineData(ExactMannKendall.MostPoints, TrendMethod.MannKendallExact)]
    [InlineData(ExactMannKendall.MostPoints + 1, TrendMethod.MannKendall)]
    public void The_number_of_values_chooses_the_test(int values, TrendMethod method)
    {
        double[] numbers = [.. Enumerable.Range(0, values).Select(i => (double)(i * i))];
        IndicatorTrend trend = Trend([.. numbers.Select(n => (Measurement)new Measurement.Value(n, 3))]);
        Assert.Equal(method, trend.Method);
        double? p = method switch
        {
            TrendMethod.None => null,
            TrendMethod.MannKendallExact => ExactMannKendall.P(numbers),
            _ => MannKendall.Of(numbers)!.Value.P,
        };
        Assert.Equal((p, p), (trend.P, trend.AdjustedP)); // alone it needs no adjustment
        Assert.Equal(values < 2, trend.SlopePerPeriod is null);
        Assert.Equal(method == TrendMethod.None ? TrendDirection.TooLittleData : values == 4 ? TrendDirection.NoDetectableTrend : TrendDirection.Rising, trend.Direction);
    }

    /// <summary>A value that is missing is a step of time all the same.</summary>
    [Fact]
    public void Slopes_count_the_periods_without_a_value()
    {
        Measurement none = Stub.None, few = Stub.Few;
        Assert.Equal(1, Trend([Number(0), none, Number(2), few, Number(4)]).SlopePerPeriod);
        Assert.Equal(0.5, Trend([Number(0), none, Number(1)]).SlopePerPeriod);
        Assert.Null(Trend([none, Number(5)]).SlopePerPeriod);
    }

    [Fact]
    public void A_change_is_between_the_last_two_periods_when_both_have_a_value()
    {
        Assert.Equal(2.5, Trend([Number(9), Number(1), Number(3.5)]).Change);
        Assert.Equal(-8, Trend([Number(9), Number(1)]).Change);
        Assert.Null(Trend([Number(9), Number(1), Stub.None]).Change);
        Assert.Null(Trend([Number(9), Stub.Few, Number(1)]).Change);
        Assert.Null(Trend([Number(9)]).Change);
    }

    /// <summary>Shares are told from other numbers by their interval; only shares of counts are compared.</summary>
    [Fact]
    public void Only_shares_with_their_interval_are_compared()
    {
        TwoProportions expected = TwoProportions.Of(10, 80, 60, 90)!.Value;
        IndicatorTrend shares = Trend([Share(10, 80), Share(60, 90)]);
        Assert.Equal((expected.P, new Interval(expected.Low, expected.High), TrendMethod.TwoProportions), (shares.P!.Value, shares.ChangeInterval!.Value, shares.Method));
        Assert.Equal((shares.AdjustedP, TrendDirection.Rising, TrendDirection.Rising), (shares.ChangeAdjustedP, shares.Direction, shares.LastChange));
        Assert.Equal(TrendDirection.Falling, Trend([Share(60, 90), Share(10, 80)]).Direction);
        Assert.Equal(TrendDirection.Rising, Trend([Share(0, 80), Share(60, 90)]).Direction);
        Assert.Equal(TrendDirection.Falling, Trend([Share(80, 80), Share(60, 90)]).Direction);
        Assert.Equal(TrendDirection.Rising, Trend([Share(45, 50), Share(1, 50), Share(25, 50)]).Direction); // the last step is tested, whatever came before

        Measurement bare = new Measurement.Value(0.125, 80), wide = new Measurement.Value(0.125, 80, new Interval(0, 1)), odd = new Measurement.Value(0.13, 80, new Interval(0.06, 0.22));
        Measurement above = new Measurement.Value(1.5, 2, new Interval(1, 2)), below = new Measurement.Value(-0.5, 2, new Interval(-1, 0)), nobody = new Measurement.Value(0, 0, new Interval(0, 1));
        foreach (Measurement other in (Measurement[])[bare, wide, odd, above, below, nobody])
        {
            Assert.All([Trend([other, Share(60, 90)]), Trend([Share(60, 90), other])], t =>
            {
                Assert.NotNull(t.Change);
                Assert.Equal((null, null, TrendMethod.None, TrendDirection.TooLittleData), (t.ChangeInterval, t.P, t.Method, t.LastChange));
            });
        }
    }

    /// <summary>A row of shares is tested as a row, and its last step on its own; both are adjusted together with all the others.</summary>
    [Fact]
    public void A_row_of_shares_has_two_tests()
    {
        Measurement[] row = [Share(1, 50), Share(2, 50), Share(3, 50), Share(4, 50), Share(45, 50)];
        TrendReport report = Report(5, [row, [.. Enumerable.Range(0, 5).Select(i => Number(i))], [Number(1), Number(2), Number(3), Share(20, 50), Share(21, 50)]]);
        Assert.Equal(5, report.Tests); // two for each row of shares, one for the numbers
        IndicatorTrend first = report.Trends[0];
        double trend = ExactMannKendall.P([.. row.Select(m => m.Amount!.Value)])!.Value, change = TwoProportions.Of(4, 50, 45, 50)!.Value.P, last = TwoProportions.Of(20, 50, 21, 50)!.Value.P;
        double[] adjusted = Holm.Adjust([trend, change, report.Trends[1].P!.Value, report.Trends[2].P!.Value, last]);
        Assert.Equal((TrendMethod.MannKendallExact, trend, adjusted[0], adjusted[1]), (first.Method, first.P!.Value, first.AdjustedP!.Value, first.ChangeAdjustedP!.Value));
        Assert.Equal((TrendDirection.NoDetectableTrend, TrendDirection.Rising), (first.Direction, first.LastChange));
        Assert.Equal((adjusted[2], null, TrendDirection.TooLittleData), (report.Trends[1].AdjustedP!.Value, report.Trends[1].ChangeAdjustedP, report.Trends[1].LastChange));
        Assert.Equal((adjusted[3], adjusted[4], TrendDirection.NoDetectableTrend), (report.Trends[2].AdjustedP!.Value, report.Trends[2].ChangeAdjustedP!.Value, report.Trends[2].LastChange));
    }

    /// <summary>Three rows that rise five times have one in sixty each, and together one in twenty: no finding; two have.</summary>
    [Fact]
    public void A_p_at_the_level_is_no_finding()
    {
        Measurement[] rising = [.. Enumerable.Range(0, 5).Select(i => Number(i))];
        Assert.All(Report(5, [rising, rising, rising]).Trends, t => Assert.Equal((TrendAssessor.Level, TrendDirection.NoDetectableTrend), (t.AdjustedP, t.Direction)));
        Assert.All(Report(5, [rising, rising]).Trends, t => Assert.Equal(TrendDirection.Rising, t.Direction));
    }

    /// <summary>A row that rises all the way but for its last step rises; the step is told beside it.</summary>
    [Fact]
    public void A_last_step_does_not_turn_a_trend()
    {
        IndicatorTrend up = Trend([.. new[] { 1, 2, 3, 4, 5, 6, 7, 6.5 }.Select(Number)]), down = Trend([.. new[] { 7, 6, 5, 4, 3, 2, 1, 1.5 }.Select(Number)]);
        Assert.Equal((TrendDirection.Rising, -0.5), (up.Direction, up.Change));
        Assert.Equal((TrendDirection.Falling, 0.5), (down.Direction, down.Change));
    }

    [Fact]
    public void Periods_may_touch_and_not_overlap_and_are_of_one_community()
    {
        SmallCommunity community = GoldenCommunity.Known;
        HealthEvidence At(double from, double until, Core.Communities.CommunityId? of = null) => new(of ?? SmallCommunity.Id, community.Log, new(Example.Start.AddDays(from), Example.Start.AddDays(until)));
        TrendReport touching = TrendAssessor.Assess([At(0, 30), At(30, 60), At(70, 91)], [new Contributors()]);
        Assert.Equal([new Contributors().Read(At(0, 30)).Measurement, new Contributors().Read(At(30, 60)).Measurement, new Contributors().Read(At(70, 91)).Measurement], touching.Trends.Single().Series);
        Assert.Equal([At(0, 30).Window, At(30, 60).Window, At(70, 91).Window], touching.Periods);
        Assert.Equal("periods", Assert.Throws<ArgumentException>(() => TrendAssessor.Assess([At(0, 30.00001), At(30, 60)], [new Contributors()])).ParamName);
        Assert.Equal("periods", Assert.Throws<ArgumentException>(() => TrendAssessor.Assess([At(0, 30), At(30, 60), At(0, 20)], [new Contributors()])).ParamName);
        Assert.Equal("periods", Assert.Throws<ArgumentException>(() => TrendAssessor.Assess([At(0, 30), At(30, 60, new("b"))], [new Contributors()])).ParamName);
    }

    private static Measurement Number(double number) => new Measurement.Value(number, 3);

    private static Measurement Share(int count, int of)
    {
        (double low, double high) = Wilson.Interval(count, of)!.Value;
        return new Measurement.Value((double)count / of, of, new Interval(low, high));
    }

    private static IndicatorTrend Trend(Measurement[] series) => Report(series.Length, [series]).Trends.Single();

    private static TrendReport Report(int periods, Measurement[][] series) => TrendAssessor.Assess(
        new("a"),
        Enumerable.Range(0, periods).Select(i => new TimeWindow(Start.AddDays(28 * i), Start.AddDays(28 * (i + 1)))).ToValueList(),
        series.Select((s, i) => new IndicatorTrend(new($"i{i}/v1", "n", "share", "m"), s.ToValueList())));
}
