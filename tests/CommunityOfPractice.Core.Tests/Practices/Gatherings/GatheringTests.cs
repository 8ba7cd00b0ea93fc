using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Tests.Communities;
using CommunityOfPractice.Core.Vocabulary;
using static CommunityOfPractice.Core.Tests.Practices.Gatherings.GatheringWorld;

namespace CommunityOfPractice.Core.Tests.Practices.Gatherings;

public sealed class GatheringTests
{
    private static readonly PersonId Dan = new("dan"), Eve = new("eve");

    [Fact]
    public void Schedule_ByAMember_MakesThemTheHost()
    {
        GatheringWorld world = new GatheringWorld().With(capacity: 5);

        Assert.Equal([Bo], world.Single.Info.Hosts);
        Assert.Equal((GatheringStatus.Planned, 5, Formality.Informal), (world.Single.Status, world.Single.Info.Capacity, world.Single.Info.Details.Kind.ToFormality()));
        Assert.Equal(new DateTimeOffset(2025, 3, 10, 9, 0, 0, TimeSpan.Zero), world.Single.Start);
    }

    [Fact]
    public void Schedule_NamesEveryUnmetGuard()
    {
        GatheringWorld world = new();
        ScheduleGathering wrong = new(world.Id, Occurrence(10), About(title: " "), Slot(hours: 24 * 20)) { Capacity = 0, Hosts = [Zoe] };

        Assert.Equal(
            ["actor.not-a-member", "gathering.id-reserved", "gathering.no-title", "time.too-long", "host.not-active", "capacity.not-positive"],
            world.Codes(wrong, Zoe));
        Assert.Equal(["gathering.exists"], world.With().Codes(new ScheduleGathering(world.Id, Retro, About(), Slot()), Bo));
        Assert.Equal(["time.zone-unknown"], world.Codes(new ScheduleGathering(world.Id, new("x"), About(), Slot(zone: "Nowhere/Here")), Bo));
        Assert.Equal(["community.not-living"], new GatheringWorld(CommunityStatus.Closed).Codes(new ScheduleGathering(world.Id, Retro, About(), Slot()), World.Host));
        world.Policies = PolicySet.Default with { Practice = PracticePolicy.Default with { MembersSchedule = false } };
        Assert.Equal(["actor.not-in-charge"], world.Codes(new ScheduleGathering(world.Id, new("x"), About(), Slot()), Bo));
        Assert.Throws<ArgumentException>(() => new ScheduleGathering(world.Id, default, About(), Slot()));
        Assert.Throws<ArgumentException>(() => new Rsvp(world.Id, Retro, default, RsvpAnswer.Yes));
        Assert.Throws<ArgumentOutOfRangeException>(() => world.Decide(new ScheduleGathering(world.Id, new("x"), new("T", (GatheringKind)77), Slot()), Actor.Of(Bo)));
    }

    [Fact]
    public void Deciding_IsForItsHosts_Facilitators_AndTheHostApplication()
    {
        GatheringWorld world = new GatheringWorld().With().Join(Dan);
        Command[] commands =
        [
            new ChangeGathering(world.Id, Retro, About(title: "Other"), Slot()), new CancelGathering(world.Id, Retro, "ill"), new SetHosts(world.Id, Retro, [Cem]),
            new SetCapacity(world.Id, Retro, 3),
        ];
        foreach (Command command in commands)
        {
            Assert.Equal(["gathering.not-host"], world.Codes(command, Cem));
            Assert.Equal(["gathering.not-host"], world.Codes(command, Zoe));
            Assert.Equal(["gathering.not-host"], world.Codes(command, Actor.Policy("rule")));
            Assert.All((Actor[])[Actor.Of(Bo), Actor.Of(Ana), World.Host], by => Assert.Empty(world.Codes(command, by)));
        }

        world.Do(new PauseMembership(world.Id, Bo), Bo);
        Assert.All(commands, command => Assert.Equal(["gathering.not-host"], world.Codes(command, Bo)));
    }

