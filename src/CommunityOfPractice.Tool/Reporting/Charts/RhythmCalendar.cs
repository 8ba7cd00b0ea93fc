namespace CommunityOfPractice.Tool.Reporting.Charts;

/// <summary>Week by week what people gave and when they gathered, thirteen weeks a row.</summary>
internal static class RhythmCalendar
{
    private const int InRow = 13, Cell = 30, Square = 28, Left = 5, Label = 20, SignHeight = 11;

    public static Chart Draw(IReadOnlyList<RhythmWeek> weeks)
    {
        bool gatherings = weeks.Any(w => w.Held + w.Planned + w.Cancelled > 0);
        List<string> notes = ["The number in a square is how many contributions there were in that week; the fuller the square, the more."];
        notes.Add(gatherings
            ? "● took place, ○ was planned and is over but nobody says whether it took place, × was cancelled; a number says how many."
            : "The data tell of no gathering in these weeks.");
        return new(
            "Calendar of rhythm",
            Picture(weeks),
            ["Week from", "Contributions", "People", "Gatherings held", "Planned, not confirmed", "Cancelled"],
            [.. weeks.Select(w => (string[])[Words.Day(w.From), Words.Text($"{w.Contributions}"), Words.Text($"{w.Contributors}"), Words.Text($"{w.Held}"), Words.Text($"{w.Planned}"), Words.Text($"{w.Cancelled}")])],
            notes);
    }

    private static string Picture(IReadOnlyList<RhythmWeek> weeks)
    {
        RhythmWeek[][] rows = [.. weeks.Chunk(InRow)];
        int quiet = weeks.Count(w => w.Contributions == 0), most = weeks.Max(w => w.Contributions);
        string description = Words.Text($"{weeks.Count} weeks from {Words.Day(weeks[0].From)} on, {quiet} of them without a contribution, at most {most} in a week; {weeks.Sum(w => w.Held)} gatherings held, {weeks.Sum(w => w.Planned)} planned and not confirmed, {weeks.Sum(w => w.Cancelled)} cancelled");
        double rowHeight = Label + Square + 14 + (SignHeight * Math.Max(1, weeks.Max(w => SignsOf(w).Length)));
        Svg svg = new(Svg.Width, rows.Length * rowHeight, "Contributions and gatherings by week", description);
        for (int r = 0; r < rows.Length; r++)
        {
            double top = r * rowHeight;
            svg.Text(Left, top + 14, $"{Words.Day(rows[r][0].From)} to {Words.Day(rows[r][^1].From.AddDays(7))}", "tick");
            for (int i = 0; i < rows[r].Length; i++)
            {
                DrawWeek(svg, rows[r][i], Left + (i * Cell), top + Label, most);
            }
        }

        return svg.ToString();
    }

    private static string[] SignsOf(RhythmWeek week) =>
        [.. new[] { ("●", week.Held), ("○", week.Planned), ("×", week.Cancelled) }.Where(s => s.Item2 > 0).Select(s => s.Item2 == 1 ? s.Item1 : Words.Text($"{s.Item1}{s.Item2}"))];

    private static void DrawWeek(Svg svg, RhythmWeek week, double x, double y, int most)
    {
        double full = most == 0 ? 0 : (double)week.Contributions / most * (Square - 2);
        svg.Bar(x, y, Square, Square, "empty").Bar(x + 1, y + Square - 1 - full, Square - 2, full, "fill");
        svg.Text(x + (Square / 2d), y + 18, week.Contributions > 9999 ? "…" : Words.Text($"{week.Contributions}"), week.Contributions > 999 ? "cell tiny" : "cell", "middle");
        string[] signs = SignsOf(week);
        for (int i = 0; i < signs.Length; i++)
        {
            svg.Text(x + (Square / 2d), y + Square + 13 + (i * SignHeight), signs[i], "sign", "middle");
        }
    }
}
