using System.Globalization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using NodaTime.TimeZones;

namespace CommunityOfPractice.Tool.Calendars;

/// <summary>Reads one event.</summary>
internal sealed class CalendarEventReader(CalendarBlock block, string file, CommunityId community, TimeZoneInfo zone, List<string> errors, Action<string, int> leave)
{
    private const long Earliest = 0, End = 4_102_444_800; // 1970 to 2099, in unix seconds

    private int faults;

    /// <summary>When the event takes the place of one occurrence of a series: the series, and when that would have begun.</summary>
    public (string Series, DateTimeOffset At)? Replaces { get; private set; }

    /// <summary>The gathering, or null when anything is wrong with it.</summary>
    public GatheringEntry? Read()
    {
        if (Parse() is not { } read)
        {
            return null;
        }

        string id = CalendarText.GatheringOf(read.Uid ?? string.Empty, community);
        Require(block.Properties.Any(p => p.Name == "UID"), "UID", "an event has a UID");
        foreach (string unsupported in (string[])["RDATE", "EXRULE"])
        {
            Require(block.Properties.All(p => p.Name != unsupported), unsupported, "dates beside the rule cannot be taken over");
        }

        (DateTimeOffset Start, DateTimeOffset End, string? Zone)? times = TimesOf(read);
        string? series = SeriesOf(read, id);
        string whole = Replaces is { } replaced ? Words($"{id}/{replaced.At:yyyyMMdd'T'HHmmss'Z'}") : id;
        Require(PersonId.TryParse(whole, null, out _), "UID", "this is no id: 1 to 200 characters");
        string title = string.IsNullOrEmpty(read.Summary) ? "(untitled)" : read.Summary;
        GatheringEntryStatus status = StatusOf(read);
        Formality formality = Word(CalendarText.Formality, ["", "informal", "formal"], read) is var index and > 0 ? (Formality)index : Formality.Unstated;
        int? capacity = CapacityOf(read);
        ValueList<DateTimeOffset> except = ExceptOf(read);
        ValueList<PersonId> hosts = HostsOf();
        ValueList<TopicId> topics = TopicsOf(read);
        if (faults > 0 || times is not { } time)
        {
            return null;
        }

        try
        {
            return new(community, whole, title, time.Start, time.End)
            {
                TimeZone = Extra(CalendarText.TimeZone, read) ?? time.Zone,
                Type = Extra(CalendarText.Type, read),
                Formality = formality,
                Series = series,
                RRule = read.RecurrenceRule?.ToString(),
                Except = except,
                Place = read.Location,
                Link = Extra(CalendarText.Link, read) ?? read.Url?.OriginalString,
                Hosts = hosts,
                Capacity = capacity,
                Topics = topics,
                Status = status,
                Reason = read.Comments is { Count: > 0 } comments ? string.Join('\n', comments) : null,
            };
        }
        catch (ArgumentException problem)
        {
            Fail(problem.ParamName ?? "VEVENT", problem.Message);
            return null;
        }
    }

    /// <summary>The event, read by itself.</summary>
    private CalendarEvent? Parse()
    {
        try
        {
            CalendarEvent? read = Ical.Net.Calendar.Load($"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:cop\r\n{block.Text}\r\nEND:VCALENDAR\r\n")?.Events.FirstOrDefault();
            if (read is null)
            {
                Fail(null, "the event cannot be read");
            }

            return read;
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            Fail(null, $"the event cannot be read: {problem.Message.ReplaceLineEndings(" ")}");
            return null;
        }
    }

    private (DateTimeOffset Start, DateTimeOffset End, string? Zone)? TimesOf(CalendarEvent read)
    {
        if (read.DtStart is not { } first)
        {
            Fail("DTSTART", "an event has a start");
            return null;
        }

        if (Instant(first, "DTSTART") is not { } start)
        {
            return null;
        }

        DateTimeOffset? end = read.DtEnd is { } last ? Instant(last, "DTEND")
            : read.Duration is { } length ? start + length.ToTimeSpanUnspecified()
            : !first.HasTime ? CalendarClock.Read(first.Value.AddDays(1), zone)
            : null;
        Require(read.DtEnd is not null || end is not null, "DTEND", "an end or a duration is needed");
        Require(end is null || (end > start && end.Value.ToUnixTimeSeconds() < End), "DTEND", "the event does not end after it begins, or only after 2099");
        string? known = first.IsUtc ? null : first.TzId is { } id ? IanaOf(id) : zone.Id;
        return faults > 0 || end is null ? null : (start, end.Value, known is "UTC" or "Etc/UTC" ? null : known);
    }

    private DateTimeOffset? Instant(CalDateTime time, string property)
    {
        if ((time.IsUtc ? TimeZoneInfo.Utc : ZoneOf(time, property)) is not { } clock)
        {
            return null;
        }

        DateTimeOffset at = CalendarClock.Read(DateTime.SpecifyKind(time.Value, DateTimeKind.Unspecified), clock);
        bool inRange = at.ToUnixTimeSeconds() is >= Earliest and < End;
        Require(inRange, property, "the time lies outside 1970 to 2099");
        return inRange ? at : null;
    }

    /// <summary>The zone that a time names; times that name none, and days, are taken in the zone of the command line.</summary>
    private TimeZoneInfo? ZoneOf(CalDateTime time, string property)
    {
        if (time.TzId is null)
        {
            leave($"{property} names no time zone and was read in {zone.Id}", LineOf(property));
            return zone;
        }

        if (TimeZoneInfo.TryFindSystemTimeZoneById(IanaOf(time.TzId), out TimeZoneInfo? known))
        {
            return known;
        }

        Fail(property, $"'{time.TzId}' is no time zone that is known here");
        return null;
    }

