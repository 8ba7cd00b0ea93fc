// A community's year: gatherings are scheduled, answered, moved, cancelled and attended through the public services;
// out come a calendar for the terminal and an iCalendar file for everybody's own.
// Run it from anywhere:  dotnet run -c Release --project docs/samples/YearOfACommunity [-- FOLDER]
// The files are written to FOLDER, by default a folder of their own among the temporary files.

using System.Globalization;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Vocabulary;
using Microsoft.Extensions.DependencyInjection;
using YearOfACommunity;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// 1. Embed the library: one call, stores in memory by default.
ServiceCollection services = new();
services.AddCommunityOfPractice();
await using ServiceProvider host = services.BuildServiceProvider();

// 2. Live the year: every step is a command by somebody at a time, and the rules decide.
CommunityId community = new("plain-writing");
int facts = await new Year(host.GetRequiredService<ICommunityCommands>(), community).LiveAsync();

// 3. Look at it: the record is folded from its journal.
List<JournalEntry> entries = [];
await foreach (JournalEntry entry in host.GetRequiredService<IJournal>().ReadAsync(community))
{
    entries.Add(entry);
}

CommunityRecord record = CommunityRecord.Replay(community, entries);
CommunityOfPractice.Core.Practices.Calendar calendar = record.Practice.Calendar;
TimeWindow year = new(Year.Begin, Year.Begin.AddYears(1));
Console.WriteLine($"{record.Community.Name}, 2025: {facts} facts in the journal");
Console.WriteLine();
CalendarPage.Write(Console.Out, calendar.Between(year));

// 4. What it says about the community.
CadenceAdherence cadence = calendar.Cadence(year, record.Community.Rhythm!.Every, [new TimeWindow(new(2025, 8, 1, 0, 0, 0, TimeSpan.Zero), new(2025, 9, 1, 0, 0, 0, TimeSpan.Zero))]);
Console.WriteLine($"Rhythm: every {record.Community.Rhythm.Every.TotalDays:0} days; something in {cadence.Met} of {cadence.Planned} periods ({cadence.Excluded} left out, the summer break)");
Console.WriteLine($"Reach: {calendar.Reach(year)} different people came to something");
foreach (HostTurn turn in calendar.HostTurns(record.Members.Holders(CommunityOfPractice.Core.Memberships.Role.Facilitator).Concat(Year.Hosts), year))
{
    Console.WriteLine($"To host next: {turn.Person}, whose latest turn was {turn.Latest:yyyy-MM-dd}");
}

// 5. Take it out: rows of the interchange format, and from these iCalendar with the tool.
string folder = args is [var named, ..] ? Directory.CreateDirectory(named).FullName : Directory.CreateTempSubdirectory("year-of-a-community-").FullName;
string rows = Path.Combine(folder, "year.jsonl"), ics = Path.Combine(folder, "year.ics");
await using (FileStream file = File.Create(rows))
{
    await InterchangeWriter.WriteJsonLinesAsync(file, GatheringRows.Of(community, calendar));
}

int exit = await Tool.RunAsync("calendar", "export", rows, "--community", community.Text, "--output", ics);
string written = exit == 0 ? await File.ReadAllTextAsync(ics) : string.Empty;
Console.WriteLine();
Console.WriteLine($"Wrote {rows}");
Console.WriteLine($"Wrote {ics}: {written.Split("BEGIN:VEVENT").Length - 1} events, one of them a series");

// The sample is part of the build, so it checks what it shows.
bool sound = written.Contains("RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=24", StringComparison.Ordinal)
    && written.Contains("TZID:Europe/Berlin", StringComparison.Ordinal)
    && written.Contains("STATUS:CANCELLED", StringComparison.Ordinal)
    && cadence.Met > 0;
return sound ? 0 : 1;
