using CommunityOfPractice.Core.Health;

namespace CommunityOfPractice.Tool.Reporting.Charts;

/// <summary>From the baseline to the score, step by step: what each reading adds or takes away. The shown numbers add up.</summary>
internal static class Waterfall
{
    private const int RowHeight = 36, Left = 4, Right = 4, Thick = 13, Bottom = 20;

    public static Chart Draw(CommunityHealthReport community)
    {
        HealthReport report = community.Report;
        List<Step> steps = StepsOf(community);
        return new(
            "What moves the score",
            Picture(steps),
            ["Reading", "Points", "Score so far", "Found"],
            [.. steps.Select(s => (string[])[s.Name, s.Points is { } points ? Words.Points((double)points) : string.Empty, Words.Score((double)s.Reached), s.Found])],
            $"From the baseline ({Words.Baseline(report.BaselineUsed)}) to the score. Solid bars add, hatched bars take away; the points shown add up to the score shown.");
    }

    /// <summary>Dimension by dimension in the order of the report; the first step is the baseline, the last the score.</summary>
    private static List<Step> StepsOf(CommunityHealthReport community)
    {
        HealthReport report = community.Report;
        decimal reached = community.ShownBaseline;
        List<Step> steps = [new("Baseline", null, 0, reached, string.Empty)];
        string[] order = [.. report.Dimensions.Select(d => d.Id)];
        foreach (IndicatorResult result in report.Indicators.Where(i => community.PointsOf(i) is not null).OrderBy(i => Array.IndexOf(order, i.Dimension)))
        {
            decimal points = community.PointsOf(result)!.Value;
            steps.Add(new(result.Info.Name, points, reached, reached + points, Words.Found(result)));
            reached += points;
        }

        steps.Add(new("Score", null, 0, reached, string.Empty));
        return steps;
    }

    private static string Picture(List<Step> steps)
    {
        double low = Math.Min(0, (double)steps.Min(s => s.Reached)), high = Math.Max(100, (double)steps.Max(s => s.Reached));
        double height = (steps.Count * RowHeight) + Bottom;
        string description = string.Join(", ", steps.Select(s => $"{s.Name} {s.Label}"));
        Svg svg = new(Svg.Width, height, "What moves the score, in points", description);
        foreach (double tick in (double[])[0, 20, 40, 60, 80, 100])
        {
            svg.Line(X(tick), 4, X(tick), height - Bottom, "grid").Text(X(tick), height - 6, Words.Text($"{tick:0}"), "tick", tick == 0 ? "start" : tick == 100 ? "end" : "middle");
        }

        for (int i = 0; i < steps.Count; i++)
        {
            Step step = steps[i];
            double top = i * RowHeight, y = top + 19, from = X((double)Math.Min(step.From, step.Reached)), wide = Math.Max(1.5, X((double)Math.Max(step.From, step.Reached)) - from);
            svg.Text(Left, top + 14, step.Name, step.Points is null ? "label strong" : "label").Text(Svg.Width - Right, top + 14, step.Label, "value", "end");
            if (step.Points < 0)
            {
                svg.Hatched(from, y, wide, Thick, "bar down");
            }
            else
            {
                svg.Bar(from, y, wide, Thick, step.Points is null ? "bar strong" : "bar");
            }

            if (i + 1 < steps.Count)
            {
                svg.Line(X((double)step.Reached), y, X((double)step.Reached), y + RowHeight + Thick, "mark");
            }
        }

        return svg.ToString();

        double X(double score) => Left + ((Svg.Width - Left - Right) * (score - low) / (high - low));
    }

    private sealed record Step(string Name, decimal? Points, decimal From, decimal Reached, string Found)
    {
        public string Label => Points is { } points ? Words.Points((double)points) : Words.Score((double)Reached);
    }
}
