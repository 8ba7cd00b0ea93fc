using System.Globalization;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>The sentences of a report.</summary>
internal static class HealthWords
{
    public static string Scored(HealthReport report, int counted, int inModel)
    {
        ScoreUncertainty? sure = report.Uncertainty;
        string band = report.Band is { } firm ? firm + ": " : report.BetweenBands is [var low, var high] ? $"Between {low} and {high}: " : string.Empty;
        string range = sure is null ? string.Empty : string.Create(CultureInfo.InvariantCulture, $" (plausibly {sure.Interval.Low:0.0} to {sure.Interval.High:0.0})");
        return string.Create(CultureInfo.InvariantCulture, $"{band}{report.Score:0.0} of 100{range}, from {counted} of the model's {inModel} indicators.{(sure is null ? " How sure it is was not worked out, so no band is named." : string.Empty)}{Held(report)}");
    }

    /// <summary>Where readings that count are held back beside the report before, the two scores are of different readings.</summary>
    private static string Held(HealthReport report)
    {
        int held = report.Indicators.Count(i => i.Dimension is not null && i.Reading.Measurement is Measurement.Suppressed { Rule.Code: PublishedReading.Code });
        return held == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $" {held} of them {(held == 1 ? "is" : "are")} held back because only a few people changed since the report before: this score does not compare with that one.");
    }

    public static string NoScore(HealthVerdict verdict, Reason first, bool withheld) =>
        (verdict == HealthVerdict.TooEarlyToTell ? "Too early to tell. " : "Not enough data for a score. ") + first.Text + (withheld ? " What is about very few people is withheld." : string.Empty);

    public static string Shortage(string name, Measurement.InsufficientData little) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}: {little.Need:0.##} {little.What} are needed, {There(little.Have)}{EnoughOn(little.EnoughOn)}.");

    /// <summary>"1 is there", "2 are there", "2.5 are there".</summary>
    public static string There(double have) => string.Create(CultureInfo.InvariantCulture, $"{have:0.##} {(have == 1 ? "is" : "are")} there");

    public static string EnoughOn(DateTimeOffset? first, int days) => EnoughOn(first?.Later(TimeSpan.FromDays(days)));

    private static string EnoughOn(DateTimeOffset? day) =>
        day is { } on ? string.Create(CultureInfo.InvariantCulture, $"; enough on {on.UtcDateTime:yyyy-MM-dd}") : string.Empty;

    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0} %");
}
