using CommunityOfPractice.Core.Health;

namespace CommunityOfPractice.Tool.Reporting.Charts;

/// <summary>One bar from 0 to 100 for each dimension and one for the whole.</summary>
internal static class DimensionBars
{
    private const int Width = 520, RowHeight = 40, Left = 128, Right = 52, Top = 24;

    public static string Draw(HealthReport report, HealthModel model)
    {
        List<(string Name, double? Score, string Note)> rows = [("Score", report.Score, string.Empty)];
        rows.AddRange(report.Dimensions.Select(d => (d.Name, d.Score, $"{Words.Measured(report, d)}")));
        int height = Top + (rows.Count * RowHeight) + 8;
        string description = string.Join(", ", rows.Select(r => $"{r.Name} {(r.Score is null ? "not measured" : Words.Score(r.Score))}"));
        Svg svg = new(Width, height, "Score and dimensions, 0 to 100", description);
        foreach (HealthBand band in model.Bands)
        {
            svg.Line(X(band.From), Top - 4, X(band.From), height - 8, "grid").Text(X(band.From) + 3, Top - 8, band.Name, "tick small");
        }

        for (int i = 0; i < rows.Count; i++)
        {
            double y = Top + (i * RowHeight) + 6;
            (string name, double? score, string note) = rows[i];
            svg.Text(Left - 12, y + (note.Length > 0 ? 10 : 16), name, i == 0 ? "label strong" : "label", "end");
            svg.Text(Left - 12, y + 23, note, "tick", "end");
            svg.Bar(Left, y, Width - Left - Right, 22, "track");
            if (score is { } value)
            {
                svg.Bar(Left, y, X(value) - Left, 22, i == 0 ? "bar strong" : "bar", $"{name}: {Words.Score(value)}");
                svg.Text(Width - Right + 10, y + 16, Words.Score(value), "value");
            }
            else
            {
                svg.Text(Left + 10, y + 15, "not measured", "tick");
            }
        }

        return svg.ToString();
    }

    private static double X(double score) => Left + ((Width - Left - Right) * score / 100);
}
