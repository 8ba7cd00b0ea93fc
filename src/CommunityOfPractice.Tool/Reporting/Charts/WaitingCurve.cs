using System.Text;
using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Tool.Reporting.Charts;

/// <summary>The share of questions that have a first answer, by hours waited, with its 95 % band.</summary>
internal static class WaitingCurve
{
    private const int Height = 264, Left = 44, Right = 12, Top = 20, Bottom = 74;
    private const double Hours = 7 * 24, InTime = 48;
    private static readonly double[] Told = [1, 4, 12, 24, 48, 72, 96, 120, 144, 168];

    public static Chart Draw(SurvivalCurve curve)
    {
        int open = curve.Observations - curve.Events;
        string half = curve.Median is { } median ? $"Half have an answer within {Words.Number(median, "hours")}." : "The median is not reached: fewer than half get an answer.";
        return new(
            "How long people wait for an answer",
            Picture(curve),
            ["Time since the question", "Answered by then", "95 % interval", "Still waiting at the next answer"],
            [.. Told.Select(t => (string[])[Words.Number(t, "hours"), Words.Number(1 - curve.At(t), "share"), Interval(curve, t), AtRisk(curve, t) is { } waiting ? Words.Text($"{waiting}") : string.Empty])],
            $"{half} {Words.Count(open, "question", "questions")} of {curve.Observations} had no answer when the data end or when they were taken back: censored, they count as waiting up to then and are not left out.",
            "The line is the share that has a first answer by somebody else, the band between the thin lines its 95 % interval; the row of numbers says how many were still waiting and seen at the next answer after that time, a dot that no more answers came.");
    }

    private static string Picture(SurvivalCurve curve)
    {
        string description = string.Join(", ", Told.Where(t => t is 4 or 24 or 48 or 96 or 168).Select(h => Words.Text($"{Words.Number(1 - curve.At(h), "share")} within {Words.Number(h, "hours")}")));
        Svg svg = new(Svg.Width, Height, "Share of questions with a first answer, by time", description);
        foreach (double share in (double[])[0, 0.25, 0.5, 0.75, 1])
        {
            svg.Line(Left, Y(share), Svg.Width - Right, Y(share), "grid").Text(Left - 6, Y(share) + 4, Words.Number(share, "share"), "tick", "end");
        }

        svg.Text(Left, Height - 22, "still waiting:", "tick");
        for (int day = 0; day <= 7; day++)
        {
            string anchor = day == 7 ? "end" : "middle";
            double x = day == 7 ? Svg.Width - 2 : X(day * 24);
            svg.Text(x, Height - 58, day == 0 ? "asked" : Words.Text($"{day} d"), "tick", anchor);
            svg.Text(x, Height - 6, AtRisk(curve, day * 24) is { } waiting ? Words.Text($"{waiting}") : "·", "tick", anchor);
        }

        svg.Text(X(Hours / 2), Height - 42, "time since the question", "tick", "middle");
        double[] times = [0, .. Steps(curve).Where(t => t < Hours), Hours];
        svg.Path(Band(curve, times), "band");
        svg.Path(Stairs(times, t => 1 - curve.At(t)), "line thick");
        double answered = 1 - curve.At(InTime);
        svg.Line(X(InTime), Y(0), X(InTime), Y(1), "mark").Dot(X(InTime), Y(answered), "dot");
        svg.Text(X(InTime) + 8, answered >= 0.5 ? Y(0) - 10 : Y(1) + 14, $"{Words.Number(answered, "share")} within 48 hours", "value");
        return svg.ToString();
    }

    /// <summary>How many were still without an answer and under observation at a time; null after the last answer, when the curve no longer tells.</summary>
    private static int? AtRisk(SurvivalCurve curve, double time)
    {
        foreach (SurvivalStep step in curve.Steps)
        {
            if (step.Time >= time)
            {
                return step.AtRisk;
            }
        }

        return time > curve.LastTime ? 0 : null;
    }

    private static string Interval(SurvivalCurve curve, double time) =>
        curve.Interval(time) is { } range ? $"{Words.Number(1 - range.High, "share")} to {Words.Number(1 - range.Low, "share")}" : string.Empty;

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

    private static double X(double hours) => Left + ((Svg.Width - Left - Right) * hours / Hours);

    private static double Y(double share) => Top + ((Height - Top - Bottom) * (1 - share));
}