    [Fact]
    public void Change_KeepsAnswers_AndFreesPlacesOfWhoMayNotComeAnyMore()
    {
        GatheringWorld world = new GatheringWorld().With(capacity: 1, GatheringAudience.Everybody).Yes(Zoe, Cem);
        Assert.Equal(RsvpStatus.Waiting, world.Single.StatusOf(Cem));

        Fact[] facts = world.Do(new ChangeGathering(world.Id, Retro, About(), Slot(12)), Bo);

        Assert.Equal([typeof(GatheringChanged), typeof(RsvpEnded), typeof(GuestPromoted)], facts.Select(f => f.GetType()));
        Assert.Equal((RsvpStatus.None, RsvpStatus.Going), (world.Single.StatusOf(Zoe), world.Single.StatusOf(Cem)));
        Assert.Equal(12, world.Single.Start.Day);
        Assert.Equal(["gathering.unchanged"], world.Codes(new ChangeGathering(world.Id, Retro, About(), Slot(12)), Bo));
        Assert.Equal(["rsvp.members-only"], world.Codes(Answer(Zoe, RsvpAnswer.Yes), Zoe));
    }

    [Fact]
    public void Answers_AreRefused_AfterTheStart_AndWhenCancelled()
    {
        GatheringWorld world = new GatheringWorld().With();
        Assert.Equal(["gathering.unknown"], world.Codes(Answer(Cem, RsvpAnswer.Yes, new("nothing")), Cem));
        Assert.Equal(["actor.not-own-act"], world.Codes(Answer(Cem, RsvpAnswer.Yes), World.Host));
        world.Now = world.Single.Start;
        Assert.Equal(["gathering.started"], world.Codes(Answer(Cem, RsvpAnswer.Yes), Cem));
        world.Do(new CancelGathering(world.Id, Retro, "nobody came"), Bo);
        Assert.Equal(["gathering.not-planned", "gathering.started"], world.Codes(Answer(Cem, RsvpAnswer.Yes), Cem));
        Assert.Equal(["gathering.not-planned"], world.Codes(new CancelGathering(world.Id, Retro, "again"), Bo));
        Assert.Equal("nobody came", world.Single.Info.CancelReason);
    }

    [Fact]
    public void Attendance_IsRecordedByHosts_OrForOneself_AfterTheStart()
    {
        GatheringWorld world = new GatheringWorld().With().Join(Dan, Eve).Yes(Dan, Cem);
        RecordAttendance all = new(world.Id, Retro, [Dan, Eve]) { OtherGuests = 3 };
        Assert.Equal(["gathering.not-started"], world.Codes(all, Bo));
        world.Now = world.Single.Start.AddMinutes(5);
        Assert.Equal(["gathering.not-host"], world.Codes(all, Dan));
        Assert.Equal(["gathering.not-host"], world.Codes(new RecordAttendance(world.Id, Retro, [Eve]), Dan));
        Assert.Equal(["attendance.members-only"], world.Codes(new RecordAttendance(world.Id, Retro, [Zoe]), Bo));
        Assert.Equal(["attendance.present-and-absent"], world.Codes(new RecordAttendance(world.Id, Retro, [Dan]) { Absent = [Dan] }, Bo));
        Assert.Equal(["attendance.other-guests"], world.Codes(new RecordAttendance(world.Id, Retro, []) { OtherGuests = -1 }, Bo));

        world.Do(all, Bo);
        world.Do(new RecordAttendance(world.Id, Retro, [Ana]), Ana);
        Assert.Equal((GatheringStatus.Held, 6), (world.Single.Status, world.Single.Attendance));
        Assert.Equal((1, 2), world.Single.KeptPromises);
        Assert.Equal(["attendance.unchanged"], world.Codes(all, Bo));
        world.Do(new RecordAttendance(world.Id, Retro, []) { Absent = [Eve] }, Eve);
        Assert.Equal([Ana, Dan], world.Single.Attended);

        world.Now = world.Single.End.AddDays(1).AddTicks(1);
        Assert.Equal(["attendance.too-late"], world.Codes(new RecordAttendance(world.Id, Retro, [Cem]), Cem));
        world.Do(new RecordAttendance(world.Id, Retro, [Cem]), World.Host);
        Assert.Equal(["gathering.not-planned"], world.Codes(new CancelGathering(world.Id, Retro, "no"), Bo));
        world.Restore();
        Assert.Equal([Ana, Cem, Dan], world.Single.Attended);
    }

    [Fact]
    public void ACheckIn_DoesNotSayThatAGatheringWasHeld()
    {
        GatheringWorld world = new GatheringWorld().With(audience: GatheringAudience.Everybody);
        world.Now = world.Single.Start;
        world.Do(new RecordAttendance(world.Id, Retro, [Zoe]), Zoe);
        Assert.Equal((GatheringStatus.Planned, 1), (world.Single.Status, world.Single.Attendance));
        Assert.IsType<Decision<ValueList<Change>>.Accepted>(world.Decide(new CancelGathering(world.Id, Retro, "ill"), Actor.Of(Bo)));
        Assert.Equal(["attendance.unchanged"], world.Codes(new RecordAttendance(world.Id, Retro, [Zoe]), Zoe));

        world.Do(new RecordAttendance(world.Id, Retro, [Zoe]), Bo); // says the same, and that it took place
        Assert.Equal((GatheringStatus.Held, 1), (world.Single.Status, world.Single.Attendance));
        Assert.Equal(["attendance.unchanged"], world.Codes(new RecordAttendance(world.Id, Retro, [Zoe]), Bo));
        world.Do(new RecordAttendance(world.Id, Retro, [Cem]), Cem);
        Assert.Equal(GatheringStatus.Held, world.Single.Status);
    }

