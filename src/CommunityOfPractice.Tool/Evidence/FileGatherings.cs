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

    /// <summary>Adds a row; those of series before those of single gatherings of them.</summary>
    /// <exception cref="DataException">The rule of a series cannot be followed.</exception>
    public void Add(GatheringEntry entry, IEnumerable<AttendanceEntry> there)
    {
        AttendanceEntry[] rows = [.. there];
        if (entry.RRule is null)
        {
            AddState(entry, OccurrenceOf(entry) ?? new(new(entry.Gathering), DetailsOf(entry), TimeOf(entry, entry.Start)), rows);
        }
        else if (SeriesOf(entry, rows) is { } series)
        {
            AddSeries(entry, series, rows);
        }
        else
        {
            int number = 0;
            foreach (DateTimeOffset start in Recurrences.Before(entry, asOf).Except(entry.Except))
            {
                GatheringId id = new(string.Create(CultureInfo.InvariantCulture, $"{Short(entry.Gathering)}#{++number}"));
                AddState(entry, new(id, DetailsOf(entry), TimeOf(entry, start)), rows);
            }
        }
    }

    /// <summary>A series, and those of its gatherings of which the row says that they were held or cancelled, or who came or answered: the rows about people are about the first. What was cancelled stays what was planned.</summary>
    private void AddSeries(GatheringEntry entry, GatheringSeries series, AttendanceEntry[] rows)
    {
        Series.Add(series);
        bool answered = rows.Any(r => r.Rsvp is not null || r.Attended is not null);
        foreach (SeriesOccurrence one in series.Occurrences(DateTimeOffset.MinValue, asOf))
        {
            if (entry.Status is GatheringEntryStatus.Held or GatheringEntryStatus.Cancelled || (answered && one.Time.Start == entry.Start))
            {
                AddState(entry, new(one.Id, series.Details, one.Time) { Series = series.Id, Occurrence = one.Original }, rows);
            }
        }
    }

    /// <summary>The gathering of a series that a row of its own tells of, at a time at which the series has one; null when the row stands for itself.</summary>
    private GatheringInfo? OccurrenceOf(GatheringEntry entry)
    {
        int index = entry.Series is { } id ? Series.FindIndex(s => s.Id.Text == id) : -1;
        if (index < 0 || (Series[index] with { Except = [] }).Occurrences(entry.Start, entry.Start.AddTicks(1)).FirstOrDefault() is not { } one)
        {
            return null;
        }

        GatheringSeries series = Series[index];
        Series[index] = series with { Except = series.Except.Where(e => e != one.Original).ToValueList() };
        Gatherings.RemoveAll(g => g.Info.Series == series.Id && g.Info.Occurrence == one.Original);
        return new(new(entry.Gathering), DetailsOf(entry), one.Time with { LocalEnd = one.Time.LocalStart + (entry.End - entry.Start), End = entry.End }) { Series = series.Id, Occurrence = one.Original };
    }

    private void AddState(GatheringEntry entry, GatheringInfo info, AttendanceEntry[] rows)
    {
        if (info.Time.Start >= asOf)
        {
            return;
        }

        AttendanceEntry[] about = info.Time.Start == entry.Start ? rows : []; // the rows of a series are about its first gathering
        PersonId[] came = [.. about.Where(r => r.Attended == true).Select(r => r.Person).Distinct().Order()];
        Gatherings.Add(new(
            info with { Status = StatusOf(entry, came.Length > 0), Hosts = HostsOf(entry, rows), Capacity = entry.Capacity },
            [.. about.Where(r => r.Rsvp is not null).OrderBy(r => r.Person).Select((r, i) => new GuestReply(r.Person, StatusOf(r.Rsvp!.Value), r.RsvpAt ?? info.Time.Start, i + 1))],
            [.. came],
            about.Length));
    }

    /// <summary>By the clock of the zone of the row; in UTC where there is no such zone.</summary>
    private static GatheringTime TimeOf(GatheringEntry entry, DateTimeOffset start)
    {
        DateTimeOffset end = start + (entry.End - entry.Start);
        bool known = TimeZoneInfo.TryFindSystemTimeZoneById(entry.TimeZone ?? "UTC", out TimeZoneInfo? clock);
        return new(Local(clock ?? TimeZoneInfo.Utc, start), Local(clock ?? TimeZoneInfo.Utc, end), known ? entry.TimeZone ?? "UTC" : "UTC", start, end);
    }

    private static DateTime Local(TimeZoneInfo clock, DateTimeOffset at) => DateTime.SpecifyKind(TimeZoneInfo.ConvertTime(at, clock).DateTime, DateTimeKind.Unspecified);

    private static GatheringDetails DetailsOf(GatheringEntry entry) => new(entry.Title, KindOf(entry));

    /// <summary>The series; null when the library does not know its rule or zone, or does not find its first day in it.</summary>
    private static GatheringSeries? SeriesOf(GatheringEntry entry, AttendanceEntry[] rows)
    {
        string zone = entry.TimeZone ?? "UTC";
        if (!Recurrence.TryParse(entry.RRule, CultureInfo.InvariantCulture, out Recurrence rule) || !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out TimeZoneInfo? clock)
            || entry.Gathering.Length > 100)
        {
            return null;
        }

        GatheringSeries series = new(new(entry.Gathering), DetailsOf(entry), new(Local(clock, entry.Start), Local(clock, entry.End), zone), rule)
        {
            Except = entry.Except.Select(e => Local(clock, e)).ToValueList(),
            Hosts = HostsOf(entry, rows),
        };
        return series.Occurrences(entry.Start, entry.Start.AddTicks(1)).Any() || entry.Except.Contains(entry.Start) ? series : null;
    }

    private static ValueList<PersonId> HostsOf(GatheringEntry entry, AttendanceEntry[] rows) => entry.Hosts.Concat(rows.Where(r => r.Host).Select(r => r.Person)).Distinct().ToValueList();

    private static string Short(string id) => id.Length <= 180 ? id : id[..180];

    /// <summary>Where somebody came, it took place.</summary>
    private static GatheringStatus StatusOf(GatheringEntry entry, bool came) => entry.Status switch
    {
        GatheringEntryStatus.Cancelled => GatheringStatus.Cancelled,
        _ when came || entry.Status == GatheringEntryStatus.Held => GatheringStatus.Held,
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
