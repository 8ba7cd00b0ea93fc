using System.Globalization;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;
using CommunityOfPractice.Tool.Calendars;

namespace CommunityOfPractice.Tool.Evidence;

/// <summary>Makes gatherings and series of rows, as of an instant.</summary>
internal sealed class FileGatherings(DateTimeOffset asOf)
{
    public List<GatheringState> Gatherings { get; } = [];

    /// <summary>Series by a rule that the library knows; others are listed as single gatherings.</summary>
    public List<GatheringSeries> Series { get; } = [];

    /// <exception cref="DataException">The rule of a series cannot be followed.</exception>
    public void Add(GatheringEntry entry, IEnumerable<AttendanceEntry> there)
    {
        AttendanceEntry[] rows = [.. there];
        if (entry.RRule is null)
        {
            AddSingle(entry, new(entry.Gathering), entry.Start, rows);
            return;
        }

        if (entry.Status != GatheringEntryStatus.Cancelled && SeriesOf(entry, rows) is { } series)
        {
            Series.Add(series);
            return;
        }

        int number = 0;
        foreach (DateTimeOffset start in Recurrences.Before(entry, asOf).Except(entry.Except))
        {
            AddSingle(entry, new(string.Create(CultureInfo.InvariantCulture, $"{Short(entry.Gathering)}#{++number}")), start, rows);
        }
    }

    private void AddSingle(GatheringEntry entry, GatheringId id, DateTimeOffset start, AttendanceEntry[] rows)
    {
        if (start >= asOf)
        {
            return;
        }

        DateTimeOffset end = start + (entry.End - entry.Start);
        GatheringTime time = new(start.UtcDateTime, end.UtcDateTime, "UTC", start, end);
        bool isFirst = start == entry.Start; // the rows of a series are about its first gathering
        Gatherings.Add(new(
            new(id, new(entry.Title, KindOf(entry)), time) { Status = StatusOf(entry), Hosts = HostsOf(entry, rows), Capacity = entry.Capacity },
            isFirst ? [.. rows.Where(r => r.Rsvp is not null).OrderBy(r => r.Person).Select((r, i) => new GuestReply(r.Person, StatusOf(r.Rsvp!.Value), r.RsvpAt ?? start, i + 1))] : [],
            isFirst ? [.. rows.Where(r => r.Attended == true).Select(r => r.Person).Distinct().Order()] : [],
            isFirst ? rows.Length : 0));
    }

    /// <summary>The series; null when the library does not know its rule or zone, or does not find its first day in it.</summary>
    private static GatheringSeries? SeriesOf(GatheringEntry entry, AttendanceEntry[] rows)
    {
        string zone = entry.TimeZone ?? "UTC";
        if (!Recurrence.TryParse(entry.RRule, CultureInfo.InvariantCulture, out Recurrence rule) || !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out TimeZoneInfo? clock)
            || entry.Gathering.Length > 100 || rows.Any(r => r.Rsvp is not null || r.Attended is not null))
        {
            return null;
        }

        GatheringSeries series = new(new(entry.Gathering), new(entry.Title, KindOf(entry)), new(Local(entry.Start), Local(entry.End), zone), rule)
        {
            Except = entry.Except.Select(Local).ToValueList(),
            Hosts = HostsOf(entry, rows),
        };
        return series.Occurrences(entry.Start, entry.Start.AddTicks(1)).Any() || entry.Except.Contains(entry.Start) ? series : null;

        DateTime Local(DateTimeOffset at) => DateTime.SpecifyKind(TimeZoneInfo.ConvertTime(at, clock).DateTime, DateTimeKind.Unspecified);
    }

    private static ValueList<PersonId> HostsOf(GatheringEntry entry, AttendanceEntry[] rows) => entry.Hosts.Concat(rows.Where(r => r.Host).Select(r => r.Person)).Distinct().ToValueList();

    private static string Short(string id) => id.Length <= 180 ? id : id[..180];

    private static GatheringStatus StatusOf(GatheringEntry entry) => entry.Status switch
    {
        GatheringEntryStatus.Cancelled => GatheringStatus.Cancelled,
        GatheringEntryStatus.Held => GatheringStatus.Held,
        _ => GatheringStatus.Planned,
    };

    private static RsvpStatus StatusOf(RsvpAnswer answer) => answer switch
    {
        RsvpAnswer.Yes => RsvpStatus.Going,
        RsvpAnswer.Maybe => RsvpStatus.Maybe,
        _ => RsvpStatus.Declined,
    };

    /// <summary>By the type in words; what the row says of formality goes before.</summary>
    private static GatheringKind KindOf(GatheringEntry entry)
    {
        GatheringKind kind = entry.Type?.Trim().ToUpperInvariant() switch
        {
            "WORKSHOP" => GatheringKind.Workshop,
            "TRAINING" or "COURSE" => GatheringKind.Training,
            "TALK" or "PRESENTATION" or "WEBINAR" => GatheringKind.Talk,
            "MEETING" => GatheringKind.Meeting,
            "COFFEE" or "COFFEE CHAT" => GatheringKind.CoffeeChat,
            "PEER DISCUSSION" => GatheringKind.PeerDiscussion,
            "OPEN HOUR" or "OFFICE HOURS" => GatheringKind.OpenHour,
            "VISIT" => GatheringKind.Visit,
            "1:1" or "ONE-TO-ONE" or "ONE TO ONE" => GatheringKind.OneToOne,
            _ => GatheringKind.Other,
        };
        return entry.Formality == Formality.Unstated || kind.ToFormality() == entry.Formality ? kind
            : entry.Formality == Formality.Formal ? GatheringKind.Meeting : GatheringKind.OpenHour;
    }
}
