using System.Globalization;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Tool.Reporting;

/// <summary>Numbers and readings as people read them.</summary>
internal static class Words
{
    public static string Of(IndicatorResult result) => result.Reading.Measurement.Match(
        value => Number(value.Number, result.Info.Unit),
        little => string.Create(CultureInfo.InvariantCulture, $"too little data: {little.Have:0.##} of {little.Need:0.##} {little.What}{(little.EnoughOn is { } on ? $" (enough on {Day(on)})" : string.Empty)}"),
        notApplicable => notApplicable.Reason.Code == "median.not-reached" ? "not reached" : notApplicable.Reason.Text.TrimEnd('.'),
        suppressed => "withheld");

    public static string Number(double number, string unit) => unit switch
    {
        "share" => Text($"{number * 100:0.#} %"),
        "people" => Text($"{number:0}"),
        "hours" when number >= 48 => Text($"{number / 24:0.#} days"),
        "hours" when number < 1 => Text($"{number * 60:0} minutes"),
        "hours" => Text($"{number:0.#} hours"),
        "per week" => Text($"{(Math.Exp(number) - 1) * 100:+0.#;-0.#;0} % a week"),
        _ => Text($"{number:0.00}"),
    };

    /// <summary>From how many of its indicators a dimension is made.</summary>
    public static string Measured(HealthReport report, DimensionResult dimension)
    {
        IndicatorResult[] all = [.. report.Indicators.Where(i => i.Dimension == dimension.Id)];
        return Text($"{all.Count(i => i.Score is not null)} of {all.Length} indicators");
    }

    /// <summary>A text from the data, without characters that would steer a terminal.</summary>
    public static string Plain(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '\uFFFD' : c));

    public static string Interval(IndicatorResult result) => result.Reading.Measurement is Measurement.Value { Interval: { } i }
        ? $"{Number(i.Low, result.Info.Unit)} to {Number(i.High, result.Info.Unit)}"
        : string.Empty;

    /// <summary>Which baseline a score is explained against, and why not the one that was asked for.</summary>
    public static string Baseline(BaselineUsed? used) => used switch
    {
        { Window: { } window } => $"the score of {Day(window.From)} up to {Day(window.Until)}",
        { Why: not null } => "every reading in the middle between its goalposts, since there was no score then",
        _ => "every reading in the middle between its goalposts",
    };

    /// <summary>How firm the band is, and where the uncertainty of the score comes from.</summary>
    public static string Sure(ScoreUncertainty sure) => Text(
        $"{sure.BandStability * 100:0} % of {sure.Draws} draws fall into the band of the score; a band is named from 80 % on. Share of the score's variance: ")
        + string.Join(", ", sure.Sensitivity.Take(3).Select(s => Text($"{s.Input} {s.Share * 100:0} %"))) + ".";

    public static string Range(Interval? range) => range is { } i ? Text($", plausibly {i.Low:0.0} to {i.High:0.0}") : string.Empty;

    public static string Points(double? points) => points is { } p ? Text($"{p:+0.0;-0.0;0.0}") : string.Empty;

    public static string Score(double? score) => score is { } s ? Text($"{s:0.0}") : "–";

    public static string Day(DateTimeOffset at) => Text($"{at:yyyy-MM-dd}");

    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
