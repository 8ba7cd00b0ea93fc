using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;
using static CommunityOfPractice.Core.Tests.Practices.Gatherings.GatheringWorld;

namespace CommunityOfPractice.Core.Tests.Practices.Gatherings;

public sealed class SeriesTests
{
    private static readonly TimeWindow March = new(new(2025, 3, 3, 8, 0, 0, TimeSpan.Zero), new(2025, 4, 1, 0, 0, 0, TimeSpan.Zero));

    private static GatheringWorld Weekly4(int? capacity = null)
    {
        GatheringWorld world = new();
        world.Do(new ScheduleSeries(world.Id, Series("FREQ=WEEKLY;COUNT=10", capacity)), Bo);
        return world;
    }

    private static int[] Days(GatheringWorld world) => [.. world.Calendar.Upcoming(March).Select(g => g.Info.Time.LocalStart.Day)];

    [Fact]
    public void Occurrences_StandInTheCalendar_AtTheirLocalTime_AcrossTheChangeOfTheClock()
    {
        GatheringWorld world = Weekly4();

        Assert.Equal([10, 17, 24, 31], Days(world));
        Assert.Equal([9, 9, 9, 8], world.Calendar.Upcoming(March).Select(g => g.Start.Hour));
        Assert.Empty(world.Calendar.Recorded);
        Assert.All(world.Calendar.Upcoming(March), g => Assert.Equal(g.Info, world[g.Id].Info));
        Assert.Null(world.Calendar.Find(Occurrence(11)));
        Assert.Null(world.Calendar.Find(new("other@20250310T100000")));
    }

    [Fact]
    public void AnAnswer_MakesAnOccurrenceAGathering_WithAnIdThatFollows()
    {
        GatheringWorld world = Weekly4(capacity: 1);
        Assert.Equal([typeof(GatheringScheduled), typeof(RsvpGiven)], world.Do(Answer(Cem, RsvpAnswer.Yes, Occurrence(17)), Cem).Select(f => f.GetType()));
        Assert.Equal([typeof(RsvpGiven)], world.Do(Answer(Ana, RsvpAnswer.Yes, Occurrence(17)), Ana).Select(f => f.GetType()));

        Assert.Equal([10, 17, 24, 31], Days(world));
        Assert.Equal((1, 1), (world[Occurrence(17)].Going, world[Occurrence(17)].Waiting));
        Assert.Equal(0, world[Occurrence(24)].Going);
        Assert.Equal(["gathering.unknown"], world.Codes(Answer(Ana, RsvpAnswer.Yes, Occurrence(18)), Ana));
    }

    [Fact]
    public void OneOccurrence_IsChangedOrCancelled_Alone()
    {
        GatheringWorld world = Weekly4();
        world.Do(new ChangeGathering(world.Id, Occurrence(17), About(title: "Guest"), Slot(18, 15)), Bo);
        world.Do(new CancelGathering(world.Id, Occurrence(24), "holiday"), Bo);

        Assert.Equal([10, 18, 31], Days(world));
        Assert.Equal([10, 18, 24, 31], world.Calendar.Between(March).Select(g => g.Info.Time.LocalStart.Day));
        Assert.Equal("Guest", world[Occurrence(17)].Info.Details.Title);
    }

    [Fact]
    public void Rest_IsCancelled_FromOneOn_OrAltogether()
    {
        GatheringWorld world = Weekly4();
        world.Do(Answer(Cem, RsvpAnswer.Yes, Occurrence(24)), Cem);
        Assert.Equal(["series.no-such-occurrence"], world.Codes(new CancelSeriesFrom(world.Id, Weekly, Slot(18).Start, "tired"), Bo));
        Assert.Equal(["gathering.no-reason", "gathering.not-host"], world.Codes(new CancelSeriesFrom(world.Id, Weekly, null, " "), Cem));
        Assert.Equal(["series.unknown"], world.Codes(new CancelSeriesFrom(world.Id, new("x"), null, "tired"), Bo));

        Assert.Equal([typeof(SeriesEnded), typeof(GatheringCancelled)], world.Do(new CancelSeriesFrom(world.Id, Weekly, Slot(24).Start, "tired"), Bo).Select(f => f.GetType()));
        Assert.Equal([10, 17], Days(world));
        Assert.Equal("FREQ=WEEKLY;UNTIL=20250324T085959Z", world.Calendar.FindSeries(Weekly)!.ToRule().ToString());

        world.Do(new CancelSeriesFrom(world.Id, Weekly, From: null, "all of it"), Bo);
        Assert.Empty(Days(world));
        Assert.Equal(["series.over"], world.Codes(new CancelSeriesFrom(world.Id, Weekly, From: null, "again"), Bo));
    }

