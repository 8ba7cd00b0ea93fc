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

    /// <summary>The reading, with what it means where the number alone misleads.</summary>
    public static string Found(IndicatorResult result) => Of(result) + (result.Value is not null && result.Reading.Finding is { } finding ? $", {finding}" : string.Empty);

    /// <summary>A number of things that take an s.</summary>
    public static string Count(int number, string thing) => Text($"{number} {thing}{(number == 1 ? string.Empty : "s")}");

    /// <summary>A number of errors.</summary>
    public static string Errors(int number) => Count(number, "error");

    /// <summary>From how many observations the reading is made.</summary>
    public static string Observations(IndicatorResult result) => result.Reading.Measurement is Measurement.Value value ? Text($"{value.Count}") : string.Empty;

    public static string Number(double number, string unit) => unit switch
    {
        "share" => Text($"{number * 100:0.#} %"),
        "people" or "departments" or "stories" => Text($"{number:0}"),
        "days" => Text($"{number:0.#} days"),
        "yes or no" => number > 0 ? "yes" : "no",
        "hours" when number >= 48 => Text($"{number / 24:0.#} days"),
        "hours" when number < 1 => Text($"{number * 60:0} minutes"),
        "hours" when Math.Round(number, 1) == 1 => "1 hour",
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

    /// <summary>A community by its name, and by its id beside it: names are not unique.</summary>
    public static string Title(Core.Communities.CommunityId id, string? name) => Plain(name is null || string.Equals(name, id.Text, StringComparison.OrdinalIgnoreCase) ? name ?? id.Text : $"{name} ({id})");

    /// <summary>A text from the data, without characters that would steer a terminal or turn the direction of what stands beside it.</summary>
    public static string Plain(string text) => string.Concat(text.Select(c => char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') ? '\uFFFD' : c));

    /// <summary>What a score is called: its band where it is firm, otherwise between which bands it lies.</summary>
    public static string Band(HealthReport report) => report switch
    {
        { Score: null } => Verdict(report.Verdict),
        { Band: { } firm } => firm,
        { BetweenBands: [var low, var high] } => $"between {low} and {high}",
        _ => NoBand,
    };

    /// <summary>What a score is called of which nobody worked out how sure it is.</summary>
    private const string NoBand = "no band named";

    /// <summary>What a dimension's score is called: the bands that its interval reaches; none where there is no interval.</summary>
    public static string Band(DimensionResult dimension, HealthModel model)
    {
        if (dimension.Score is null)
        {
            return "not measured";
        }

        if (dimension.Interval is not { } range)
        {
            return NoBand;
        }

        string low = model.BandOf(new(range.Low)).Name, high = model.BandOf(new(range.High)).Name;
        return low == high ? low : $"between {low} and {high}";
    }

    /// <summary>No flag is raised, and how many the data tell nothing about.</summary>
    public static string NoFlags(HealthReport report) =>
        report.Flags.All(f => f.Status == RedFlagStatus.NotApplicable) ? "The data do not tell about any." : "None is raised." + Untold(report);

    /// <summary>How many flags the data tell nothing about; empty when there is none.</summary>
    public static string Untold(HealthReport report) => report.Flags.Count(f => f.Status == RedFlagStatus.NotApplicable) is > 0 and int untold
        ? Text($" The data do not tell about {untold} of {report.Flags.Count}.")
        : string.Empty;

    public static string Verdict(HealthVerdict verdict) => verdict switch
    {
        HealthVerdict.TooEarlyToTell => "too early to tell",
        HealthVerdict.InsufficientData => "not enough data",
        _ => "scored",
    };

    /// <summary>A text with a capital letter at its beginning.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>One of something, or more of it.</summary>
    public static string Count(long count, string one, string more) => Text($"{count} {(count == 1 ? one : more)}");

    /// <summary>Names in a row, the last ones only counted where there are too many.</summary>
    public static string Some(IReadOnlyList<string> names, int most) => names.Count <= most
        ? string.Join(", ", names)
        : Text($"{string.Join(", ", names.Take(most))} and {names.Count - most} more");

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
