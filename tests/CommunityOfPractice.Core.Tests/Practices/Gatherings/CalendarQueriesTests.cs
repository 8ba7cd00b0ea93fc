using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Hosting;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Communities;
using CommunityOfPractice.Core.Tests.Hosting;
using CommunityOfPractice.Core.Vocabulary;
using static CommunityOfPractice.Core.Tests.Hosting.Hosted;

namespace CommunityOfPractice.Core.Tests.Practices.Gatherings;

/// <summary>Everybody sees what they may; who is erased frees their place.</summary>
public sealed class CalendarQueriesTests
{
    private static readonly GatheringId Inside = new("inside"), Open = new("open");

    private static readonly DateTime Day = World.Start.UtcDateTime.Date.AddDays(20).AddHours(10);

    private static readonly TimeWindow Ahead = new(World.Start, World.Start.AddDays(60));

    private static readonly LocalSlot When = new(Day, Day.AddHours(1), "UTC");

    [Fact]
    public async Task Names_AreShownToThoseWhoMayKnow()
    {
        (Hosted host, CalendarQueries queries) = await Prepare();

        GatheringView cems = (await queries.FindAsync(Agile, Inside, Actor.Of(Cem))).OrThrow();
        Assert.Equal((1, 1, RsvpStatus.Waiting, 1), (cems.Going, cems.Waiting, cems.Own, cems.OwnPlaceInQueue));
        Assert.False(cems.ShowsEverybody);
        Assert.Empty(cems.Waitlist);
        foreach (Actor by in (Actor[])[Actor.Of(Bo), Actor.Of(Ana), World.Host])
        {
            GatheringView all = (await queries.FindAsync(Agile, Inside, by)).OrThrow();
            Assert.True(all.ShowsEverybody);
            Assert.Equal(([Dee], [Cem]), (all.Guests, all.Waitlist));
        }

        Assert.Equal(["gathering.unknown"], (await queries.FindAsync(Agile, Inside, Actor.Of(Fin))).Codes());
        Assert.Equal(["gathering.unknown"], (await queries.FindAsync(Agile, new("no"), Actor.Of(Cem))).Codes());
        GatheringView fins = (await queries.FindAsync(Agile, Open, Actor.Of(Fin))).OrThrow();
        Assert.Equal((1, RsvpStatus.Going, false), (fins.Going, fins.Own, fins.ShowsEverybody));
        Assert.Equal([Open], (await queries.BetweenAsync(Agile, Ahead, Actor.Of(Fin))).OrThrow().Select(g => g.Gathering.Id));
        Assert.Equal([Inside, Open], (await queries.BetweenAsync(Agile, Ahead, Actor.Of(Eva))).OrThrow().Select(g => g.Gathering.Id));

        await host.Must(new SetVisibility(Agile, Visibility.Private, MemberListVisibility.Members), Ana);
        Assert.Equal(["community.unknown"], (await queries.FindAsync(Agile, Open, Actor.Of(Fin))).Codes());
        Assert.Equal(["community.unknown"], (await queries.BetweenAsync(new("nothing"), Ahead, World.Host)).Codes());
    }

    [Fact]
    public async Task Turns_Series_AndCadence_AreForMembers()
    {
        (Hosted host, CalendarQueries queries) = await Prepare();
        Assert.Null((await queries.CadenceAsync(Agile, Ahead, [], Actor.Of(Cem))).OrThrow());
        await host.Must(new SetRhythm(Agile, new Rhythm(TimeSpan.FromDays(30), "monthly")), Ana);
        await host.Must(new ScheduleSeries(Agile, new(new("s"), new("S", GatheringKind.OpenHour), When, new(RecurrenceFrequency.Monthly))), Cem);

        Assert.Equal(new CadenceAdherence(2, 2, 0, 0), (await queries.CadenceAsync(Agile, Ahead, [], Actor.Of(Cem))).OrThrow());
        Assert.Equal(["gatherings.hidden"], (await queries.CadenceAsync(Agile, Ahead, [], Actor.Of(Fin))).Codes());
        Assert.Equal([Bo, Cem], (await queries.HostTurnsAsync(Agile, Ahead, [], Actor.Of(Dee))).OrThrow().Select(t => t.Person).Order());
        Assert.Equal([Dee, Bo], (await queries.HostTurnsAsync(Agile, Ahead, [Bo, Dee], Actor.Of(Dee))).OrThrow().Select(t => t.Person));
        Assert.Equal(["gatherings.hidden"], (await queries.HostTurnsAsync(Agile, Ahead, [], Actor.Of(Fin))).Codes());
        Assert.Single((await queries.SeriesAsync(Agile, Actor.Of(Dee))).OrThrow());
        Assert.Empty((await queries.SeriesAsync(Agile, Actor.Of(Fin))).OrThrow());
    }

