using CommunityOfPractice.Tool.Trends;
using Spectre.Console;

namespace CommunityOfPractice.Tool.Reporting;

/// <summary>Stage, trends and alerts as text, when everything is asked for.</summary>
internal static class DevelopmentText
{
    public static void Write(IAnsiConsole console, Development development)
    {
        console.WriteLine();
        console.WriteLine(development.Stage is { } stage ? $"Stage: {StageWords.Head(stage)}" : $"Stage: {StageWords.Line(null)}");
        foreach ((string heading, string[] texts) in development.Stage is { } told ? StageWords.All(told) : [])
        {
            console.WriteLine($"  {heading}:");
            foreach (string text in texts)
            {
                console.WriteLine($"    {Words.Plain(text)}");
            }
        }

        console.WriteLine();
        if (development.Trends is { } trends)
        {
            console.WriteLine(Words.Text($"Trends over {trends.Periods.Count} periods as long as the window; nothing is said about fewer than {Core.Health.SuppressionPolicy.Usual} people"));
            TrendsText.WriteTests(console, trends, all: false);
        }
        else
        {
            console.WriteLine("Trends: fewer than two periods as long as the window were observed");
        }

        console.WriteLine("Alerts:");
        TrendsText.WriteAlerts(console, development.Alerts);
    }
}
