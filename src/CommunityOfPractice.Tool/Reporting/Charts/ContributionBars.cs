using CommunityOfPractice.Core.Health;

namespace CommunityOfPractice.Tool.Reporting.Charts;

/// <summary>How far each reading moves the score up or down from the baseline.</summary>
internal static class ContributionBars
{
    private const int Width = 520, RowHeight = 28, Left = 222, Right = 4, Top = 26, Number = 54;

    public static string Draw(CommunityHealthReport community)
    {
        HealthReport report = community.Report;
        IndicatorResult[] parts = [.. report.Indicators.Where(i => i.Contribution is not null).OrderByDescending(i => i.Contribution)];
        double down = Math.Max(0, -parts.Min(p => p.Contribution!.Value)), up = Math.Max(0, parts.Max(p => p.Contribution!.Value));
        int height = Top + (parts.Length * RowHeight) + 6;
        string description = string.Join(", ", parts.Select(p => $"{p.Info.Name} {community.ShownPoints(p)}"));
        Svg svg = new(Width, height, "What moves the score, in points", description);
        double room = Width - Left - Right - (down > 0 ? 2 : 1) * Number;
        double scale = room / Math.Max(1, down + up), middle = Left + (down > 0 ? Number : 0) + (down * scale);
        svg.Text(middle, 14, Words.Text($"baseline {report.Baseline:0.0}"), "tick", down > 0 ? "middle" : "start").Line(middle, Top - 6, middle, height - 4, "axis");
        for (int i = 0; i < parts.Length; i++)
        {
            double points = parts[i].Contribution!.Value, y = Top + (i * RowHeight);
            double end = middle + (points * scale);
            svg.Text(Left - 12, y + 15, parts[i].Info.Name, "label", "end");
            svg.Bar(Math.Min(middle, end), y + 2, Math.Abs(end - middle), 18, points < 0 ? "bar down" : "bar", $"{parts[i].Info.Name}: {community.ShownPoints(parts[i])} points");
            svg.Text(end + (points < 0 ? -6 : 6), y + 16, community.ShownPoints(parts[i]), "value", points < 0 ? "end" : "start");
        }

        return svg.ToString();
    }
}
