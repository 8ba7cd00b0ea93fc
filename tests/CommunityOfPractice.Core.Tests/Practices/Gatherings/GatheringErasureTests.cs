using System.Text.Json;
using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Hosting;
using CommunityOfPractice.Core.Vocabulary;
using static CommunityOfPractice.Core.Tests.Practices.Gatherings.GatheringWorld;

namespace CommunityOfPractice.Core.Tests.Practices.Gatherings;

/// <summary>What somebody wrote about a gathering stands where they are named, and nowhere else.</summary>
public sealed class GatheringErasureTests
{
    private const string Secret = "SECRET OF BEN";

    private static readonly PersonId Ben = Hosted.Bo;

    [Fact]
    public async Task Law45_ErasingWhoDescribedASeries_LeavesTheTextNowhere()
    {
        Hosted host = new();
        CommunityId agile = Hosted.Agile;
        PersonId cem = Hosted.Cem, dee = Hosted.Dee;
        await host.Launch(agile);
        GatheringDetails details = About() with { Description = Secret };
        LocalSlot first = Later(0);
        await host.Must(new ScheduleSeries(agile, new(Weekly, details, first, Recurrence.Parse("FREQ=WEEKLY", null)) { Hosts = [cem] }), Ben);
        GatheringId Id(int week, string series = "weekly") => SeriesOccurrence.IdOf(new(series), first.Start.AddDays(7 * week));
        await host.Must(new Rsvp(agile, Id(0), dee, RsvpAnswer.Yes), dee);
        await host.Must(new Rsvp(agile, Id(2), dee, RsvpAnswer.Yes), dee);
        await host.Must(new ChangeGathering(agile, Id(1), details with { Title = "Moved" }, Later(1, 3)), cem);
        await host.Must(new ChangeGathering(agile, Id(3), details with { Description = "Cem's own" }, Later(3)), cem);
        CalendarQueries queries = new(host.Records);
        GatheringSeries next = (await queries.SeriesAsync(agile, Actor.Of(cem))).OrThrow().Single().From(first.Start.AddDays(7), new("two"))!;
        await host.Must(new ChangeSeriesFrom(agile, Weekly, first.Start.AddDays(7), next with { Capacity = 9 }, "room"), cem);
        await host.Must(new Rsvp(agile, Id(4, "two"), dee, RsvpAnswer.Yes), dee);
        foreach (GatheringId id in (GatheringId[])[Id(0), Id(1), Id(2), Id(4, "two"), Id(5, "two")])
        {
            Assert.Equal(Secret, (await queries.FindAsync(agile, id, Actor.Of(cem))).OrThrow().Gathering.Details.Description);
        }

        Assert.Single(await host.Entries(agile), e => FactJson.Write(e).Contains(Secret, StringComparison.Ordinal));
        PersonalData personal = new(host.Records, new InMemoryActivityStore(), new InMemoryPeopleDirectory(), new SeededSalts("e"), PolicySet.Default, []);
        (await personal.EraseAsync(Ben, Actor.Of(Ben))).OrThrow();

        JournalEntry[] entries = await host.Entries(agile);
        Assert.DoesNotContain(entries, e => FactJson.Write(e).Contains(Secret, StringComparison.Ordinal));
        Assert.Empty(Journals.Verify(entries));
        using RecordLease lease = await host.Records.AcquireAsync(agile, default);
        Assert.DoesNotContain(Secret, JsonSerializer.Serialize(lease.Record.ToSnapshot(), RecordJson.Snapshot), StringComparison.Ordinal);
        Assert.Equal("Cem's own", lease.Record.Practice.Calendar.Find(Id(3))!.Info.Details.Description);
        Assert.Equal(("Moved", 9), (lease.Record.Practice.Calendar.Find(Id(1))!.Info.Details.Title, lease.Record.Practice.Calendar.Find(Id(1))!.Info.Capacity));
    }

    private static LocalSlot Later(int week, int days = 0)
    {
        DateTime start = new DateTime(2030, 1, 7, 10, 0, 0).AddDays((7 * week) + days);
        return new(start, start.AddHours(1), "Europe/Berlin");
    }
}