    [Fact]
    public void TakingBackWhoCame_MakesItPlannedAgain_UnlessThereAreNotes()
    {
        GatheringWorld world = new GatheringWorld().With();
        world.Now = world.Single.Start;
        world.Do(new RecordAttendance(world.Id, Retro, [Cem]) { OtherGuests = 2 }, Bo);
        world.Do(new RecordAttendance(world.Id, Retro, []) { Absent = [Cem] }, Bo);
        Assert.Equal(GatheringStatus.Held, world.Single.Status);
        world.Do(new RecordAttendance(world.Id, Retro, []) { OtherGuests = 0 }, Bo);
        Assert.Equal((GatheringStatus.Planned, 0), (world.Single.Status, world.Single.Attendance));

        world.Do(new RecordNotes(world.Id, Retro, "We met.", []), Bo);
        world.Do(new RecordAttendance(world.Id, Retro, [Cem]), Bo);
        world.Do(new RecordAttendance(world.Id, Retro, []) { Absent = [Cem] }, Bo);
        Assert.Equal(GatheringStatus.Held, world.Single.Status);
    }

    [Fact]
    public void CorrectingHosts_AfterItWasHeld_MovesWhatIsToldOfThem()
    {
        GatheringWorld world = new GatheringWorld().With();
        world.Now = world.Single.Start;
        world.Do(new RecordAttendance(world.Id, Retro, [Ana]), Bo);
        Assert.Equal([(Ana, Act.Attend), (Bo, Act.Host)], Told(world));
        world.Do(new SetHosts(world.Id, Retro, [Cem]), Bo);
        Assert.Equal([(Ana, Act.Attend), (Cem, Act.Host)], Told(world));
        world.Do(new SetHosts(world.Id, Retro, [Bo, Cem]), Cem);
        Assert.Equal([(Ana, Act.Attend), (Bo, Act.Host), (Cem, Act.Host)], Told(world));
    }

    private static (PersonId Person, Act Act)[] Told(GatheringWorld world)
    {
        CommunityId id = world.Id;
        List<JournalEntry> entries = [];
        foreach (Change change in world.Log)
        {
            entries.Add(Sealing.Seal(id, entries.Count + 1, entries.LastOrDefault()?.Seal.Hash, world.Now, change, "s"));
        }

        return [.. PracticeActivities.Of(entries).Where(a => a.Act is Act.Host or Act.Attend).Select(a => (a.Person, a.Act)).Order()];
    }

    [Fact]
    public void Notes_AndFollowUps_AreRecorded()
    {
        GatheringWorld world = new GatheringWorld().With();
        world.Now = world.Single.Start;
        Assert.Equal(["notes.empty"], world.Codes(new RecordNotes(world.Id, Retro, " ", []), Bo));
        Assert.Equal(["follow-up.empty", "follow-up.not-a-member"], world.Codes(new RecordNotes(world.Id, Retro, "x", [new(" ", Zoe)]), Bo));
        RecordNotes notes = new(world.Id, Retro, "We met.", [new("Write it down", Cem, new(2025, 4, 1))]);
        world.Do(notes, Bo);
        Assert.Equal(("We met.", GatheringStatus.Held, Cem), (world.Single.Info.Notes, world.Single.Status, world.Single.Info.FollowUps[0].Who));
        Assert.Equal(["notes.unchanged"], world.Codes(notes with { FollowUps = [.. notes.FollowUps] }, Bo));
    }

