using CommunityOfPractice.Core.Health;
using Spectre.Console;

namespace CommunityOfPractice.Tool.Reporting;

/// <summary>One community on one screen: what it is like in words, how sure that is, what to do, what is missing.</summary>
internal static class FacilitatorPage
{
    private const int Widest = 100, Label = 16, Bar = 20;

    public static void Write(IAnsiConsole console, CommunityHealthReport community, HealthModel model)
    {
        HealthReport report = community.Report;
        console.MarkupLine($"[bold]{Markup.Escape(community.TitleAmongOthers)}[/]");
        Line(console, string.Empty, [Verdict(report)]);
        if (report.Score is not null)
        {
            foreach (DimensionResult dimension in report.Dimensions)
            {
                console.WriteLine(Words.Plain(DimensionLine(report, dimension, model)));
            }

            Line(console, "Speaks for it", Movers(community, up: true));
            Line(console, "Holds it back", Movers(community, up: false));
            Line(console, "Baseline", report.BaselineUsed?.Why is { } why ? [why.Text] : []);
        }

        RedFlag[] raised = [.. report.Flags.Where(f => f.Status == RedFlagStatus.Raised)];
        Line(console, "Red flags", raised.Length == 0 ? [Words.NoFlags(report)] : [.. raised.Select(f => $"{f.Name}. {f.Text}")], raised.Length == 0 ? null : "red");
        Line(console, "To do next", report.NextSteps.Count == 0 ? [] : [.. report.NextSteps.Select((s, i) => Words.Text($"{i + 1}. {s.Text} (worth {s.Gain:+0.0} points)"))]);
        Line(console, "Stage", [Words.Capital(StageWords.Line(community.Development.Stage))]);
        Line(console, "Alerts", Alerts(community.Development.Open(report.Window.Until)));
        Line(console, "Missing", Missing(report));
        Line(console, "Rests on", [Basis(report)]);
    }

    /// <summary>The band in words where it is firm, otherwise between which bands; then the number with its interval.</summary>
    private static string Verdict(HealthReport report) => report.Score is { } score
        ? Words.Text($"{Words.Capital(Words.Band(report))}: the score is {score:0.0} of 100{Words.Range(report.Uncertainty?.Interval)}, from {report.Indicators.Count(i => i.Score is not null)} of the model's {report.Indicators.Count(i => i.Dimension is not null)} readings.")
        : report.Summary;

    private static string DimensionLine(HealthReport report, DimensionResult dimension, HealthModel model)
    {
        string name = dimension.Name.PadRight(Label);
        if (dimension.Score is not { } score)
        {
            return $"{name}{new string('·', Bar)}  not measured, from {Words.Measured(report, dimension)}";
        }

        int full = (int)Math.Round(score / 100 * Bar);
        return Words.Text($"{name}{new string('█', full)}{new string('░', Bar - full)}  {(dimension.Interval is null ? string.Empty : $"{Words.Band(dimension, model)}: ")}{score:0.0}{Words.Range(dimension.Interval)} (from {Words.Measured(report, dimension)})");
    }

    /// <summary>The readings that move the score most.</summary>
    private static string[] Movers(CommunityHealthReport community, bool up)
    {
        string[] all = [.. community.Report.Indicators
            .Where(i => community.PointsOf(i) is { } points && (up ? points > 0 : points < 0))
            .OrderByDescending(i => Math.Abs(community.PointsOf(i)!.Value))
            .Select(i => $"{i.Info.Name} {(i.Value is null ? string.Empty : $"({Words.Of(i)}) ")}{community.ShownPoints(i)}")];
        return all.Length == 0 ? [] : [Words.Some(all, 3)];
    }

    /// <summary>What began and is not over, by the names of the rules; the sentences come with everything.</summary>
    private static string[] Alerts(IEnumerable<CommunityAlert> alerts)
    {
        string[] names = [.. alerts.Select(a => $"{a.Rule[..a.Rule.IndexOf('/', StringComparison.Ordinal)].Replace('-', ' ')} since {Words.Day(a.Raised.From)}")];
        return names.Length == 0 ? [] : [string.Join("; ", names)];
    }

    private static string[] Missing(HealthReport report)
    {
        if (report.Score is null)
        {
            string[] reasons = [.. report.Missing.Skip(1).Select(m => m.Text)];
            return reasons.Length <= 4 ? reasons : [.. reasons.Take(4), Words.Text($"and {reasons.Length - 4} more: see --all")];
        }

        string[] silent = [.. report.Indicators.Where(i => i.Dimension is not null && i.Score is null).Select(i => i.Info.Name)];
        return silent.Length == 0 ? ["nothing: every reading of the model has a value"] : [$"no value for {Words.Some(silent, 6)}"];
    }

    private static string Basis(HealthReport report) => Words.Text(
        $"{Words.Count(report.Activity.InWindow, "activity", "activities")} in the window, {report.Activity.Before} before it; left out: {report.Activity.Bots} by bots, {report.Activity.RepliesToOneself} replies to oneself.");

    /// <summary>A label, and beside it texts that are broken into lines and stay in their column.</summary>
    private static void Line(IAnsiConsole console, string label, IReadOnlyList<string> texts, string? colour = null)
    {
        int indent = label.Length == 0 ? 0 : Label, width = Math.Min(Widest, console.Profile.Width) - indent;
        string head = label.PadRight(indent);
        foreach (string line in texts.SelectMany(t => Broken(Words.Plain(t), width)))
        {
            console.MarkupLine($"[{colour ?? "default"}]{Markup.Escape(head + line)}[/]");
            head = new string(' ', indent);
        }
    }

    private static IEnumerable<string> Broken(string text, int width)
    {
        while (text.Length > width)
        {
            int space = text.LastIndexOf(' ', width);
            int at = space > 0 ? space : width;
            yield return text[..at];
            text = text[at..].TrimStart();
        }

        yield return text;
    }
}
