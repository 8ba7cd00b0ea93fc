using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;
using CommunityOfPractice.Tool.Calendars;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CommunityOfPractice.Tool.Tests;

/// <summary>Gatherings to iCalendar and back.</summary>
public sealed class CalendarTests
{
    private const string Header = "community,gathering,title,start,end,timezone,rrule,except,hosts,status\n";

    private static readonly CommunityId Community = new("c|ü");

    [Property(MaxTest = 200)]
    public Property Gatherings_WrittenAndRead_AreTheSame() => Prop.ForAll(Gen.ListOf(Gathering).Select(all => all.DistinctBy(g => g.Gathering).ToValueList()).ToArbitrary(), gatherings =>
    {
        List<string> errors = [];
        string written = CalendarExport.Write(gatherings, errors);
        Assert.Empty(errors);
        CalendarImport import = new("f", Community, TimeZoneInfo.Utc);
        ValueList<GatheringEntry> read = import.Read(written);
        Assert.Empty(import.Errors);
        Assert.Empty(import.Notes);
        Assert.Equal(gatherings.OrderBy(g => g.Gathering, StringComparer.Ordinal), read.OrderBy(g => g.Gathering, StringComparer.Ordinal));
        Assert.Equal(written, CalendarExport.Write(gatherings, errors));
    });