    [Fact]
    public void ChangeFromOneOn_SplitsTheSeries_AndKeepsAnswersForTheSameDay()
    {
        GatheringWorld world = Weekly4(capacity: 1);
        world.Do(Answer(Cem, RsvpAnswer.Yes, Occurrence(17)), Cem);
        world.Do(Answer(Ana, RsvpAnswer.Yes, Occurrence(17)), Ana);
        world.Do(new CancelGathering(world.Id, Occurrence(24), "holiday"), Bo);
        GatheringSeries next = world.Calendar.FindSeries(Weekly)!.From(Slot(17).Start, new("weekly-2"))! with { First = Slot(17, 14), Capacity = 2 };
        Assert.Equal(9, next.Rule.Count);

        Fact[] facts = world.Do(new ChangeSeriesFrom(world.Id, Weekly, Slot(17).Start, next, "afternoons"), Bo);

        Assert.Equal([typeof(SeriesEnded), typeof(SeriesScheduled), typeof(GatheringCarriedOver), typeof(GuestPromoted), typeof(GatheringCarriedOver)], facts.Select(f => f.GetType()));
        Assert.Equal([(10, 10), (17, 14), (31, 14)], world.Calendar.Upcoming(March).Select(g => (g.Info.Time.LocalStart.Day, g.Info.Time.LocalStart.Hour)));
        Gathering carried = world[new("weekly-2@20250317T140000")];
        Assert.Equal((Occurrence(17), 2, 0, new SeriesId("weekly-2")), (carried.Id, carried.Going, carried.Waiting, carried.Info.Series));
        Assert.Equal(GatheringStatus.Cancelled, world[new("weekly-2@20250324T140000")].Status);
        Assert.Equal(Weekly, world.Calendar.FindSeries(new("weekly-2"))!.Continues);
        world.Restore();
        Assert.Equal(Occurrence(17), world[new("weekly-2@20250317T140000")].Id);
    }

    [Fact]
    public void ChangeFromOneOn_ToOtherDays_CancelsWhatWasAnswered()
    {
        GatheringWorld world = Weekly4();
        world.Do(Answer(Cem, RsvpAnswer.Yes, Occurrence(17)), Cem);
        GatheringSeries next = world.Calendar.FindSeries(Weekly)!.From(Slot(17).Start, new("weekly-2"))! with { First = Slot(18) };

        world.Do(new ChangeSeriesFrom(world.Id, Weekly, Slot(17).Start, next, "Tuesdays"), Bo);

        Assert.Equal([10, 18, 25], Days(world));
        Assert.Equal((GatheringStatus.Cancelled, "Tuesdays"), (world[Occurrence(17)].Status, world[Occurrence(17)].Info.CancelReason));
    }

    [Fact]
    public void ChangeFromOneOn_IsRefused_WithEveryReason()
    {
        GatheringWorld world = Weekly4();
        world.Do(Answer(Cem, RsvpAnswer.Yes, Occurrence(17)), Cem);
        world.Do(Answer(Ana, RsvpAnswer.Yes, Occurrence(17)), Ana);
        GatheringSeries next = world.Calendar.FindSeries(Weekly)!.From(Slot(17).Start, new("weekly-2"))!;

        Assert.Equal(["capacity.below-going"], world.Codes(new ChangeSeriesFrom(world.Id, Weekly, Slot(17).Start, next with { Capacity = 1 }, "smaller"), Bo));
        Assert.Equal(
            ["gathering.no-reason", "gathering.not-host", "series.no-such-occurrence", "series.exists", "host.not-active", "series.start-not-in-rule"],
            world.Codes(new ChangeSeriesFrom(world.Id, Weekly, Slot(18).Start, next with { Id = Weekly, Hosts = [Zoe], Rule = Recurrence.Parse("FREQ=WEEKLY;BYDAY=TU", null) }, ""), Cem));
        Assert.Equal(["series.from-past", "series.from-earlier"], world.Codes(new ChangeSeriesFrom(world.Id, Weekly, Slot(17).Start, next with { First = Slot(3, 7), Rule = default }, "back"), Bo));
        world.Now = Slot(20).Resolve().OrThrow().Start;
        Assert.Equal(["series.from-past"], world.Codes(new ChangeSeriesFrom(world.Id, Weekly, Slot(17).Start, next with { First = Slot(24) }, "late"), Bo));
    }

