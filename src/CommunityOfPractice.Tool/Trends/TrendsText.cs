using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Tool.Reporting;
using Spectre.Console;

namespace CommunityOfPractice.Tool.Trends;

/// <summary>Trends and alerts as text.</summary>
internal static class TrendsText
{
    public static void Write(IAnsiConsole console, TrendsDocument document)
    {
        console.WriteLine(Words.Text($"{document.Periods} periods of {document.PeriodDays:0.##} days up to {Durations.Format(document.AsOf)}; nothing is said about fewer than {document.SmallestGroup} people"));
        foreach (CommunityTrend community in document.Communities)
        {
            console.WriteLine();
            console.WriteLine(Words.Plain(community.Name ?? community.Id.Text));
            IndicatorTrend[] tested = [.. community.Trends.Trends.Where(t => t.Direction != TrendDirection.TooLittleData || t.LastChange != TrendDirection.TooLittleData)];
            if (tested.Length > 0)
            {
                console.Write(TableOf(tested));
            }

            console.WriteLine(Words.Text($"{community.Trends.Trends.Count - tested.Length} readings have too little data for a test; {community.Trends.Tests} tests, corrected together (Holm)"));
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
    }

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

    private static string Probability(double? p) => p is { } known ? Words.Text($"{known:0.000}") : string.Empty;

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
