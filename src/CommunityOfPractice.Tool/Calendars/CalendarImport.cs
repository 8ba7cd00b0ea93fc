using System.Globalization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Tool.Calendars;

/// <summary>Reads iCalendar (RFC 5545) as gatherings: every error with its line, and what the format has no place for in numbers.</summary>
/// <remarks>One occurrence of a series that was changed (RECURRENCE-ID) becomes a gathering of its own, and the series leaves its first time out.</remarks>
internal sealed class CalendarImport(string file, CommunityId community, TimeZoneInfo zone)
{
    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal)
    {
        "UID", "DTSTART", "DTEND", "DURATION", "SUMMARY", "LOCATION", "URL", "STATUS", "CATEGORIES", "COMMENT", "ORGANIZER", "ATTENDEE", "RELATED-TO", "RRULE", "EXDATE", "RECURRENCE-ID",
        "DTSTAMP", "SEQUENCE", "CREATED", "LAST-MODIFIED",
        CalendarText.Type, CalendarText.Formality, CalendarText.Capacity, CalendarText.Status, CalendarText.Link, CalendarText.TimeZone,
    };

    private readonly Dictionary<string, (int Count, int Line)> left = new(StringComparer.Ordinal);

    public List<string> Errors { get; } = [];

    /// <summary>What was not taken over, with the number of times and the first line.</summary>
    public IEnumerable<string> Notes => left.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each =>
        string.Create(CultureInfo.InvariantCulture, $"{file}:{each.Value.Line}: {each.Key} ({each.Value.Count} times)"));

    /// <summary>Reads the text of a file.</summary>
    public ValueList<GatheringEntry> Read(string text)
    {
        Dictionary<string, (GatheringEntry Entry, int Line)> rows = new(StringComparer.Ordinal);
        List<(string Series, DateTimeOffset At)> moved = [];
        foreach (CalendarBlock block in CalendarBlocks.Read(text, file, Errors))
        {
            if (block.Name == "VTIMEZONE")
            {
                continue; // zones are known by their IANA ids
            }

            if (block.Name != "VEVENT")
            {
                Leave($"{block.Name} is not taken over", block.Line);
                continue;
            }

            foreach ((string name, int line) in block.Properties.Where(property => !Taken.Contains(property.Name)))
            {
                Leave($"{name} is not taken over", line);
            }

            CalendarEventReader reader = new(block, file, community, zone, Errors, Leave);
            if (reader.Read() is { } entry && !rows.TryAdd(entry.Gathering, (entry, block.Line)))
            {
                Errors.Add(string.Create(CultureInfo.InvariantCulture, $"{file}:{block.Line}: UID: line {rows[entry.Gathering].Line} has an event '{entry.Gathering}' already"));
            }

            if (reader.Replaces is { } replaced)
            {
                moved.Add(replaced);
            }
        }

        foreach (IGrouping<string, DateTimeOffset> series in moved.GroupBy(each => each.Series, each => each.At).Where(series => rows.ContainsKey(series.Key)))
        {
            (GatheringEntry entry, int line) = rows[series.Key];
            rows[series.Key] = (entry with { Except = [.. entry.Except, .. series] }, line);
        }

        return rows.Values.Select(row => row.Entry).ToValueList();
    }

    private void Leave(string what, int line) => left[what] = left.TryGetValue(what, out (int Count, int Line) before) ? (before.Count + 1, before.Line) : (1, line);
}
