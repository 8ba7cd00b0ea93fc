using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;
using static CommunityOfPractice.Core.Tests.Practices.Gatherings.GatheringWorld;

namespace CommunityOfPractice.Core.Tests.Practices.Gatherings;

/// <summary>What a change of a series leaves alone: what is over, and what somebody gave one occurrence.</summary>
public sealed class SeriesChangesTests
{
    private static readonly PersonId Dan = new("dan"), Eve = new("eve");

    private static readonly SeriesId Two = new("two");

    private static readonly TimeWindow Spring = new(new(2025, 3, 1, 0, 0, 0, TimeSpan.Zero), new(2025, 4, 20, 0, 0, 0, TimeSpan.Zero));

    private static PersonId[] Hosts(GatheringWorld world) => [.. world.Calendar.Between(Spring).SelectMany(g => g.Info.Hosts)];

    private static void Change(GatheringWorld world, int day, Func<GatheringSeries, GatheringSeries> change) =>
        world.Do(new ChangeSeriesFrom(world.Id, Weekly, Slot(day).Start, change(world.Calendar.FindSeries(Weekly)!.From(Slot(day).Start, Two)!), "why"), Bo);

    private static GatheringWorld Of(string rule, int? capacity = null, bool turns = false, params PersonId[] hosts)
    {
        GatheringWorld world = new GatheringWorld().Join(Dan, Eve);
        world.Do(new ScheduleSeries(world.Id, Series(rule, capacity, turns, hosts)), Bo);
        return world;
    }

    [Fact]
    public void Leaving_DoesNotRewrite_WhoHostedWhatIsOver()
    {
        GatheringWorld world = Of("FREQ=WEEKLY", null, true, Bo, Cem, Dan);
        PersonId[] planned = Hosts(world);
        Assert.Equal([Bo, Cem, Dan, Bo, Cem, Dan], planned);
        world.Now = new(2025, 3, 25, 12, 0, 0, TimeSpan.Zero);

        world.Do(new LeaveCommunity(world.Id, Cem), Cem);
        Assert.Equal(planned.Take(3), Hosts(world).Take(3));
        Assert.DoesNotContain(Cem, Hosts(world).Skip(3));
        world.Now = world.Now.AddDays(7);
        PersonId[] then = Hosts(world);
        world.Do(new LeaveCommunity(world.Id, Dan), Dan);
        Assert.Equal([.. then.Take(4), Bo, Bo], Hosts(world));

        world.Restore();
        Assert.Equal([.. then.Take(4), Bo, Bo], Hosts(world));
        Assert.Equal(["attendance.unchanged"], world.Codes(new RecordAttendance(world.Id, Occurrence(10), []), Bo));
        Assert.Equal(2, world.Calendar.FindSeries(Weekly)!.EarlierHosts!.Periods.Count);
    }

    [Fact]
    public void AChangeOfTheTitle_LeavesWhatSomebodyGaveOneOccurrence()
    {
        GatheringWorld world = Of("FREQ=WEEKLY;COUNT=5", capacity: 1);
        world.Do(new ChangeGathering(world.Id, Occurrence(24), About() with { Place = "Roof" }, Slot(25, 15)), Bo);
        world.Do(new SetHosts(world.Id, Occurrence(24), [Cem]), Bo);
        world.Do(new SetCapacity(world.Id, Occurrence(24), 3), Cem);
        foreach (PersonId person in (PersonId[])[Bo, Dan, Eve])
        {
            world.Do(Answer(person, RsvpAnswer.Yes, Occurrence(24)), person);
            world.Do(Answer(person, RsvpAnswer.Yes, Occurrence(31)), person);
        }

        Change(world, 17, next => next with { Details = next.Details with { Title = "New", Place = "Room 9" } });

        GatheringInfo own = world[Occurrence(24)].Info;
        Assert.Equal(("New", "Roof", Slot(25, 15), 3), (own.Details.Title, own.Details.Place, own.Time.ToSlot(), own.Capacity));
        Assert.Equal([Cem], own.Hosts);
        Assert.Equal((3, 0), (world[Occurrence(24)].Going, world[Occurrence(24)].Waiting));
        GatheringInfo plain = world[Occurrence(31)].Info;
        Assert.Equal(("New", "Room 9", "What went well?", 1), (plain.Details.Title, plain.Details.Place, plain.Details.Description, plain.Capacity));
        Assert.Equal(Two, plain.Series);
    }

    [Fact]
    public void AChangeOfTimeHostsAndCapacity_ReachesWhatHadThoseOfTheSeries()
    {
        GatheringWorld world = Of("FREQ=WEEKLY;COUNT=5", capacity: 1);
        world.Do(new ChangeGathering(world.Id, Occurrence(24), About(title: "Guest"), Slot(24)), Bo);

        Change(world, 17, next => next with { First = Slot(17, 14), Hosts = [Cem], Capacity = 4, Details = next.Details with { Title = "New" } });

        GatheringInfo info = world[Occurrence(24)].Info;
        Assert.Equal(("Guest", Slot(24, 14), 4), (info.Details.Title, info.Time.ToSlot(), info.Capacity));
        Assert.Equal([Cem], info.Hosts);
    }

    [Fact]
    public void AnOccurrenceThatWasMovedEarlierAndHeld_DoesNotTakePlaceTwice()
    {
        GatheringWorld world = Of("FREQ=WEEKLY;COUNT=4");
        world.Do(new ChangeGathering(world.Id, Occurrence(17), About(), Slot(15)), Bo);
        world.Now = Slot(15, 12).Resolve().OrThrow().Start;
        world.Do(new RecordAttendance(world.Id, Occurrence(17), [Bo]), Bo);

        Change(world, 17, next => next with { First = Slot(17, 14), Details = next.Details with { Title = "New" } });

        Assert.Equal([10, 15, 24, 31], world.Calendar.Between(Spring).Select(g => g.Info.Time.LocalStart.Day));
        Assert.Equal(GatheringStatus.Held, world[Occurrence(17)].Status);
    }

    [Fact]
    public void DaysThatWereLeftOut_StayLeftOut_AtAnotherHour()
    {
        GatheringWorld world = new();
        world.Do(new ScheduleSeries(world.Id, Series("FREQ=WEEKLY;COUNT=4") with { Except = [Slot(24).Start] }), Bo);

        Change(world, 17, next => next with { First = Slot(17, 14) });

        Assert.Equal([10, 17, 31], world.Calendar.Between(Spring).Select(g => g.Info.Time.LocalStart.Day));
    }
}
