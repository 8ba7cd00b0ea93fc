using System.Globalization;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.Practices;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace CommunityOfPractice.Tool.Calendars;

/// <summary>Gatherings as iCalendar (RFC 5545). The same gatherings give the same text, with the same UIDs.</summary>
internal static class CalendarExport
{
    /// <summary>Writes gatherings; what cannot be said in iCalendar is added to the errors.</summary>
    public static string Write(IEnumerable<GatheringEntry> gatherings, List<string> errors)
    {
        Ical.Net.Calendar calendar = new() { ProductId = "-//CommunityOfPractice//cop//EN" };
        Dictionary<string, DateTimeOffset> zones = new(StringComparer.Ordinal);
        foreach (GatheringEntry gathering in gatherings)
        {
            if (EventOf(gathering, errors) is not { } written)
            {
                continue;
            }

            calendar.Events.Add(written);
            if (written.DtStart?.TzId is { } zone and not "UTC")
            {
                zones[zone] = zones.TryGetValue(zone, out DateTimeOffset first) && first < gathering.Start ? first : gathering.Start;
            }
        }

        foreach ((string zone, DateTimeOffset first) in zones.OrderBy(each => each.Key, StringComparer.Ordinal))
        {
            calendar.AddTimeZone(zone, first.UtcDateTime.AddYears(-1), true);
        }

        return new CalendarSerializer().SerializeToString(calendar) ?? string.Empty;
    }

    /// <summary>The event that a gathering is; null, with the reason, when it cannot be said.</summary>
    public static CalendarEvent? EventOf(GatheringEntry gathering, List<string> errors)
    {
        string place = $"{gathering.Community}: gathering {gathering.Gathering}";
        if (CalendarClock.Of(gathering) is not { } clock)
        {
            errors.Add($"{place}: timezone: '{gathering.TimeZone}' is no time zone that is known here");
            return null;
        }

        if ((gathering.Start.Ticks % TimeSpan.TicksPerSecond) + (gathering.End.Ticks % TimeSpan.TicksPerSecond) != 0)
        {
            errors.Add($"{place}: start: iCalendar holds whole seconds only");
            return null;
        }

        CalendarEvent written = new()
        {
            Uid = CalendarText.UidOf(gathering.Community, gathering.Gathering),
            DtStamp = new CalDateTime(gathering.Start.UtcDateTime, CalDateTime.UtcTzId, true), // nobody knows when the row was written; what is the same is written the same
            Summary = CalendarText.Clean(gathering.Title),
            DtStart = clock.Say(gathering.Start),
            DtEnd = clock.Say(gathering.End),
        };
        return Recur(written, gathering, clock, place, errors) ? Describe(written, gathering, clock) : null;
    }

    private static bool Recur(CalendarEvent written, GatheringEntry gathering, CalendarClock clock, string place, List<string> errors)
    {
        if (gathering.RRule is null)
        {
            return true;
        }

        if (!clock.IsLocal && gathering.TimeZone is not (null or "UTC"))
        {
            errors.Add($"{place}: start: a series cannot begin in the hour that clocks repeat when they are put back");
            return false;
        }

        try
        {
            written.RecurrenceRule = new RecurrenceRule(gathering.RRule);
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException or InvalidOperationException or OverflowException)
        {
            errors.Add($"{place}: rrule: '{gathering.RRule}' is no recurrence rule: {problem.Message}");
            return false;
        }

        written.ExceptionDates.AddRange(gathering.Except.Select(clock.Say));
        return true;
    }

    private static CalendarEvent Describe(CalendarEvent written, GatheringEntry gathering, CalendarClock clock)
    {
        written.Location = gathering.Place is { } place ? CalendarText.Clean(place) : null;
        foreach (string topic in gathering.Topics.Select(topic => CalendarText.Clean(topic.Text)))
        {
            written.Categories.Add(topic);
        }

        if (gathering.Hosts is [var first, ..])
        {
            written.Organizer = new Organizer { Value = new Uri(CalendarText.UriOf(first)) };
        }

        foreach (Attendee host in gathering.Hosts.Skip(1).Select(host => new Attendee { Value = new Uri(CalendarText.UriOf(host)), Role = "CHAIR" }))
        {
            written.Attendees.Add(host);
        }

        written.Status = gathering.Status switch
        {
            GatheringEntryStatus.Tentative => "TENTATIVE",
            GatheringEntryStatus.Scheduled or GatheringEntryStatus.Held => "CONFIRMED",
            GatheringEntryStatus.Cancelled => "CANCELLED",
            _ => null,
        };
        if (gathering.Reason is { } reason)
        {
            written.Comments.Add(CalendarText.Clean(reason));
        }

        if (gathering.Series is { } series)
        {
            written.RelatedComponents.Add(CalendarText.UidOf(gathering.Community, series));
        }

        bool isUrl = Uri.TryCreate(gathering.Link, UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https" && url.AbsoluteUri == gathering.Link;
        written.Url = isUrl ? url : null;
        Extra(CalendarText.Link, isUrl ? null : gathering.Link);
        Extra(CalendarText.Type, gathering.Type);
        Extra(CalendarText.Formality, gathering.Formality == Formality.Unstated ? null : gathering.Formality.ToString().ToLowerInvariant());
        Extra(CalendarText.Capacity, gathering.Capacity?.ToString(CultureInfo.InvariantCulture));
        Extra(CalendarText.Status, gathering.Status == GatheringEntryStatus.Held ? "held" : null);
        Extra(CalendarText.TimeZone, clock.IsLocal ? null : gathering.TimeZone);
        return written;

        void Extra(string name, string? value)
        {
            if (value is not null)
            {
                written.AddProperty(name, CalendarText.Clean(value));
            }
        }
    }
}
