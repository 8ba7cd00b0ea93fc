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
            IndicatorTrend[] tested = [.. community.Trends.Trends.Where(t => t.Direction != TrendDirection.TooLittleData || t.LastChange != TrendDirection.TooLittleData)];
            IndicatorTrend[] moving = [.. tested.Where(t => Moves(t.Direction) || Moves(t.LastChange))];
            IndicatorTrend[] shown = all ? tested : moving;
            if (shown.Length > 0)
            {
                console.Write(TableOf(shown));
            }

            string still = tested.Length == 0 ? string.Empty : moving.Length == 0
                ? $"Of {Words.Count(tested.Length, "reading")} none is seen to rise or fall; "
                : $"Of {Words.Count(tested.Length, "reading")} {moving.Length} {(moving.Length == 1 ? "is" : "are")} seen to rise or fall; ";
            console.WriteLine($"{still}{Words.Count(community.Trends.Tests, "test")}, corrected together (Holm). {Words.Count(community.Trends.Trends.Count - tested.Length, "reading")} with too little data.");
            foreach (CommunityAlert alert in community.Alerts)
            {
                string until = alert.Cleared is not { } cleared ? "still so" : cleared == alert.Raised ? "at once over" : $"until {Words.Day(cleared.Until)}";
                console.WriteLine($"{Words.Day(alert.Raised.From)} ({until}): {alert.Text} [{alert.Rule}]");
            }

            if (community.Alerts.Count == 0)
            {
                console.WriteLine("No alerts");
            }
        }

        if (!all)
        {
            console.WriteLine();
            console.WriteLine("That no change is seen does not show that there is none. Every test: --all.");
        }
    }

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

    private static string Probability(double? p) => p is { } known ? known < 0.001 ? "<0.001" : Words.Text($"{known:0.000}") : string.Empty;

    private static string NameOf(TrendDirection direction) => direction switch
    {
        TrendDirection.Rising => "rising",
        TrendDirection.Falling => "falling",
        TrendDirection.NoDetectableTrend => "no detectable trend",
        _ => "too little data",
    };

    private static string NameOf(TrendMethod method) => method switch
    {
        TrendMethod.TwoProportions => "two shares (Fisher)",
        TrendMethod.MannKendallExact => "Mann-Kendall, exact",
        TrendMethod.MannKendall => "Mann-Kendall",
        _ => string.Empty,
    };
}
