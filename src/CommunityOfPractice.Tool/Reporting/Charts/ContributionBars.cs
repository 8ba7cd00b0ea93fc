using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Tool.Reporting.Charts;

/// <summary>How far each reading moves the score up or down from the baseline.</summary>
internal static class ContributionBars
{
    private const int Width = 640, RowHeight = 28, Left = 230, Right = 20, Top = 26;

    public static string Draw(HealthReport report)
    {
        IndicatorResult[] parts = [.. report.Indicators.Where(i => i.Contribution is not null).OrderByDescending(i => i.Contribution)];
        decimal[] shown = LargestRemainder.Round([.. parts.Select(p => p.Contribution!.Value)], 1);
        double most = Math.Max(1, parts.Max(p => Math.Abs(p.Contribution!.Value)));
        int height = Top + (parts.Length * RowHeight) + 6;
        string description = string.Join(", ", parts.Select((p, i) => $"{p.Info.Name} {Words.Points((double)shown[i])}"));
        Svg svg = new(Width, height, "What moves the score, in points", description);
        double middle = Left + ((Width - Left - Right) / 2d), scale = ((Width - Left - Right) / 2d - 48) / most;
        svg.Text(middle, 14, Words.Text($"baseline {report.Baseline:0.0}"), "tick", "middle").Line(middle, Top - 6, middle, height - 4, "axis");
        for (int i = 0; i < parts.Length; i++)
        {
            double points = parts[i].Contribution!.Value, y = Top + (i * RowHeight);
            double end = middle + (points * scale);
            svg.Text(Left - 12, y + 15, parts[i].Info.Name, "label", "end");
            svg.Bar(Math.Min(middle, end), y + 2, Math.Abs(end - middle), 18, points < 0 ? "bar down" : "bar", $"{parts[i].Info.Name}: {Words.Points((double)shown[i])} points");
            svg.Text(end + (points < 0 ? -6 : 6), y + 16, Words.Points((double)shown[i]), "value", points < 0 ? "end" : "start");
        }

        return svg.ToString();
    }
}
