using System.Text;
using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Tool.Reporting.Charts;

/// <summary>The share of questions that have a first answer, by hours waited, with its 95 % band.</summary>
internal static class WaitingCurve
{
    private const int Width = 520, Height = 240, Left = 50, Right = 16, Top = 20, Bottom = 40;
    private const double Hours = 7 * 24, InTime = 48;

    public static string Draw(SurvivalCurve curve)
    {
        string description = string.Join(", ", new[] { 4d, 24, 48, 96, 168 }.Select(h => Words.Text($"{Words.Number(1 - curve.At(h), "share")} within {h:0} hours")));
        Svg svg = new(Width, Height, "How fast questions are answered", description);
        foreach (double share in (double[])[0, 0.25, 0.5, 0.75, 1])
        {
            svg.Line(Left, Y(share), Width - Right, Y(share), "grid").Text(Left - 8, Y(share) + 4, Words.Number(share, "share"), "tick", "end");
        }

        for (int day = 0; day <= 7; day++)
        {
            svg.Text(X(day * 24), Height - 20, day == 0 ? "asked" : Words.Text($"{day} d"), "tick", "middle");
        }

        svg.Text(X(Hours / 2), Height - 4, "time since the question", "tick", "middle");
        double[] times = [0, .. Steps(curve).Where(t => t < Hours), Hours];
        svg.Path(Band(curve, times), "band");
        svg.Path(Stairs(times, t => 1 - curve.At(t)), "line thick");
        double answered = 1 - curve.At(InTime);
        svg.Line(X(InTime), Y(0), X(InTime), Y(1), "mark").Dot(X(InTime), Y(answered), "dot");
        bool below = answered > 0.8;
        svg.Text(X(InTime) + 8, Y(answered) + (below ? 22 : -10), $"{Words.Number(answered, "share")} within 48 hours", "value");
        return svg.ToString();
    }

    private static List<double> Steps(SurvivalCurve curve)
    {
        List<double> times = [];
        foreach (SurvivalStep step in curve.Steps)
        {
            times.Add(step.Time);
        }

        return times;
    }

    private static string Stairs(double[] times, Func<double, double> share)
    {
        StringBuilder path = new();
        double last = share(times[0]);
        path.Append(Words.Text($"M{X(times[0]):0.##} {Y(last):0.##}"));
        foreach (double t in times.Skip(1))
        {
            path.Append(Words.Text($"H{X(t):0.##}"));
            double now = share(t);
            if (now != last)
            {
                path.Append(Words.Text($"V{Y(now):0.##}"));
                last = now;
            }
        }

        return path.ToString();
    }

    private static string Band(SurvivalCurve curve, double[] times)
    {
        string upper = Stairs(times, t => 1 - (curve.Interval(t)?.Low ?? curve.At(t)));
        double[] back = [.. times.Reverse()];
        StringBuilder path = new(upper);
        for (int i = 0; i < back.Length; i++)
        {
            double low = 1 - (curve.Interval(back[i])?.High ?? curve.At(back[i]));
            path.Append(Words.Text($"L{X(back[i]):0.##} {Y(low):0.##}"));
            if (i + 1 < back.Length)
            {
                double before = 1 - (curve.Interval(back[i + 1])?.High ?? curve.At(back[i + 1]));
                path.Append(Words.Text($"V{Y(before):0.##}"));
            }
        }

        return path.Append('Z').ToString();
    }

    private static double X(double hours) => Left + ((Width - Left - Right) * hours / Hours);

    private static double Y(double share) => Top + ((Height - Top - Bottom) * (1 - share));
}
