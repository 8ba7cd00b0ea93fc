using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Tool.Reporting.Charts;

/// <summary>Contributions week by week as bars, contributors as a line of dots.</summary>
internal static class WeeklyBars
{
    private const int Width = 520, Height = 220, Left = 44, Right = 44, Top = 26, Bottom = 34;

    public static string Draw(ValueList<WeeklyActivity> weeks)
    {
        int most = Rounded(weeks.Max(w => w.Contributions)), people = Rounded(weeks.Max(w => w.Contributors));
        string description = string.Join("; ", weeks.Select(w => $"week of {Words.Day(w.From)}: {w.Contributions} contributions by {w.Contributors} people"));
        Svg svg = new(Width, Height, "Contributions and contributors by week", description);
        double slot = (Width - Left - Right) / (double)weeks.Count;
        svg.Text(4, 14, "■ contributions", "tick bars").Text(Width - 4, 14, "● contributors", "tick dots", "end");
        foreach (double share in (double[])[0, 0.5, 1])
        {
            double y = Y(share);
            svg.Line(Left, y, Width - Right, y, "grid");
            svg.Text(Left - 6, y + 4, Words.Text($"{most * share:0.#}"), "tick", "end").Text(Width - Right + 6, y + 4, Words.Text($"{people * share:0.#}"), "tick");
        }

        int every = Math.Max(1, (int)Math.Ceiling(weeks.Count / 7d));
        List<string> points = [];
        for (int i = 0; i < weeks.Count; i++)
        {
            double x = Left + (i * slot), middle = x + (slot / 2);
            double top = Y(weeks[i].Contributions / (double)most), dot = Y(weeks[i].Contributors / (double)people);
            svg.Bar(x + (slot * 0.14), top, slot * 0.72, Y(0) - top, "bar", $"Week of {Words.Day(weeks[i].From)}: {weeks[i].Contributions} contributions by {weeks[i].Contributors} people");
            points.Add(Words.Text($"{middle:0.##} {dot:0.##}"));
            if (i % every == 0)
            {
                svg.Text(middle, Height - 12, Words.Text($"{weeks[i].From:d MMM}"), "tick", "middle");
            }
        }

        svg.Path("M" + string.Join(" L", points), "line");
        foreach (string[] point in points.Select(p => p.Split(' ')))
        {
            svg.Dot(double.Parse(point[0], System.Globalization.CultureInfo.InvariantCulture), double.Parse(point[1], System.Globalization.CultureInfo.InvariantCulture), "dot");
        }

        return svg.ToString();
    }

    /// <summary>The next number that reads well at the top of an axis and halves to a whole number.</summary>
    private static int Rounded(int most)
    {
        int step = 1;
        while (most > 20 * step)
        {
            step *= 10;
        }

        return Math.Max(2, (most + (2 * step) - 1) / (2 * step) * 2 * step);
    }

    private static double Y(double share) => Top + ((Height - Top - Bottom) * (1 - share));
}
