using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Vocabulary;
using Spectre.Console;

namespace CommunityOfPractice.Tool.Reporting;

/// <summary>The report for a terminal: colour where there is some, plain text where it is piped.</summary>
internal static class TextReport
{
    public static void Write(IAnsiConsole console, HealthDocument document)
    {
        TimeWindow window = document.Window;
        console.WriteLine($"As of {Durations.Format(window.Until)}{(document.AsOfChosen ? string.Empty : " (just after the last activity)")}, "
            + $"looking back {Durations.Format(window.Length)}, model {document.ModelVersion}");
        foreach (CommunityHealthReport community in document.Communities)
        {
            console.WriteLine();
            Write(console, community);
        }

        if (document.Communities.Count > 1)
        {
            console.WriteLine();
            WriteOverview(console, document);
        }
    }

    private static void Write(IAnsiConsole console, CommunityHealthReport community)
    {
        HealthReport report = community.Report;
        console.MarkupLine($"[bold]{Markup.Escape(community.Title)}[/]");
        console.MarkupLine($"{Markup.Escape(report.Summary)}");
        console.WriteLine(Words.Text($"{report.Activity.InWindow} activities in the window, {report.Activity.Before} before it; left out: {report.Activity.Bots} by bots, {report.Activity.RepliesToOneself} replies to oneself."));
        foreach (RedFlag flag in report.Flags.Where(f => f.Status == RedFlagStatus.Raised))
        {
            console.MarkupLine($"[red]Red flag:[/] {Markup.Escape(flag.Name)}. {Markup.Escape(flag.Text)}");
        }

        console.Write(ReadingsOf(community));
        if (report.Score is { } score)
        {
            console.WriteLine(Words.Text($"Each 'points' says how far a reading moves the score from the baseline of {report.Baseline:0.0} ({Words.Baseline(report.BaselineUsed)}); together they make {score - report.Baseline:+0.0;-0.0;0.0}."));
            if (report.Uncertainty is { } sure)
            {
                console.WriteLine(Words.Sure(sure));
            }
        }

        foreach (DimensionResult dimension in report.Dimensions)
        {
            console.WriteLine($"{dimension.Name}: {Words.Score(dimension.Score)}{Words.Range(dimension.Interval)} (weight {Words.Number(dimension.Weight, "share")}, from {Words.Measured(report, dimension)})");
        }

        foreach (Reason missing in report.Score is null ? report.Missing : [])
        {
            console.WriteLine($"Missing: {missing.Text}");
        }

        foreach ((NextStep step, int number) in report.NextSteps.Select((s, i) => (s, i + 1)))
        {
            console.WriteLine(Words.Text($"Next step {number}: {step.Text} (worth {step.Gain:+0.0} points)"));
        }
    }

    private static Table ReadingsOf(CommunityHealthReport community)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumns("Reading", "Value", "95 % interval");
        table.AddColumn(new TableColumn("Score").RightAligned());
        table.AddColumn(new TableColumn("Points").RightAligned());
        foreach (IndicatorResult result in community.Report.Indicators)
        {
            string value = Words.Of(result) + (result.Value is not null && result.Reading.Finding is { } finding ? $", {finding}" : string.Empty);
            string colour = result.Contribution switch { > 0 => "green", < 0 => "red", _ => "default" };
            table.AddRow(
                new Text(result.Info.Name),
                result.Value is null ? new Markup($"[grey]{Markup.Escape(value)}[/]") : new Text(value),
                new Text(Words.Interval(result)),
                new Text(result.Score is null ? string.Empty : Words.Score(result.Score)),
                new Markup($"[{colour}]{community.ShownPoints(result)}[/]"));
        }

        return table;
    }

    private static void WriteOverview(IAnsiConsole console, HealthDocument document)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumns("Community", "Outcome");
        table.AddColumn(new TableColumn("Score").RightAligned());
        foreach (CommunityHealthReport community in document.Communities)
        {
            table.AddRow(new Text(community.Title), new Text(community.Report.Band ?? Verdict(community.Report.Verdict)), new Text(Words.Score(community.Report.Score)));
        }

        console.Write(table);
    }

    public static string Verdict(HealthVerdict verdict) => verdict switch
    {
        HealthVerdict.TooEarlyToTell => "too early to tell",
        HealthVerdict.InsufficientData => "not enough data",
        _ => "scored",
    };
}
