using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Tool.Reporting;
using Spectre.Console;

namespace CommunityOfPractice.Tool.Trends;

/// <summary>Trends and alerts as text.</summary>
internal static class TrendsText
{
    /// <summary>What moves, what wants attention, and on request every test.</summary>
    public static void Write(IAnsiConsole console, TrendsDocument document, bool all)
    {
        console.WriteLine(Words.Text($"{document.Periods} periods of {document.PeriodDays:0.##} days up to {Durations.Format(document.AsOf)}; nothing is said about fewer than {document.SmallestGroup} people"));
        foreach (CommunityTrend community in document.Communities)
        {
            console.WriteLine();
            console.WriteLine(Words.Title(community.Id, community.Name));
            WriteTests(console, community.Trends, all);
            WriteAlerts(console, community.Alerts);
        }

        if (!all)
        {
            console.WriteLine();
            console.WriteLine("That no change is seen does not show that there is none. Every test: --all.");
        }
    }

    /// <summary>What is seen to rise or fall, and on request every test.</summary>
    public static void WriteTests(IAnsiConsole console, TrendReport trends, bool all)
    {
        IndicatorTrend[] tested = Tested(trends);
        IndicatorTrend[] moving = Moving(trends);
        IndicatorTrend[] shown = all ? tested : moving;
        if (shown.Length > 0)
        {
            console.Write(TableOf(shown));
        }

        console.WriteLine(Summary(trends));
    }

    /// <summary>How many readings were tested, and how many of them are seen to move.</summary>
    public static string Summary(TrendReport trends)
    {
        int tested = Tested(trends).Length, moving = Moving(trends).Length;
        string still = tested == 0 ? string.Empty : moving == 0
            ? $"Of {Words.Count(tested, "reading")} none is seen to rise or fall; "
            : $"Of {Words.Count(tested, "reading")} {moving} {(moving == 1 ? "is" : "are")} seen to rise or fall; ";
        return $"{still}{Words.Count(trends.Tests, "test")}, corrected together (Holm). {Words.Count(trends.Trends.Count - tested, "reading")} with too little data.";
    }

    public static void WriteAlerts(IAnsiConsole console, IReadOnlyCollection<CommunityAlert> alerts)
    {
        foreach (CommunityAlert alert in alerts)
        {
            console.WriteLine(Line(alert));
        }

        if (alerts.Count == 0)
        {
            console.WriteLine("No alerts");
        }
    }

    /// <summary>When an alert began, how long it lasted and what it is.</summary>
    public static string Line(CommunityAlert alert)
    {
        string until = alert.Cleared is not { } cleared ? "still so" : cleared == alert.Raised ? "at once over" : $"until {Words.Day(cleared.Until)}";
        return $"{Words.Day(alert.Raised.From)} ({until}): {alert.Text} [{alert.Rule}]";
    }

    /// <summary>Readings that are seen to rise or fall.</summary>
    public static IndicatorTrend[] Moving(TrendReport trends) => [.. Tested(trends).Where(t => Moves(t.Direction) || Moves(t.LastChange))];

    private static IndicatorTrend[] Tested(TrendReport trends) => [.. trends.Trends.Where(t => t.Direction != TrendDirection.TooLittleData || t.LastChange != TrendDirection.TooLittleData)];

    private static bool Moves(TrendDirection direction) => direction is TrendDirection.Rising or TrendDirection.Falling;

    private static Table TableOf(IndicatorTrend[] trends)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumns("Reading", "Direction", "Test", "p, corrected", "Since the period before", "p, corrected");
        foreach (IndicatorTrend trend in trends)
        {
            table.AddRow(
                new Text(trend.Info.Name), new Text(NameOf(trend.Direction)), new Text(NameOf(trend.Method)), new Text(Probability(trend.AdjustedP)),
                new Text(NameOf(trend.LastChange)), new Text(Probability(trend.ChangeAdjustedP)));
        }

        return table;
    }

    public static string Probability(double? p) => p is { } known ? known < 0.001 ? "<0.001" : Words.Text($"{known:0.000}") : string.Empty;

    public static string NameOf(TrendDirection direction) => direction switch
    {
        TrendDirection.Rising => "rising",
        TrendDirection.Falling => "falling",
        TrendDirection.NoDetectableTrend => "no detectable trend",
        _ => "too little data",
    };

    public static string NameOf(TrendMethod method) => method switch
    {
        TrendMethod.TwoProportions => "two shares (Fisher)",
        TrendMethod.MannKendallExact => "Mann-Kendall, exact",
        TrendMethod.MannKendall => "Mann-Kendall",
        _ => string.Empty,
    };
}