    [Fact]
    public void WhoGoes_FreesTheirPlace_AndHostsNoMore_InTheSameDecision()
    {
        GatheringWorld world = new GatheringWorld().With(capacity: 1, host: Cem).Join(Dan).Yes(Cem, Dan);
        world.Do(new ScheduleGathering(world.Id, new("open"), About(GatheringAudience.Everybody), Slot(11)), Bo);
        world.Do(Answer(Cem, RsvpAnswer.Yes, new("open")), Cem);
        world.Do(new ScheduleSeries(world.Id, Series("FREQ=WEEKLY", null, true, Bo, Cem)), Bo);

        Fact[] facts = world.Do(new LeaveCommunity(world.Id, Cem), Cem);

        Assert.Equal([typeof(MemberLeft), typeof(SeriesHostsSet), typeof(GatheringHostsSet), typeof(RsvpEnded), typeof(GuestPromoted)], facts.Select(f => f.GetType()));
        Assert.Equal((RsvpStatus.Going, RsvpStatus.None), (world.Single.StatusOf(Dan), world.Single.StatusOf(Cem)));
        Assert.Empty(world.Single.Info.Hosts);
        Assert.Equal(RsvpStatus.Going, world[new("open")].StatusOf(Cem));

        world.Do(new BlockPerson(world.Id, Cem, "spam"), Ana);
        Assert.Equal(RsvpStatus.None, world[new("open")].StatusOf(Cem));
        Assert.Equal(["rsvp.kept-out"], world.Codes(Answer(Cem, RsvpAnswer.Yes, new("open")), Cem));
    }

    [Fact]
    public void WhatIsOver_StaysAsItWas_WhenSomebodyGoes()
    {
        GatheringWorld world = new GatheringWorld().With().Yes(Cem);
        world.Now = world.Single.Start;
        world.Do(new RecordAttendance(world.Id, Retro, [Cem]), Bo);

        Assert.Equal([typeof(MemberLeft)], world.Do(new LeaveCommunity(world.Id, Cem), Cem).Select(f => f.GetType()));
        Assert.True(world.Single.WasAttendedBy(Cem));
    }

    [Fact]
    public void EndOfTheCommunity_CancelsWhatIsPlanned_AndEndsSeries()
    {
        GatheringWorld world = new(CommunityStatus.Closing);
        world.With().Yes(Cem);
        world.Do(new ScheduleSeries(world.Id, Series()), Bo);
        world.Do(Answer(Cem, RsvpAnswer.Yes, Occurrence(17)), Cem);

        Fact[] facts = world.Do(new CloseCommunity(world.Id, "Thank you."), Ana);

        Assert.Equal([typeof(CommunityClosed), typeof(SeriesEnded), typeof(GatheringCancelled), typeof(GatheringCancelled)], facts.Take(4).Select(f => f.GetType()));
        Assert.DoesNotContain(facts, f => f is RsvpEnded or GuestPromoted);
        Assert.Empty(world.Calendar.Upcoming(new TimeWindow(world.Now, world.Now.AddYears(2))));
        Assert.Null(world.Single.Info.CancelReason);
    }

    [Fact]
    public void Snapshot_HoldsEverything_AndGoesOnInTheSameWay()
    {
        GatheringWorld world = new GatheringWorld().With(capacity: 2).Join(Dan, Eve).Yes(Cem, Dan, Eve, Ana);
        world.Do(new ScheduleSeries(world.Id, Series()), Bo);
        world.Do(Answer(Cem, RsvpAnswer.Maybe, Occurrence(17)), Cem);
        world.Do(new LeaveCommunity(world.Id, Eve), Eve); // the latest number but one goes
        CommunitySnapshot before = world.Record.ToSnapshot();

        CommunityRecord restored = CommunityRecord.Restore(before);

        Assert.Equal(before, restored.ToSnapshot());
        DecisionContext context = new(world.Now, Actor.Of(Bo));
        world.Record.Do(Answer(Bo, RsvpAnswer.Yes), context).OrThrow();
        restored.Do(Answer(Bo, RsvpAnswer.Yes), context).OrThrow();
        Assert.Equal(world.Record.ToSnapshot(), restored.ToSnapshot());
    }

    [Fact]
    public void Facts_AboutWhatIsNotThere_ChangeNothing()
    {
        Calendar empty = Calendar.Empty;
        CalendarFact[] facts =
        [
            new GatheringChanged(Retro, About(), Slot().Resolve().OrThrow()), new GatheringCancelled(Retro, "x"), new RsvpGiven(Retro, Cem, RsvpAnswer.Yes, false), new GuestPromoted(Retro, Cem),
            new RsvpEnded(Retro, Cem), new CapacitySet(Retro, 3), new AttendanceRecorded(Retro, [Cem], [], null), new NotesRecorded(Retro, "x", []), new SeriesEnded(Weekly, default), new SeriesHostsSet(Weekly, []),
        ];
        Assert.All(facts, fact => Assert.Same(empty, fact.Apply(empty, World.Start)));
    }
}
