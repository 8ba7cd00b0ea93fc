using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>Tests how readings move over periods; says rising or falling only when chance is an unlikely explanation.</summary>
/// <remarks>
/// Over all periods the Mann-Kendall test, exact for up to eight values, and the Theil-Sen slope; from the period before to the last one, for shares of whole
/// numbers, Fisher's exact test with Newcombe's interval. With only two values that are shares, that test is also the direction. Deterministic.
/// </remarks>
public static class TrendAssessor
{
    /// <summary>The chance of any false rise or fall in a report.</summary>
    public const double Level = 0.05;

    /// <summary>With fewer values no order of them is unlikely enough.</summary>
    public const int FewestValues = 5;

    /// <summary>Tests the readings of several periods. Of periods that began before anybody is known to have done anything, readings of what people did are not looked at.</summary>
    /// <param name="periods">The evidence of each period, of one community, the oldest first; no two overlap.</param>
    /// <param name="indicators">What to read.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentException">There is no period, they are of several communities, or two overlap.</exception>
    public static TrendReport Assess(IReadOnlyList<HealthEvidence> periods, IEnumerable<IHealthIndicator> indicators)
    {
        ArgumentNullException.ThrowIfNull(periods);
        ArgumentNullException.ThrowIfNull(indicators);
        if (periods.Count == 0 || periods.Any(p => p.Community != periods[0].Community))
        {
            throw new ArgumentException("Trends are of one community, over one period or more.", nameof(periods));
        }

        if (periods.Skip(1).Zip(periods).Any(p => p.First.Window.From < p.Second.Window.Until))
        {
            throw new ArgumentException("Periods follow each other and do not overlap.", nameof(periods));
        }

        long? first = periods[^1].FirstMomentOfPeople;
        return Assess(
            periods[0].Community,
            periods.Select(p => p.Window).ToValueList(),
            indicators.Select(i => new IndicatorTrend(i.Info, periods.Select(p => Read(i, p, first)).ToValueList())));
    }

    /// <summary>Before the first activity nothing is known of what people did, which is not that they did nothing: a period that began before it would make every start a rise.</summary>
    private static Measurement Read(IHealthIndicator indicator, HealthEvidence period, long? first)
    {
        Measurement read = indicator.Read(period).Measurement;
        bool observed = first is { } moment && period.Window.From.UtcTicks >= moment;
        if (observed || indicator.Sources is { Acts.Count: 0 } || read is Measurement.NotApplicable or Measurement.Suppressed)
        {
            return read;
        }

        double days = first is { } began ? Math.Max(0, period.Window.Until.UtcTicks - began) / (double)TimeSpan.TicksPerDay : 0;
        return new Measurement.InsufficientData("days of the period observed", Math.Floor(days), period.Window.Length.TotalDays);
    }

    /// <summary>Tests series that are known already.</summary>
    /// <param name="community">The community.</param>
    /// <param name="periods">The periods, the oldest first.</param>
    /// <param name="series">For each indicator what it read in each period; what else they say is worked out anew.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentException">A series has not one measurement a period.</exception>
    public static TrendReport Assess(CommunityId community, ValueList<TimeWindow> periods, IEnumerable<IndicatorTrend> series)
    {
        ArgumentNullException.ThrowIfNull(periods);
        ArgumentNullException.ThrowIfNull(series);
        IndicatorTrend[] tested = [.. series.Select(s => s.Series.Count == periods.Count ? Tested(s) : throw new ArgumentException($"The series of '{s.Info.Id}' has not one measurement a period.", nameof(series)))];
        double[] adjusted = Holm.Adjust([.. tested.SelectMany(t => new[] { t.P, t.ChangeAdjustedP }).OfType<double>()]);
        int next = 0;
        List<IndicatorTrend> trends = [];
        foreach (IndicatorTrend trend in tested)
        {
            double? p = trend.P is null ? null : adjusted[next++], change = trend.ChangeAdjustedP is null ? null : adjusted[next++];
            change = trend.Method == TrendMethod.TwoProportions ? p : change;
            double? towards = trend.Method == TrendMethod.TwoProportions ? trend.Change : trend.SlopeSign();
            trends.Add(trend with
            {
                AdjustedP = p,
                Direction = Direction(p, towards),
                ChangeAdjustedP = change,
                LastChange = Direction(change, trend.Change),
            });
        }

        return new(community, periods, trends.ToValueList()) { Tests = adjusted.Length };
    }

    /// <summary>The series with its p-values, not yet adjusted.</summary>
    private static IndicatorTrend Tested(IndicatorTrend trend)
    {
        (double At, double Value)[] values = [.. trend.Series.Index().Where(m => m.Item.Amount is not null).Select(m => ((double)m.Index, m.Item.Amount!.Value))];
        double[] numbers = [.. values.Select(v => v.Value)];
        IndicatorTrend result = new(trend.Info, trend.Series)
        {
            SlopePerPeriod = values.Length < 2 ? null : TheilSen.Slope([.. values.Select(v => v.At)], numbers),
        };
        if (numbers.Length >= FewestValues)
        {
            bool exact = numbers.Length <= ExactMannKendall.MostPoints;
            result = result with
            {
                Method = exact ? TrendMethod.MannKendallExact : TrendMethod.MannKendall,
                P = exact ? ExactMannKendall.P(numbers) : MannKendall.Of(numbers)!.Value.P,
            };
        }

        return trend.Series is [.., Measurement.Value before, Measurement.Value last] ? WithChange(result, before, last) : result;
    }

    private static IndicatorTrend WithChange(IndicatorTrend trend, Measurement.Value before, Measurement.Value last)
    {
        trend = trend with { Change = last.Number - before.Number };
        if (Successes(before) is not { } first || Successes(last) is not { } second || TwoProportions.Of(first, before.Count, second, last.Count) is not { } test)
        {
            return trend;
        }

        trend = trend with { ChangeInterval = new Interval(test.Low, test.High) };
        return trend.Method == TrendMethod.None
            ? trend with { Method = TrendMethod.TwoProportions, P = test.P }
            : trend with { ChangeAdjustedP = test.P };
    }

    /// <summary>How many of the observations a share counts; null for what is no share of whole numbers with a Wilson interval.</summary>
    private static long? Successes(Measurement.Value value)
    {
        double count = Math.Round(value.Number * value.Count);
        return value.Interval is { } interval && count >= 0 && count <= value.Count && value.Count > 0
            && value.Number == count / value.Count && Wilson.Interval((long)count, value.Count) == (interval.Low, interval.High)
            ? (long)count
            : null;
    }

    private static TrendDirection Direction(double? p, double? towards) =>
        p is null ? TrendDirection.TooLittleData
        : !(p < Level) || towards is null or 0 ? TrendDirection.NoDetectableTrend
        : towards > 0 ? TrendDirection.Rising
        : TrendDirection.Falling;

    /// <summary>The sign of the score: the slope itself can be zero when many values are equal.</summary>
    private static double? SlopeSign(this IndicatorTrend trend) =>
        MannKendall.Of([.. trend.Series.Select(m => m.Amount).OfType<double>()]) is { } test ? Math.Sign(test.S) : null;
}
