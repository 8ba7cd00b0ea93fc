using System.Text.RegularExpressions;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Communities;
using CommunityOfPractice.Core.Tests.Constitution;
using CommunityOfPractice.Core.Tests.Hosting;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Practices.Gatherings;

/// <summary>The examples of docs/gatherings.md, which therefore compile and run.</summary>
public sealed partial class GatheringGuideTests
{
    [Fact]
    public void Snippets_OfTheGuide_StandHere()
    {
        string guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "gatherings.md")).ReplaceLineEndings("\n");
        string here = Blank().Replace(File.ReadAllText(Path.Combine(Repository.Root, "tests", "CommunityOfPractice.Core.Tests", "Practices", "Gatherings", "GatheringGuideTests.cs")), string.Empty);
        string[] snippets = [.. Snippet().Matches(guide).Select(m => m.Groups[1].Value)];

        Assert.Equal(3, snippets.Length);
        Assert.All(snippets, s => Assert.Contains(Blank().Replace(s, string.Empty), here, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Snippets_Run()
    {
        Hosted host = new(now: new(2026, 11, 1, 8, 0, 0, TimeSpan.Zero));
        CommunityId agile = Hosted.Agile;
        await host.Launch(agile);
        PersonId ada = Hosted.Bo, ben = Hosted.Cem;
        ICommunityCommands commands = host.Commands;
        ICalendarQueries calendar = new CalendarQueries(host.Records);
        DateTimeOffset now = host.Clock.GetUtcNow();

        GatheringId talk = new("talk-17");
        await commands.ExecuteAsync(
            new ScheduleGathering(
                agile,
                talk,
                new GatheringDetails("Property-based tests", GatheringKind.Talk) { Link = "https://meet.example/17" },
                new LocalSlot(new(2026, 12, 3, 16, 0, 0), new(2026, 12, 3, 17, 0, 0), "Europe/Berlin")) { Capacity = 20 },
            Actor.Of(ada));
        Decision<Committed> answer = await commands.ExecuteAsync(new Rsvp(agile, talk, ben, RsvpAnswer.Yes), Actor.Of(ben));
        bool waits = answer.Match(done => done.Entries.Any(e => e.Change.Fact is RsvpGiven { Waits: true }), _ => false);

        SeriesId chats = new("coffee");
        await commands.ExecuteAsync(
            new ScheduleSeries(agile, new GatheringSeries(
                chats,
                new GatheringDetails("Coffee", GatheringKind.CoffeeChat),
                new LocalSlot(new(2026, 12, 8, 9, 0, 0), new(2026, 12, 8, 9, 30, 0), "Europe/Berlin"),
                Recurrence.Read("FREQ=MONTHLY;BYDAY=2TU").OrThrow()) { Hosts = [ada, ben], HostsTakeTurns = true }),
            Actor.Of(ada));

        GatheringSeries series = (await calendar.SeriesAsync(agile, Actor.Of(ada))).OrThrow().Single(s => s.Id == chats);
        DateTime february = new(2027, 2, 9, 9, 0, 0);
        GatheringSeries later = series.From(february, new SeriesId("coffee-2"))!;
        await commands.ExecuteAsync(
            new ChangeSeriesFrom(agile, chats, february, later with { First = new LocalSlot(february.AddHours(6), february.AddHours(7), "Europe/Berlin") }, "Afternoons suit more of us."),
            Actor.Of(ada));

        TimeWindow ahead = new(now, now.AddDays(180));
        foreach (GatheringView view in (await calendar.BetweenAsync(agile, ahead, Actor.Of(ben))).OrThrow())
        {
            Console.WriteLine($"{view.Gathering.Time.LocalStart:g} {view.Gathering.Details.Title}: {view.Going} come, you: {view.Own}");
        }

        Assert.False(waits);
        GatheringView[] all = [.. (await calendar.BetweenAsync(agile, ahead, Actor.Of(ben))).OrThrow()];
        Assert.Equal([16, 9, 9, 15, 15, 15], all.Select(v => v.Gathering.Time.LocalStart.Hour));
        Assert.Equal([ada, ada, ben, ada, ben, ada], all.Select(v => v.Gathering.Hosts.Single()));
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();

    [GeneratedRegex(@"```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Snippet();
}