    [Fact]
    public void Schedule_IsRefused_WithEveryReason()
    {
        GatheringWorld world = Weekly4();
        Assert.Equal(["series.exists"], world.Codes(new ScheduleSeries(world.Id, Series()), Bo));
        GatheringSeries wrong = new(new(new string('s', 190)), About(), Slot(), new Recurrence(RecurrenceFrequency.Weekly) { Interval = 0 }) { Capacity = 0 };
        Assert.Equal(["series.id-too-long", "capacity.not-positive", "recurrence.interval"], world.Codes(new ScheduleSeries(world.Id, wrong), Bo));
        GatheringSeries never = Series("FREQ=DAILY;UNTIL=20240101T000000Z") with { Id = new("never") };
        Assert.Equal(["series.never"], world.Codes(new ScheduleSeries(world.Id, never), Bo));
        Assert.Equal(["series.never"], world.Codes(new ScheduleSeries(world.Id, Series("FREQ=DAILY;COUNT=1") with { Id = new("never"), Except = [Slot().Start] }), Bo));
    }

    [Fact]
    public void Hosts_TakeTurns_AlsoAcrossAChange()
    {
        GatheringWorld world = new();
        world.Do(new ScheduleSeries(world.Id, Series("FREQ=WEEKLY", null, true, Ana, Bo, Cem) with { Except = [Slot(17).Start] }), Bo);
        PersonId[] before = [.. world.Calendar.Between(new(March.From, March.From.AddDays(60))).SelectMany(g => g.Info.Hosts)];
        Assert.Equal([Ana, Cem, Ana, Bo], before.Take(4));

        GatheringSeries next = world.Calendar.FindSeries(Weekly)!.From(Slot(31).Start, new("weekly-2"))!;
        world.Do(new ChangeSeriesFrom(world.Id, Weekly, Slot(31).Start, next with { First = Slot(31, 15) }, "later"), Bo);
        Assert.Equal(before, world.Calendar.Between(new(March.From, March.From.AddDays(60))).SelectMany(g => g.Info.Hosts));

        HostTurn[] turns = [.. world.Calendar.HostTurns([Ana, Bo, Cem, Zoe], new(March.From, new(2025, 4, 2, 0, 0, 0, TimeSpan.Zero)))];
        Assert.Equal([Zoe, Cem, Ana], turns.Where(t => t.Person != Bo).Select(t => t.Person)); // none, one and two turns
        Assert.Equal(Bo, turns[1].Person == Bo ? Bo : turns[0].Person);
    }

    [Fact]
    public void Cadence_CountsPeriods_WithoutBreaks()
    {
        GatheringWorld world = new();
        world.Do(new ScheduleSeries(world.Id, Series("FREQ=WEEKLY;COUNT=3")), Bo);
        world.Do(new CancelGathering(world.Id, Occurrence(17), "ill"), Bo);
        world.Now = Slot(10).Resolve().OrThrow().Start;
        world.Do(new RecordAttendance(world.Id, Occurrence(10), [Cem]), Bo);
        DateTimeOffset monday = new(2025, 3, 3, 0, 0, 0, TimeSpan.Zero);
        TimeWindow window = new(monday, monday.AddDays(38));
        TimeSpan week = TimeSpan.FromDays(7);

        Assert.Equal(new CadenceAdherence(5, 2, 1, 0), world.Calendar.Cadence(window, week, []));
        Assert.Equal(new CadenceAdherence(3, 2, 1, 2), world.Calendar.Cadence(window, week, [new(monday.AddDays(-3), monday.AddDays(1)), new(monday.AddDays(20), monday.AddDays(21)), new(monday.AddDays(40), monday.AddDays(50))]));
        Assert.Equal(new CadenceAdherence(3, 1, 0, 2), world.Calendar.Cadence(window, week, [new(monday.AddDays(7), monday.AddDays(14).AddTicks(1))]));
        Assert.Throws<ArgumentOutOfRangeException>(() => world.Calendar.Cadence(window, TimeSpan.FromDays(1).Subtract(TimeSpan.FromTicks(1)), []));
        Assert.Equal(38, world.Calendar.Cadence(window, CadenceAdherence.ShortestPeriod, []).Planned);
        Assert.Equal(1, world.Calendar.Reach(window));
        Assert.Equal(new TimeZoneInclusion(2, 3), world.Calendar.Inclusion(window, ["Europe/Berlin", "Europe/London", "America/Los_Angeles", "Nowhere/Here", null]));
        Assert.Equal([10], world.Calendar.Past(window, world.Now.AddHours(1)).Select(g => g.Info.Time.LocalStart.Day));
    }
}