    [Theory]
    [InlineData("2024-03-26T17:00:00Z", "DTSTART;TZID=Europe/Berlin:20240326T180000")]
    [InlineData("2024-04-02T16:00:00Z", "DTSTART;TZID=Europe/Berlin:20240402T180000")]
    [InlineData("2024-10-27T00:30:00Z", "DTSTART;TZID=Europe/Berlin:20241027T023000")]
    [InlineData("2024-10-27T01:30:00Z", "DTSTART:20241027T013000Z")]
    public async Task ClockChanges_KeepTheInstant(string start, string expected)
    {
        using CommandLine files = new();
        string csv = files.Write("g.csv", $"{Header}c,g,T,{start},{DateTimeOffset.Parse(start, null).AddHours(8):yyyy-MM-ddTHH:mm:ssZ},Europe/Berlin,,,,\n"), ics = files.PathOf("g.ics");

        Assert.Equal(0, (await CommandLine.RunAsync("calendar", "export", csv, "-o", ics)).Code);
        Outcome back = await CommandLine.RunAsync("calendar", "import", ics, "--community", "c", "--to", "gatherings");

        Assert.Contains(expected, File.ReadAllText(ics), StringComparison.Ordinal);
        Assert.Contains($"c,g,T,{start},", back.Out, StringComparison.Ordinal);
        Assert.Contains(",Europe/Berlin,", back.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASeries_KeepsItsLocalTime_AndItsZoneIsDescribed()
    {
        using CommandLine files = new();
        string csv = files.Write("g.csv", Header + "c,s,Weekly,2024-03-18T17:00:00Z,2024-03-18T18:00:00Z,Europe/Berlin,FREQ=WEEKLY;COUNT=4,2024-04-01T16:00:00Z,ann@example.org|ben,held\n");

        string ics = (await CommandLine.RunAsync("calendar", "export", csv)).Out;

        foreach (string line in (string[])
        [
            "BEGIN:VTIMEZONE", "TZID:Europe/Berlin", "TZOFFSETTO:+0200", "RRULE:FREQ=WEEKLY;COUNT=4", "EXDATE;TZID=Europe/Berlin:20240401T180000", "ORGANIZER:mailto:ann@example.org",
            "UID:urn:communityofpractice:gathering:c:s", "STATUS:CONFIRMED", "ROLE=CHAIR",
        ])
        {
            Assert.Contains(line, ics.Replace("\r\n ", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        }

        IReadOnlyList<DateTimeOffset> starts = Recurrences.Before(
            new(new("c"), "s", "T", new(2024, 3, 18, 17, 0, 0, TimeSpan.Zero), new(2024, 3, 18, 18, 0, 0, TimeSpan.Zero)) { TimeZone = "Europe/Berlin", RRule = "FREQ=WEEKLY;COUNT=4" }, DateTimeOffset.MaxValue);
        Assert.Equal([17, 17, 16, 16], starts.Select(at => at.Hour));
    }

    [Fact]
    public async Task AChangedOccurrence_BecomesAGatheringOfItsOwn_AndTheSeriesLeavesItOut()
    {
        using CommandLine files = new();
        string ics = files.Write("o.ics", """
            BEGIN:VCALENDAR
            VERSION:2.0
            BEGIN:VEVENT
            UID:abc
            DTSTART;TZID=W. Europe Standard Time:20240318T180000
            DURATION:PT1H
            RRULE:FREQ=WEEKLY;COUNT=3
            SUMMARY:Weekly\, with tea
            CLASS:PUBLIC
            BEGIN:VALARM
            ACTION:DISPLAY
            TRIGGER:-PT10M
            END:VALARM
            ATTENDEE;PARTSTAT=ACCEPTED:mailto:x@example.org
            END:VEVENT
            BEGIN:VEVENT
            UID:abc
            RECURRENCE-ID;TZID=W. Europe Standard Time:20240325T180000
            DTSTART;TZID=W. Europe Standard Time:20240326T180000
            DTEND;TZID=W. Europe Standard Time:20240326T190000
            SUMMARY:Moved
            END:VEVENT
            BEGIN:VTODO
            UID:todo
            END:VTODO
            BEGIN:VEVENT
            UID:day
            DTSTART;VALUE=DATE:20240501
            SUMMARY:All day
            END:VEVENT
            END:VCALENDAR

            """);

        Outcome run = await CommandLine.RunAsync("calendar", "import", ics, "--community", "c", "--timezone", "Europe/Berlin", "--to", "gatherings");

        Assert.Equal(0, run.Code);
        Assert.Contains("c,abc,\"Weekly, with tea\",2024-03-18T17:00:00Z,2024-03-18T18:00:00Z,,Europe/Berlin,,,,FREQ=WEEKLY;COUNT=3,2024-03-25T17:00:00Z,", run.Out, StringComparison.Ordinal);
        Assert.Contains("c,abc/20240325T170000Z,Moved,2024-03-26T17:00:00Z,2024-03-26T18:00:00Z,,Europe/Berlin,,,abc,", run.Out, StringComparison.Ordinal);
        Assert.Contains("c,day,All day,2024-04-30T22:00:00Z,2024-05-01T22:00:00Z,,Europe/Berlin,", run.Out, StringComparison.Ordinal);
        foreach (string note in (string[])["o.ics:9: CLASS is not taken over (1 times)", "o.ics:14: ATTENDEE without ROLE=CHAIR is not taken over", "o.ics:23: VTODO is not taken over", "o.ics:28: DTSTART names no time zone and was read in Europe/Berlin (1 times)"])
        {
            Assert.Contains(note, run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task EveryError_IsNamedWithItsLine_AndNothingIsWritten()
    {
        using CommandLine files = new();
        string ics = files.Write("bad.ics", """
            BEGIN:VCALENDAR
            BEGIN:VEVENT
            UID:a
            DTSTART:20240318T180000Z
            END:VEVENT
            BEGIN:VEVENT
            DTSTART;TZID=Mars/Olympus:20240318T180000
            DTEND;TZID=Mars/Olympus:20240318T190000
            STATUS:PERHAPS
            END:VEVENT
            BEGIN:VEVENT
            UID:b
            DTSTART:20240318T180000Z
            DTEND:20240318T170000Z
            RDATE:20240401T180000Z
            END:VEVENT
            BEGIN:VEVENT
            UID:c
            DTSTART:20240318T180000Z
            DTEND:20240318T190000Z
            RRULE:FREQ=SOMETIMES
            END:VEVENT
            BEGIN:VEVENT
            UID:d
            DTSTART:20240318T180000Z
            DTEND:20240318T190000Z
            X-COP-CAPACITY:many
            END:VEVENT
            END:VCALENDAR

            """);

        Outcome run = await CommandLine.RunAsync("calendar", "import", ics, "--community", "c");

        Assert.Equal((1, string.Empty), (run.Code, run.Out));
        foreach (string place in (string[])
        [
            "bad.ics:2: DTEND: an end or a duration is needed", "bad.ics:6: UID: an event has a UID", "bad.ics:7: DTSTART: 'Mars/Olympus'", "bad.ics:9: STATUS: 'PERHAPS'", "bad.ics:14: DTEND: ", "bad.ics:15: RDATE: ", "bad.ics:17: ",
            "bad.ics:27: X-COP-CAPACITY: 'many'",
        ])
        {
            Assert.Contains(place, run.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("", "this is no iCalendar file")]
    [InlineData("hello\n", "this is no iCalendar file")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nEND:VCALENDAR\n", "x.ics:4: END:VCALENDAR ends nothing that is open")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\n", "x.ics:2: VEVENT has no end")]
    public async Task AFileThatIsNone_IsExplained(string text, string expected)
    {
        using CommandLine files = new();
        Outcome run = await CommandLine.RunAsync("calendar", "import", files.Write("x.ics", text), "--community", "c");
        Assert.Equal((1, string.Empty), (run.Code, run.Out));
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("c,g,T,2024-01-01,2024-01-02,Mars/Olympus,,,,\n", "timezone: 'Mars/Olympus'")]
    [InlineData("c,g,T,2024-01-01,2024-01-02,,FREQ=SOMETIMES,,,\n", "rrule: 'FREQ=SOMETIMES'")]
    [InlineData("c,g,T,2024-01-01T00:00:00.5Z,2024-01-02,,,,,\n", "start: iCalendar holds whole seconds only")]
    [InlineData("c,g,T,2024-10-27T01:30:00Z,2024-10-27T03:00:00Z,Europe/Berlin,FREQ=DAILY,,,\n", "start: a series cannot begin")]
    public async Task WhatCannotBeSaid_IsAnError(string row, string expected)
    {
        using CommandLine files = new();
        Outcome run = await CommandLine.RunAsync("calendar", "export", files.Write("g.csv", Header + row));
        Assert.Equal((1, string.Empty), (run.Code, run.Out));
        Assert.Contains($"c: gathering g: {expected}", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "calendar")]
    [InlineData(2, "calendar", "import", "x.ics")]
    [InlineData(2, "calendar", "import", "x.ics", "--community", "c", "--timezone", "Mars/Olympus")]
    [InlineData(2, "calendar", "export")]
    [InlineData(1, "calendar", "import", "./no-such-file.ics", "--community", "c")]
    public async Task AWrongCommandLine_IsExplained(int code, params string[] args) => Assert.Equal(code, (await CommandLine.RunAsync(args)).Code);

    [Fact]
    public async Task OneCommunity_CanBeChosen()
    {
        using CommandLine files = new();
        string csv = files.Write("g.csv", Header + "c,g,Mine,2024-01-01,2024-01-02,,,,,\nd,g,Other,2024-01-01,2024-01-02,,,,,\n");
        Outcome mine = await CommandLine.RunAsync("calendar", "export", csv, "--community", "c"), none = await CommandLine.RunAsync("calendar", "export", csv, "--community", "e");
        Assert.Contains("SUMMARY:Mine", mine.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("SUMMARY:Other", mine.Out, StringComparison.Ordinal);
        Assert.Equal(1, none.Code);
    }

    private static Gen<string> Text { get; } =
        from parts in Gen.NonEmptyListOf(Gen.Elements("a", "B", " ", ",", ";", ":", "\\", "\n", "\"", "ü", "😀", "=", "%", "/", "n", "^", "é"))
        select $"x{string.Concat(parts)}x";

    private static Gen<string?> Maybe(Gen<string> text) => Gen.OneOf(Gen.Constant<string?>(null), text.Select(t => (string?)t));

    private static Gen<GatheringEntry> Gathering { get; } =
        from id in Text
        from title in Text
        from start in Gen.Choose(0, 2_000_000)
        from length in Gen.Choose(1, 3_000)
        from zone in Gen.Elements(null, "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe")
        from rule in Gen.Elements(null, null, "FREQ=WEEKLY;COUNT=5", "FREQ=MONTHLY;BYDAY=2TU", "FREQ=DAILY;INTERVAL=3;UNTIL=20300101T000000Z", "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", "FREQ=MONTHLY;BYDAY=MO,TU,WE;BYSETPOS=-1")
        from except in Gen.ListOf(Gen.Choose(0, 2_000_000))
        from texts in Gen.ArrayOf(Maybe(Text), 5)
        from hosts in Gen.ListOf(Gen.OneOf(Text, Gen.Elements("ann@example.org", "Ben@example.org", "a@b@c")))
        from topics in Gen.ListOf(Text)
        from formality in Gen.Elements(Enum.GetValues<Formality>())
        from status in Gen.Elements(Enum.GetValues<GatheringEntryStatus>())
        from capacity in Gen.Elements<int?>(null, 1, 40)
        from link in Gen.Elements(texts[4], "https://example.org/a?b=c%20d&e=f;g")
        let at = DateTimeOffset.UnixEpoch.AddDays(18_000).AddMinutes(start)
        select new GatheringEntry(Community, id, title, at, at.AddMinutes(length))
        {
            TimeZone = zone,
            RRule = rule is null || (zone is not null && InRepeatedHour(zone, at, length)) ? null : rule,
            Except = rule is null || (zone is not null && InRepeatedHour(zone, at, length)) ? [] : except.Select(m => DateTimeOffset.UnixEpoch.AddDays(18_000).AddMinutes(m)).Where(e => zone is null || !InRepeatedHour(zone, e, 0)).ToValueList(),
            Place = texts[0],
            Type = texts[1],
            Series = rule is null ? texts[2] : null,
            Reason = texts[3],
            Link = link,
            Hosts = hosts.Distinct().Select(host => new PersonId(host)).ToValueList(),
            Topics = topics.Distinct().Select(topic => new Core.Domains.TopicId(topic)).ToValueList(),
            Formality = formality,
            Status = status,
            Capacity = capacity,
        };

    private static bool InRepeatedHour(string zone, DateTimeOffset at, int minutes)
    {
        TimeZoneInfo known = TimeZoneInfo.FindSystemTimeZoneById(zone);
        return ((DateTimeOffset[])[at, at.AddMinutes(minutes)]).Any(each => known.IsAmbiguousTime(TimeZoneInfo.ConvertTime(each, known).DateTime));
    }
}
