using System.Globalization;

namespace CommunityOfPractice.Tool.Calendars;

/// <summary>One component of an iCalendar file: its lines as they stand, and the number of the first.</summary>
internal sealed record CalendarBlock(string Name, int Line, string Text, IReadOnlyList<(string Name, int Line)> Properties);

/// <summary>Cuts an iCalendar file into its components, so that each is read by itself and every problem has a place.</summary>
internal static class CalendarBlocks
{
    public static List<CalendarBlock> Read(string text, string file, List<string> errors)
    {
        List<CalendarBlock> blocks = [];
        List<(string Name, int Line)> open = [], properties = [];
        List<string> lines = [];
        int number = 0;
        foreach (string line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            string upper = line.Trim().ToUpperInvariant();
            if (upper.StartsWith("BEGIN:", StringComparison.Ordinal))
            {
                open.Add((upper[6..], number));
                if (open.Count == 2)
                {
                    lines = [];
                    properties = [];
                }
            }
            else if (open.Count == 2 && line.Length > 0 && !char.IsWhiteSpace(line[0]) && !upper.StartsWith("END:", StringComparison.Ordinal))
            {
                properties.Add((upper.Split(':', ';')[0], number));
            }

            lines.Add(line);
            if (!upper.StartsWith("END:", StringComparison.Ordinal))
            {
                continue;
            }

            if (open.Count == 0 || open[^1].Name != upper[4..])
            {
                errors.Add(string.Create(CultureInfo.InvariantCulture, $"{file}:{number}: {upper} ends nothing that is open"));
                return [];
            }

            if (open.Count == 2)
            {
                blocks.Add(new(open[1].Name, open[1].Line, string.Join("\r\n", lines), properties));
            }

            open.RemoveAt(open.Count - 1);
        }

        errors.AddRange(open.Select(left => string.Create(CultureInfo.InvariantCulture, $"{file}:{left.Line}: {left.Name} has no end")));
        if (blocks.Count == 0 && errors.Count == 0 && !text.Contains("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase))
        {
            errors.Add($"{file}: this is no iCalendar file");
        }

        return errors.Count > 0 ? [] : blocks;
    }
}