    /// <summary>The IANA id of a zone that may be named as Windows names it.</summary>
    private static string IanaOf(string id) => TzdbDateTimeZoneSource.Default.WindowsToTzdbIds.GetValueOrDefault(id, id);

    private string? SeriesOf(CalendarEvent read, string id)
    {
        if (read.RecurrenceIdentifier is { } occurrence)
        {
            Require(occurrence.Range == RecurrenceRange.ThisInstance, "RECURRENCE-ID", "a change from one occurrence on cannot be taken over: end the series and begin another");
            Replaces = Instant(occurrence.StartTime, "RECURRENCE-ID") is { } at ? (id, at) : null;
            return id;
        }

        return read.RelatedComponents is [var related, ..] ? CalendarText.GatheringOf(related, community) : null;
    }

    private GatheringEntryStatus StatusOf(CalendarEvent read)
    {
        if (Extra(CalendarText.Status, read) == "held")
        {
            return GatheringEntryStatus.Held;
        }

        GatheringEntryStatus? status = read.Status?.ToUpperInvariant() switch
        {
            null or "" => GatheringEntryStatus.Unstated,
            "TENTATIVE" => GatheringEntryStatus.Tentative,
            "CONFIRMED" => GatheringEntryStatus.Scheduled,
            "CANCELLED" => GatheringEntryStatus.Cancelled,
            _ => null,
        };
        Require(status is not null, "STATUS", $"'{read.Status}' is no status of an event");
        return status ?? GatheringEntryStatus.Unstated;
    }

    private int? CapacityOf(CalendarEvent read)
    {
        string? text = Extra(CalendarText.Capacity, read);
        bool good = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int capacity) && capacity > 0;
        Require(good || text is null, CalendarText.Capacity, $"'{text}' is no number of people");
        return good ? capacity : null;
    }

    private ValueList<DateTimeOffset> ExceptOf(CalendarEvent read) =>
        read.ExceptionDates.GetAllDates().Select(time => Instant(time, "EXDATE")).OfType<DateTimeOffset>().ToValueList();

    /// <summary>The organizer, and who chairs; read from the lines, since Ical.Net takes every organizer for an address of mail and drops some URIs.</summary>
    private ValueList<PersonId> HostsOf()
    {
        List<string> hosts = [.. Raw("ORGANIZER").Select(organizer => organizer.Value).Where(uri => uri.Length > 0)];
        foreach ((string parameters, string value) in Raw("ATTENDEE"))
        {
            if ($"{parameters};".Contains(";ROLE=CHAIR;", StringComparison.OrdinalIgnoreCase))
            {
                hosts.Add(value);
            }
            else
            {
                leave("ATTENDEE without ROLE=CHAIR is not taken over", LineOf("ATTENDEE"));
            }
        }

        List<PersonId> people = [];
        foreach (string uri in hosts)
        {
            bool good = PersonId.TryParse(CalendarText.PersonOf(uri), null, out PersonId person);
            Require(good, "ORGANIZER", $"'{uri}' names nobody");
            people.AddRange(good && !people.Contains(person) ? [person] : []);
        }

        return people.ToValueList();
    }

    private ValueList<TopicId> TopicsOf(CalendarEvent read)
    {
        List<TopicId> topics = [];
        foreach (string category in read.Categories)
        {
            bool good = TopicId.TryParse(category, null, out TopicId topic);
            Require(good, "CATEGORIES", "a category is no id: 1 to 200 characters");
            topics.AddRange(good ? [topic] : []);
        }

        return topics.ToValueList();
    }

    private int Word(string property, string[] words, CalendarEvent read)
    {
        string text = Extra(property, read) ?? string.Empty;
        int index = Array.IndexOf(words, text);
        Require(index >= 0, property, $"'{text}' is none of {string.Join(", ", words[1..])}");
        return index;
    }

    private static string? Extra(string name, CalendarEvent read) => read.Properties.FirstOrDefault(property => property.Name == name)?.Value as string;

    /// <summary>The parameters and the value of each property of that name as they stand, long lines put together; those of components within are not among them.</summary>
    private IEnumerable<(string Parameters, string Value)> Raw(string name)
    {
        string unfolded = block.Text.Replace("\r\n ", string.Empty, StringComparison.Ordinal).Replace("\r\n\t", string.Empty, StringComparison.Ordinal);
        int depth = 0;
        foreach (string line in unfolded.Split("\r\n"))
        {
            depth += line.StartsWith("BEGIN:", StringComparison.OrdinalIgnoreCase) ? 1 : line.StartsWith("END:", StringComparison.OrdinalIgnoreCase) ? -1 : 0;
            if (depth == 1 && line.StartsWith(name, StringComparison.OrdinalIgnoreCase) && line.Length > name.Length && (line[name.Length] is ':' or ';') && ColonOf(line) is > 0 and int colon)
            {
                yield return (line[name.Length..colon], line[(colon + 1)..].Trim());
            }
        }
    }

    /// <summary>Where the value begins: at the first colon outside quotes; -1 when there is none.</summary>
    private static int ColonOf(string line)
    {
        bool quoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            quoted ^= line[i] == '"';
            if (line[i] == ':' && !quoted)
            {
                return i;
            }
        }

        return -1;
    }

    private int LineOf(string property) => block.Properties.FirstOrDefault(p => p.Name == property) is { Line: > 0 } known ? known.Line : block.Line;

    private void Require(bool holds, string property, string text)
    {
        if (!holds)
        {
            Fail(property, text);
        }
    }

    private void Fail(string? property, string text)
    {
        faults++;
        errors.Add(Words($"{file}:{(property is null ? block.Line : LineOf(property))}: {property ?? block.Name}: {text}"));
    }

    private static string Words(FormattableString text) => Reporting.Words.Text(text);
}