    [Fact]
    public async Task Hosts_AreShownToThoseWhoMayKnowTheMembers()
    {
        (Hosted host, CalendarQueries queries) = await Prepare();
        await host.Must(new SetVisibility(Agile, Visibility.Public, MemberListVisibility.Members), Ana);
        await host.Must(new ScheduleSeries(Agile, new(new("s"), new("S", GatheringKind.OpenHour, GatheringAudience.Everybody), When, new(RecurrenceFrequency.Monthly))), Cem);
        async Task<string> Shown(PersonId by) => string.Join(' ', (int[])
        [
            (await queries.FindAsync(Agile, Open, Actor.Of(by))).OrThrow().Gathering.Hosts.Count,
            .. (await queries.BetweenAsync(Agile, Ahead, Actor.Of(by))).OrThrow().Where(g => g.Gathering.Details.Audience == GatheringAudience.Everybody).Select(g => g.Gathering.Hosts.Count).Distinct(),
            (await queries.SeriesAsync(Agile, Actor.Of(by))).OrThrow().Single().Hosts.Count,
        ]);

        Assert.NotEmpty((await host.Queries.MembersAsync(Agile, Actor.Of(Fin))).Codes());
        Assert.Equal("0 0 0", await Shown(Fin));
        Assert.Equal("1 1 1", await Shown(Dee));

        await host.Must(new SetVisibility(Agile, Visibility.Public, MemberListVisibility.Facilitators), Ana);
        Assert.Equal("0 0 0", await Shown(Dee));
        Assert.Equal("1 1 0 0", await Shown(Bo));
        Assert.Equal("1 1 1", await Shown(Ana));
        Assert.Equal(["gatherings.hidden"], (await queries.HostTurnsAsync(Agile, Ahead, [], Actor.Of(Dee))).Codes());
        await host.Must(new SetVisibility(Agile, Visibility.Public, MemberListVisibility.Everyone), Ana);
        Assert.Equal("1 1 1", await Shown(Fin));
    }

    [Fact]
    public async Task Windows_AreTwoYearsAtMost_AndPeriodsADayAtLeast()
    {
        (Hosted host, CalendarQueries queries) = await Prepare();
        await host.Must(new SetRhythm(Agile, new Rhythm(TimeSpan.FromMilliseconds(1), "always")), Ana);
        TimeWindow longest = new(World.Start, World.Start + ICalendarQueries.LongestWindow), all = new(DateTimeOffset.MinValue, DateTimeOffset.MaxValue);
        TimeWindow longer = new(longest.From, longest.Until.AddTicks(1));
        foreach (TimeWindow window in (TimeWindow[])[longer, all])
        {
            Assert.Equal(["window.too-long"], (await queries.BetweenAsync(Agile, window, World.Host)).Codes());
            Assert.Equal(["window.too-long"], (await queries.HostTurnsAsync(Agile, window, [], World.Host)).Codes());
            Assert.Equal(["window.too-long"], (await queries.CadenceAsync(Agile, window, [], World.Host)).Codes());
        }

        Assert.Equal(2, (await queries.BetweenAsync(Agile, longest, World.Host)).OrThrow().Count);
        Assert.Equal(new CadenceAdherence(732, 1, 0, 0), (await queries.CadenceAsync(Agile, longest, [], World.Host)).OrThrow());
    }

    [Fact]
    public async Task Erasure_FreesThePlace_InTheSameBatch_AndLeavesNoName()
    {
        (Hosted host, CalendarQueries queries) = await Prepare();
        PersonalData personal = new(host.Records, new InMemoryActivityStore(), new InMemoryPeopleDirectory(), new SeededSalts("e"), PolicySet.Default, []);
        long before = (await host.Queries.FindAsync(Agile, World.Host))!.Version;

        ErasureReceipt receipt = (await personal.EraseAsync(Dee, Actor.Of(Dee))).OrThrow();

        JournalEntry[] entries = await host.Entries(Agile);
        Fact[] facts = [.. entries.Skip((int)before).Select(e => e.Change.Fact)];
        Assert.Contains(new RsvpEnded(Inside, receipt.Tombstone), facts);
        Assert.Contains(new GuestPromoted(Inside, Cem), facts);
        Assert.DoesNotContain(entries, e => FactJson.Write(e).Contains("\"dee\"", StringComparison.Ordinal));
        GatheringView view = (await queries.FindAsync(Agile, Inside, World.Host)).OrThrow();
        Assert.Equal(([Cem], 0), (view.Guests, view.Waiting));

        await personal.EraseAsync(Fin, Actor.Of(Fin));
        Assert.Equal(0, (await queries.FindAsync(Agile, Open, World.Host)).OrThrow().Going);
        Assert.Empty(Journals.Verify(await host.Entries(Agile)));
    }

    /// <summary>Ana facilitates; Bo hosts two gatherings: one with a single place for members, which Dee has and Cem waits for, and one for everybody, to which Fin comes.</summary>
    private static async Task<(Hosted Host, CalendarQueries Queries)> Prepare()
    {
        Hosted host = new();
        await host.Launch(Agile);
        await host.Must(new ScheduleGathering(Agile, Inside, new("Retro", GatheringKind.PeerDiscussion), When) { Capacity = 1 }, Bo);
        await host.Must(new ScheduleGathering(Agile, Open, new("Talk", GatheringKind.Talk, GatheringAudience.Everybody), When), Bo);
        await host.Must(new Rsvp(Agile, Inside, Dee, RsvpAnswer.Yes), Dee);
        await host.Must(new Rsvp(Agile, Inside, Cem, RsvpAnswer.Yes), Cem);
        await host.Must(new Rsvp(Agile, Open, Fin, RsvpAnswer.Yes), Fin);
        return (host, new CalendarQueries(host.Records));
    }
}
