using CommunityOfPractice.Core.Health;

namespace CommunityOfPractice.Tool.Reporting.Charts;

/// <summary>Departments by departments, or places by places: ties there are over ties by chance.</summary>
internal static class SiloHeatMap
{
    private const int Names = 150, Top = 22;

    public static Chart Draw(SiloMap map)
    {
        string what = map.Attribute == SiloBorder.Department ? "departments" : "places";
        List<string> notes =
        [
            "Each square compares two groups, those on the diagonal a group with itself: ties there are, divided by ties if groups did not matter. 1× is chance.",
            "▲ more than by chance, ▼ fewer than by chance, each tested together with all others at 5 %; a square without a sign shows no difference that could be detected.",
        ];
        if (map.WithheldCells > 0)
        {
            notes.Add($"{Words.Count(map.WithheldCells, "square is", "squares are")} hatched: withheld, since {(map.WithheldCells == 1 ? "it" : "they")} would tell about fewer than {map.SmallestGroup} people, or would let such a number be worked out (policy {map.Policy}).");
        }

        notes.Add(Words.Text($"{map.Permutations} permutations, seed {map.Seed}. {(map.Coverage is { } known ? $"Both groups are known for {Words.Number(known, "share")} of the ties." : string.Empty)}"));
        return new(
            $"Silo map of {what}",
            Picture(map, what),
            ["Between", "and", "Ties", "By chance", "Ratio", "Finding"],
            [.. map.Cells.Select(RowOf)],
            notes);
    }

    private static string[] RowOf(SiloCell cell) => cell.Finding == SiloFinding.Withheld
        ? [cell.First, cell.Second, "withheld", "withheld", "withheld", "withheld"]
        : [cell.First, cell.Second, Words.Text($"{cell.Ties}"), Words.Text($"{cell.Expected:0.0}"), Ratio(cell), Finding(cell.Finding)];

    private static string Picture(SiloMap map, string what)
    {
        string[] names = [.. map.Groups.Select(g => g.Name)];
        double side = Math.Max(34, (double)(Svg.Width - Names - 2) / names.Length);
        side = Math.Min(side, 54);
        Dictionary<(string, string), SiloCell> cells = map.Cells.ToDictionary(c => (c.First, c.Second));
        string description = string.Join("; ", map.Cells.Where(c => c.Finding != SiloFinding.NoDetectableDifference).Select(c => $"{c.First} and {c.Second}: {Finding(c.Finding)}").DefaultIfEmpty("no difference from chance was detected"));
        Svg svg = new(Math.Max(Svg.Width, Names + (names.Length * side) + 2), Top + (names.Length * side) + 2, $"Ties between {what}, there are over by chance", description);
        for (int row = 0; row < names.Length; row++)
        {
            double y = Top + (row * side);
            svg.Text(Names - 8, y + (side / 2) + 4, Words.Text($"{row + 1} {Short(names[row])}"), "label", "end");
            svg.Text(Names + (row * side) + (side / 2), Top - 7, Words.Text($"{row + 1}"), "tick", "middle");
            for (int column = 0; column <= row; column++)
            {
                SiloCell cell = cells.TryGetValue((names[column], names[row]), out SiloCell? there) ? there : cells[(names[row], names[column])];
                DrawCell(svg, cell, Names + (column * side), y, side - 2);
            }
        }

        return svg.ToString();
    }

    private static void DrawCell(Svg svg, SiloCell cell, double x, double y, double side)
    {
        if (cell.Finding == SiloFinding.Withheld)
        {
            svg.Hatched(x, y, side, side, "empty");
            return;
        }

        (string style, string sign) = cell.Finding switch
        {
            SiloFinding.More => ("heat more", "▲"),
            SiloFinding.Fewer => ("heat fewer", "▼"),
            _ => ("heat", string.Empty),
        };
        svg.Bar(x, y, side, side, style);
        svg.Text(x + (side / 2), y + (side / 2) + (sign.Length > 0 ? -1 : 4), Ratio(cell), "cell", "middle");
        if (sign.Length > 0)
        {
            svg.Text(x + (side / 2), y + (side / 2) + 13, sign, "cell", "middle");
        }
    }

    private static string Ratio(SiloCell cell) => cell.Ratio is { } ratio ? (ratio < 9.95 ? Words.Text($"{ratio:0.0}×") : Words.Text($"{ratio:0}×")) : "–";

    private static string Finding(SiloFinding finding) => finding switch
    {
        SiloFinding.More => "more ties than by chance",
        SiloFinding.Fewer => "fewer ties than by chance",
        SiloFinding.Withheld => "withheld",
        _ => "no difference detected",
    };

    /// <summary>As much of a name as stands beside its row in any usual font: a wide letter is at most as wide as the letters are high.</summary>
    private static string Short(string name)
    {
        double room = Names - 40;
        int kept = 0;
        while (kept < name.Length && (room -= WidthOf(name[kept])) >= 0)
        {
            kept++;
        }

        return kept == name.Length ? name : name[..(char.IsHighSurrogate(name[Math.Max(0, kept - 1)]) ? kept - 1 : kept)] + "…";
    }

    private static double WidthOf(char letter) => letter switch
    {
        'i' or 'j' or 'l' or 't' or 'f' or 'I' or ' ' or '.' or ',' or '-' => 4.6,
        'm' or 'w' or 'M' or 'W' or '&' or '@' or '%' or '<' or '>' => 12.9,
        >= 'A' and <= 'Z' => 10,
        <= 'ÿ' => 7.9,
        _ => 13,
    };
}
