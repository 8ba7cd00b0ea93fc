using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Tool.Reporting.Charts;

/// <summary>One bar from 0 to 100 for each dimension and one for the whole, each with its interval.</summary>
internal static class DimensionBars
{
    private const int RowHeight = 44, Left = 4, Right = 4, Bottom = 22, Thick = 16;

    public static Chart Draw(HealthReport report, HealthModel model)
    {
        List<Row> rows = [new("Score", report.Score, report.Uncertainty?.Interval, Words.Band(report), string.Empty)];
        rows.AddRange(report.Dimensions.Select(d => new Row(d.Name, d.Score, d.Interval, Words.Band(d, model), $"{Words.Number(d.Weight, "share")} of the score, {Words.Measured(report, d)}")));
        return new(
            "Score and dimensions",
            Picture(rows, model),
            ["Dimension", "In words", "Score", "Plausibly", "Made of"],
            [.. rows.Select(r => (string[])[r.Name, r.Word, Words.Score(r.Score), r.Plausibly, r.MadeOf])],
            "The bar is the score from 0 to 100, the whisker where it plausibly lies. A weak dimension is not made up for by a strong one.");
    }

    private static string Picture(List<Row> rows, HealthModel model)
    {
        double height = (rows.Count * RowHeight) + Bottom;
        string description = string.Join("; ", rows.Select(r => r.Score is null ? $"{r.Name} not measured" : $"{r.Name} {r.Word}, {Words.Score(r.Score)}{(r.Plausibly.Length > 0 ? $", plausibly {r.Plausibly}" : string.Empty)}"));
        Svg svg = new(Svg.Width, height, "Score and dimensions, from 0 to 100", description);
        for (int i = 0; i < rows.Count; i++)
        {
            DrawRow(svg, rows[i], i * RowHeight, model, strong: i == 0);
        }

        for (int b = 0; b < model.Bands.Count; b++)
        {
            double from = model.Bands[b].From, until = b + 1 < model.Bands.Count ? model.Bands[b + 1].From : 100;
            svg.Text((X(from) + X(until)) / 2, height - 5, model.Bands[b].Name, "tick", "middle");
            if (b > 0)
            {
                svg.Line(X(from), height - Bottom + 2, X(from), height, "axis");
            }
        }

        return svg.ToString();
    }

    private static void DrawRow(Svg svg, Row row, double top, HealthModel model, bool strong)
    {
        double y = top + 20;
        svg.Text(Left, top + 14, row.Name, strong ? "label strong" : "label");
        svg.Text(Svg.Width - Right, top + 14, row.Score is null ? "not measured" : $"{Words.Score(row.Score)}{(row.Plausibly.Length > 0 ? $" ({row.Plausibly})" : string.Empty)}", "value", "end");
        if (row.Score is not { } score)
        {
            svg.Bar(Left, y, X(100) - Left, Thick, "empty");
            return;
        }

        svg.Bar(Left, y, X(100) - Left, Thick, "track").Bar(Left, y, X(score) - Left, Thick, strong ? "bar strong" : "bar");
        foreach (HealthBand band in model.Bands.Skip(1))
        {
            svg.Line(X(band.From), y - 2, X(band.From), y + Thick + 2, "grid");
        }

        if (row.Range is { } range)
        {
            svg.Whisker(X(range.Low), X(range.High), y + (Thick / 2d), 5);
        }
    }

    private static double X(double score) => Left + ((Svg.Width - Left - Right) * score / 100);

    private sealed record Row(string Name, double? Score, Interval? Range, string Word, string MadeOf)
    {
        public string Plausibly => Range is { } range ? Words.Text($"{range.Low:0.0} to {range.High:0.0}") : string.Empty;
    }
}
