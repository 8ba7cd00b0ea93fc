using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Indicators.Life;

/// <summary>Group E by hand: golden vectors of domain.md section 8, and each edge.</summary>
public sealed class RhythmTests
{
    private static SmallCommunity Weekly(double every, double activeSince, params double[] days) =>
        Example.Of().With(Known.Active(activeSince) with { Rhythm = new(TimeSpan.FromDays(every), "w") }, Known.Gatherings([.. days.Select(d => Known.Gathering(d))]));

    [Fact]
    public void RhythmKept_TenOfThirteenWeeks_IsTheShare() =>
        Expected.Same(Expected.Share(10, 13, 2, "planned periods"), Weekly(7, -400, 0, 7, 14, 21, 28, 35, 42, 49, 56, 63, 65).Read<RhythmKept>().Measurement);

    [Fact]
    public void RhythmKept_CommunityThatBeganLate_CountsFromThen() =>
        Expected.Same(Expected.Share(2, 4, 2, "planned periods"), Weekly(7, 60, 61, 70).Read<RhythmKept>().Measurement);

    [Fact]
    public void RhythmKept_Break_IsNoMissedPeriod() =>
        Expected.Same(Expected.Share(2, 3, 2, "planned periods"), (Weekly(7, 63, 64, 85) with { Breaks = [new(Known.Day(78), Known.Day(80))] }).Read<RhythmKept>().Measurement);

    [Fact]
    public void RhythmKept_SeriesWithoutStatedRhythm_IsMeasuredByItsPlan()
    {
        GatheringSeries series = new(new("s"), new("Every four weeks", GatheringKind.Meeting), new(Known.Day(1).DateTime, Known.Day(1.1).DateTime, "UTC"), Recurrence.Parse("FREQ=WEEKLY;INTERVAL=4", null));
        SmallCommunity community = Example.Of().With(Known.Active(), PracticeState.Empty with { Series = [series], Gatherings = [Known.Gathering(1), Known.Gathering(58)] });
        Expected.Same(Expected.Share(2, 3, 2, "planned periods"), community.Read<RhythmKept>().Measurement);
    }

    /// <summary>Every Tuesday at ten in Berlin is a beat, and a rhythm kept, whenever one looks: over both changes of the clock, and at every hour of the day.</summary>
    [Theory]
    [InlineData(2026, 2, 3)]
    [InlineData(2026, 9, 1)]
    public void WeeklyByTheClock_OverItsChange_IsABeat(int year, int month, int day)
    {
        GatheringSeries weekly = new(new("s"), new("Weekly", GatheringKind.Talk), new(new(year, month, day, 10, 0, 0), new(year, month, day, 11, 0, 0), "Europe/Berlin"), Recurrence.Parse("FREQ=WEEKLY", null));
        DateTimeOffset first = new(year, month, day, 0, 0, 0, TimeSpan.Zero);
        GatheringState[] held = [.. weekly.Occurrences(first, first.AddDays(91)).Select(o => new GatheringState(new(o.Id, weekly.Details, o.Time) { Status = GatheringStatus.Held }, [], [], 0))];
        for (int hour = 0; hour < 24; hour++)
        {
            TimeWindow window = new(first.AddHours(hour), first.AddHours(hour).AddDays(91));
            SmallCommunity community = (Example.Of() with { Window = window }).With(Known.Active(-4000) with { StatusSince = first.AddYears(-1), Rhythm = new(TimeSpan.FromDays(7), "w") }, Known.Gatherings(held));
            Assert.Equal(-1, community.Read<GatheringBurstiness>().Measurement.Amount!.Value, 12);
            Assert.Equal(hour < 8 ? 1 : held.Count(g => window.Contains(g.Info.Time.Start)) / 13.0, community.Read<RhythmKept>().Measurement.Amount!.Value, 12);
        }
    }

    /// <summary>Clocks go back at three: what starts a quarter of an hour after a window that begins at ten to three starts at five past two, and belongs to the first day all the same.</summary>
    [Fact]
    public void RhythmKept_WindowThatBeginsInTheRepeatedHour_KeepsItsFirstDay()
    {
        DateTimeOffset from = new(2026, 10, 25, 0, 50, 0, TimeSpan.Zero), start = from.AddMinutes(15);
        DateTime local = new(2026, 10, 25, 2, 5, 0);
        GatheringState early = new(new(new("early"), new("Early", GatheringKind.Talk), new(local, local.AddHours(1), "Europe/Berlin", start, start.AddHours(1))) { Status = GatheringStatus.Held }, [], [], 0);
        SmallCommunity community = (Example.Of() with { Window = new(from, from.AddDays(14)) }).With(new(SmallCommunity.Id) { Rhythm = new(TimeSpan.FromDays(7), "w") }, Known.Gatherings(early));
        Expected.Same(Expected.Share(1, 2, 2, "planned periods"), community.Read<RhythmKept>().Measurement);
    }

    /// <summary>What activities say lies on days in UTC, not on days counted back from now.</summary>
    [Theory]
    [InlineData(90.1)]
    [InlineData(90.4)]
    [InlineData(90.9)]
    public void ActivityBurstiness_HourOfTheReport_DoesNotMatter(double until)
    {
        SmallCommunity weekly = Example.Of(Enumerable.Range(0, 12).Select(i => Example.Did("p", Act.Post, (7 * i) + (i % 2 == 0 ? 0.3 : 0.6)))) with { Window = new(Example.Start, Known.Day(until)) };
        Assert.Equal(-1, weekly.Read<ActivityBurstiness>().Measurement.Amount!.Value, 12);
    }

    /// <summary>A plan is no gathering: what nobody says took place meets no period, makes no beat, has no host and no setting.</summary>
    [Fact]
    public void PlansAlone_AreNotGatherings()
    {
        GatheringSeries series = new(new("s"), new("Weekly", GatheringKind.CoffeeChat), new(Known.Day(1).DateTime, Known.Day(1.1).DateTime, "UTC"), Recurrence.Parse("FREQ=WEEKLY", null)) { Hosts = [new("a")] };
        SmallCommunity planned = Example.Of().WithRoster(Example.Member("a", -10)).With(
            Known.Active() with { Rhythm = new(TimeSpan.FromDays(7), "w") },
            PracticeState.Empty with { Series = [series], Gatherings = [Known.Gathering(3, hosts: [new("a")], status: GatheringStatus.Planned)] });
        foreach (Reading reading in new[] { planned.Read<RhythmKept>(), planned.Read<GatheringBurstiness>(), planned.Read<HostDiversity>(), planned.Read<FormalShare>(), planned.Read<DaytimeInclusion>() })
        {
            Expected.Same(Expected.No("gatherings.untold"), reading.Measurement);
        }

        SmallCommunity told = planned with { Practice = planned.Practice! with { Gatherings = [Known.Gathering(3), Known.Gathering(10, came: [new("a")], status: GatheringStatus.Planned), Known.Gathering(17, status: GatheringStatus.Planned)] } };
        Expected.Same(Expected.Share(2, 13, 2, "planned periods"), told.Read<RhythmKept>().Measurement);
    }

    /// <summary>To cancel is to say that nothing took place: a rhythm of which all was cancelled is kept to nothing, and no better than one of which nothing is said; who hosts and when is not known for that.</summary>
    [Fact]
    public void CancelledAlone_IsARhythmNotKept()
    {
        GatheringSeries series = new(new("s"), new("Weekly", GatheringKind.CoffeeChat), new(Known.Day(1).DateTime, Known.Day(1.1).DateTime, "UTC"), Recurrence.Parse("FREQ=WEEKLY", null)) { Hosts = [new("a")] };
        GatheringState Cancelled(double day) => Known.Gathering(day, hosts: [new("a")], status: GatheringStatus.Cancelled);
        SmallCommunity stated = Example.Of().WithRoster(Example.Member("a", -10)).With(Known.Active() with { Rhythm = new(TimeSpan.FromDays(7), "w") }, Known.Gatherings(Cancelled(1), Cancelled(8)));
        SmallCommunity bySeries = stated.With(Known.Active(), PracticeState.Empty with { Series = [series], Gatherings = [Cancelled(2)] });
        Expected.Same(Expected.Share(0, 13, 2, "planned periods"), stated.Read<RhythmKept>().Measurement);
        Expected.Same(Expected.Share(0, 12, 2, "planned periods"), bySeries.Read<RhythmKept>().Measurement);
        Expected.Same(Expected.No("rhythm.unknown"), stated.With(Known.Active(), stated.Practice).Read<RhythmKept>().Measurement);
        Expected.Same(Expected.No("gatherings.untold"), stated.With(stated.State!, Known.Gatherings(Cancelled(-5))).Read<RhythmKept>().Measurement); // nothing is said of the window
        foreach (Reading reading in new[] { stated.Read<GatheringBurstiness>(), stated.Read<HostDiversity>(), stated.Read<FormalShare>(), stated.Read<DaytimeInclusion>() })
        {
            Expected.Same(Expected.No("gatherings.untold"), reading.Measurement);
        }
    }

    /// <summary>Activities say what took place beside a calendar: by one at the time of a gathering it was held, others are occasions of their own.</summary>
    [Fact]
    public void HostsOfTheLog_BesideACalendar_AreCounted()
    {
        GatheringSeries series = new(new("s"), new("Weekly", GatheringKind.CoffeeChat), new(Known.Day(1).DateTime, Known.Day(1.1).DateTime, "UTC"), Recurrence.Parse("FREQ=WEEKLY", null)) { Hosts = [new("planned")] };
        SmallCommunity community = Example.Of(
            Example.Did("a", Act.Host, 1), Example.Did("guest", Act.Attend, 1.01), // one of the series
            Example.Did("b", Act.Host, 8.1), // at the very end of one
            Example.Did("c", Act.Host, 10) with { Formality = Formality.Formal },
            Example.Did("d", Act.Host, 40)) // the one that is held, hosted by another besides
            .With(Known.Active() with { Rhythm = new(TimeSpan.FromDays(7), "w") }, PracticeState.Empty with { Series = [series], Gatherings = [Known.Gathering(40, hosts: [new("c")])] });
        Reading hosts = community.Read<HostDiversity>();
        Expected.Same(Expected.Value(2, 4), hosts.Measurement); // a 1, b 1, c 2, d 1
        Assert.Equal(4, hosts.Details.Single().Number);
        Expected.Same(Expected.Share(3, 13, 2, "planned periods"), community.Read<RhythmKept>().Measurement);
        Assert.Equal((2.0, 2.0), (community.Read<FormalShare>().Details[0].Number, community.Read<FormalShare>().Details[1].Number));
    }

    [Fact]
    public void RhythmKept_NothingKnownOrPlanned_SaysSo()
    {
        Expected.Same(Expected.No("gatherings.unknown"), Weekly(7, -400).Read<RhythmKept>().Measurement);
        Expected.Same(Expected.No("rhythm.unknown"), Example.Of().With(Known.Active(), Known.Gatherings(Known.Gathering(3))).Read<RhythmKept>().Measurement);
        Expected.Same(Expected.TooFew("planned periods", 1, 2), Weekly(60, -400, 5).Read<RhythmKept>().Measurement);
    }

    [Theory]
    [InlineData(new double[] { 0, 7, 14, 21, 28 }, -1, -1)]
    [InlineData(new double[] { 0, 1, 2, 30, 31, 60 }, 0.2997307, 0.0579333)]
    public void GatheringBurstiness_GoldenDays_AreAsInTheResearch(double[] days, double few, double raw)
    {
        Reading reading = Weekly(7, -400, days).Read<GatheringBurstiness>();
        Assert.Equal(few, reading.Measurement.Amount!.Value, 1e-6);
        Assert.Equal(raw, reading.Details[0].Number, 1e-6);
        Assert.Equal((1 - few) / 2, reading.Details[1].Number, 1e-6);
        Reading posts = Example.Of(days.Select(d => Example.Did("p", Act.Post, d))).Read<ActivityBurstiness>();
        Assert.Equal(few, posts.Measurement.Amount!.Value, 1e-6);
    }

    [Fact]
    public void Burstiness_FourDays_AreTooFewGaps() => Expected.Same(Expected.TooFew("gaps between days", 3, 4), Weekly(7, -400, 0, 7, 7.1, 14, 21).Read<GatheringBurstiness>().Measurement);

    [Fact]
    public void Attendance_TwoGatherings_ReadsWhoCame()
    {
        PersonId[] p = Known.People(6);
        SmallCommunity community = Example.Of().WithRoster([.. p.Select(m => Example.Member(m.Text, -10))]).With(
            Known.Active(),
            Known.Gatherings(Known.Gathering(10, came: p[..5], going: p[..4]), Known.Gathering(20, came: [p[0], new("guest")], going: [p[0], p[1], p[2]]), Known.Gathering(30, status: GatheringStatus.Cancelled)));
        Expected.Same(Expected.Share(5, 7, 5, "places taken"), community.Read<PromisesKept>().Measurement);
        Expected.Same(Expected.Share(5, 6, 5, "members"), community.Read<GatheringReach>().Measurement);
        Expected.Same(Expected.Share(1, 6, 5, "attendees"), community.Read<RepeatAttendance>().Measurement);
        Assert.Equal([new Detail("attendees", 6), new Detail("guests", 1)], community.Read<GatheringReach>().Details);
    }

    [Fact]
    public void Attendance_Unknown_SaysSo()
    {
        SmallCommunity community = Example.Of().WithRoster(Example.Member("p0", -10)).With(Known.Active(), Known.Gatherings(Known.Gathering(10)));
        Expected.Same(Expected.No("rsvp.unknown"), community.Read<PromisesKept>().Measurement);
        Expected.Same(Expected.No("attendance.unknown"), community.Read<GatheringReach>().Measurement);
        Expected.Same(Expected.No("attendance.unknown"), community.Read<RepeatAttendance>().Measurement);
        Expected.Same(Expected.No("hosts.unknown"), community.Read<HostDiversity>().Measurement);
    }

    [Fact]
    public void HostDiversity_FromTheLogAlone_IsTheAbsenceFactor()
    {
        SmallCommunity log = Example.Of([.. Enumerable.Range(0, 6).Select(i => Example.Did($"p{i / 2}", Act.Host, i))]);
        Expected.Same(Expected.Value(2, 6), log.Read<HostDiversity>().Measurement);
        Expected.Same(Expected.TooFew("gatherings with a host", 2, 3), Example.Of(Example.Did("a", Act.Host, 1), Example.Did("a", Act.Host, 2)).Read<HostDiversity>().Measurement);
    }

    /// <summary>The window begins on a Monday: day 0 to 4 are weekdays, 5 and 6 the weekend.</summary>
    [Theory]
    [InlineData("UTC", 0, 8.01, 0)]
    [InlineData("UTC", 0, 7.99, 1)]
    [InlineData("UTC", 4, 17.99, 0)]
    [InlineData("UTC", 4, 18, 1)]
    [InlineData("UTC", 5, 12, 1)]
    [InlineData("UTC", 6, 12, 1)]
    [InlineData("Asia/Tokyo", 0, 2, 0)]
    [InlineData("Asia/Tokyo", 0, 12, 1)]
    [InlineData("Asia/Tokyo", 4, 23.5, 1)]
    public void OutOfHours_OneHour_IsInHoursOrNot(string zone, int weekday, double hour, double share)
    {
        SmallCommunity community = Working(5, 4, zone, weekday + (hour / 24));
        Reading reading = community.Read<OutOfHours>();
        Expected.Same(Expected.Value(share, 5), reading.Measurement);
        Assert.Equal([("contributions", 20.0), ("coverage", 1.0)], reading.Details.Select(d => (d.Name, d.Number)));
    }

    [Fact]
    public void OutOfHours_LittleData_IsNamed()
    {
        Expected.Same(Expected.TooFew("people with a known time zone", 4, 5), Working(4, 10, "UTC", 0.5).Read<OutOfHours>().Measurement);
        Expected.Same(Expected.TooFew("contributions with a known time zone", 15, 20), Working(5, 3, "UTC", 0.5).Read<OutOfHours>().Measurement);
        SmallCommunity strangers = Working(5, 4, "UTC", 0.5).With([.. Enumerable.Range(0, 9).Select(i => Example.Did($"x{i}", Act.Post, 1))]);
        Expected.Same(Expected.TooFew("per cent of contributions with a known time zone", 68, 70), strangers.Read<OutOfHours>().Measurement);
        Assert.IsType<Measurement.NotApplicable>((Working(5, 4, "UTC", 0.5) with { People = [] }).Read<OutOfHours>().Measurement);
        Expected.Same(Expected.TooFew("people with a known time zone", 0, 5), Example.Of().Read<OutOfHours>().Measurement);
        Expected.Same(Expected.TooFew("people with a known time zone", 0, 5), Working(5, 4, "no/zone", 0.5).Read<OutOfHours>().Measurement);
    }

    /// <summary>Found by a random run: a reaction of the only person with a time zone decided what was said of contributions.</summary>
    [Fact]
    public void OutOfHours_WhoOnlyReacts_SaysNothingAboutZones()
    {
        SmallCommunity reacting = Example.Of(Example.Did("p", Act.Post, 1), Example.Did("q", Act.React, 2)) with { People = [new(new("q"), [new() { TimeZone = "UTC" }])] };
        Expected.Same(Expected.No("time-zones.unknown"), reacting.Read<OutOfHours>().Measurement);
    }

    /// <summary>Somebody moved: each contribution is looked at where its author was then. Half in hours in Tokyo, and half out of hours in UTC.</summary>
    [Fact]
    public void OutOfHours_SomebodyMoves_IsReadWhereTheyWereThen()
    {
        SmallCommunity community = Working(5, 4, "UTC", 2 / 24.0) with
        {
            People = [.. Known.People(5).Select(p => new Person(p, [new() { TimeZone = "Asia/Tokyo", Until = Known.Day(13) }, new() { TimeZone = "UTC", From = Known.Day(13) }]))],
        };
        Assert.Equal(0.5, community.Read<OutOfHours>().Measurement.Amount);
    }

    private static SmallCommunity Working(int people, int weeks, string zone, double day) => Example.Of(
        from person in Known.People(people) from week in Enumerable.Range(0, weeks) select Example.Did(person.Text, Act.Post, (7 * week) + day)) with
    {
        People = [.. Known.People(people).Select(p => new Person(p, [new() { TimeZone = zone }]))],
    };

    [Theory]
    [InlineData("UTC", 10, true)]
    [InlineData("UTC", 17.5, false)]
    [InlineData("Asia/Tokyo", 2, true)]
    [InlineData("Asia/Tokyo", 10, false)]
    public void DaytimeInclusion_OneGathering_IsInDaytimeOrNot(string zone, double hour, bool included)
    {
        PersonId[] p = Known.People(5);
        SmallCommunity community = (Example.Of() with { People = [.. p.Select(m => new Person(m, [new() { TimeZone = zone }]))] })
            .WithRoster([.. p.Select(m => Example.Member(m.Text, -10))]).With(Known.Active(), Known.Gatherings(Known.Gathering(10 + (hour / 24))));
        Expected.Same(Expected.Share(included ? 5 : 0, 5, 5, "any"), community.Read<DaytimeInclusion>().Measurement);
        Expected.Same(Expected.TooFew("per cent of members with a known time zone", 62, 70), community.WithRoster([.. p.Concat([new("x"), new("y"), new("z")]).Select(m => Example.Member(m.Text, -10))]).Read<DaytimeInclusion>().Measurement);
    }

    [Fact]
    public void FormalShare_GatheringsAndTalk_CountOnce()
    {
        SmallCommunity community = Example.Of(Example.Did("a", Act.Post, 3) with { Formality = Formality.Informal }, Example.Did("a", Act.Attend, 10) with { Formality = Formality.Formal })
            .With(Known.Active(), Known.Gatherings(Known.Gathering(1), Known.Gathering(2, GatheringKind.CoffeeChat), Known.Gathering(4), Known.Gathering(5, GatheringKind.Other), Known.Gathering(6)));
        Expected.Same(Expected.Share(3, 5, 5, "any"), community.Read<FormalShare>().Measurement);
        Expected.Same(Expected.No("formality.unknown"), Example.Posts(9).Read<FormalShare>().Measurement);
    }

    [Fact]
    public void MemberGrowth_JoinsAndLeaves_AreCounted()
    {
        SmallCommunity community = Example.Of().WithRoster(Example.Member("a", -10), Example.Member("b", -10, 5), Example.Member("c", 3), Example.Member("d", 4, 9), Example.Member("e", 5));
        Reading reading = community.Read<MemberGrowth>();
        Expected.Same(Expected.Value(0.5, 2), reading.Measurement);
        Assert.Equal([new Detail("joined", 2), new("left", 1), new("cameAndWent", 1), new("atStart", 2)], reading.Details);
        Expected.Same(Expected.TooFew("members at the start of the window", 0, 1), Example.Of().WithRoster(Example.Member("c", 3)).Read<MemberGrowth>().Measurement);
    }

    /// <summary>Many who came and went, and everybody else of the roster beside them: each is looked up once, and by their own periods alone.</summary>
    [Fact]
    public void MemberGrowth_ManyCameAndWent_AreCountedByTheirOwnPeriods()
    {
        const int Many = 20_000;
        SmallCommunity community = Example.Of().WithRoster([
            Example.Member("a", -10),
            .. Enumerable.Range(0, Many).Select(i => Example.Member($"q{i}", 4, 9)),
            Example.Member("away", 4, 9) with { Status = MembershipStatus.Paused }, // a member on leave from the first day to the last
            Example.Member("away", 4, 9),
            Example.Member("sponsor", 4, 9, Role.Sponsor),
            Example.Member("before", -9, -4),
        ]);
        Assert.Equal([new Detail("joined", 0), new("left", 0), new("cameAndWent", Many), new("atStart", 1)], community.Read<MemberGrowth>().Details);
    }

    /// <summary>Four of eleven are on leave at the end and two have lapsed: none of them belongs to a denominator, lapsing is leaving, and leave is not.</summary>
    [Fact]
    public void MembersAway_AreInNoDenominator()
    {
        PersonId[] p = Known.People(11);
        SmallCommunity community = (Example.Of([Example.Did("p0", Act.Post, -95), Example.Did("p0", Act.Post, 85)]) with { People = [.. p[..10].Select(m => new Person(m, [new() { TimeZone = m.Text is "p0" or "p1" or "p2" or "p3" ? "UTC" : "Asia/Tokyo" }]))] })
            .WithRoster([
                .. p.Select(m => Example.Member(m.Text, -200)), Example.Member("new1", 20), Example.Member("back", -200),
                .. p[4..8].Select(m => Example.Member(m.Text, 50) with { Status = MembershipStatus.Paused }),
                .. p[8..10].Select(m => Example.Member(m.Text, 60) with { Status = MembershipStatus.Lapsed }),
                Example.Member("back", -100, 30) with { Status = MembershipStatus.Paused },
            ])
            .With(Known.Active(), Known.Gatherings(Known.Gathering(10.5, came: p[..3])));
        Expected.Same(Expected.Share(3, 7, 5, "members"), community.Read<GatheringReach>().Measurement);
        Assert.IsType<Measurement.InsufficientData>(community.Read<DaytimeInclusion>().Measurement); // four zones of seven members
        Reading growth = community.Read<MemberGrowth>();
        Expected.Same(Expected.Value((1 - 2) / 11.0, 11), growth.Measurement);
        Assert.Equal([new Detail("joined", 1), new("left", 2), new("cameAndWent", 0), new("atStart", 11)], growth.Details);
        Reading ladder = community.With([Example.Did("p0", Act.Post, -200)]).Read<LadderClimb>();
        Assert.Equal(7, Assert.IsType<Measurement.Value>(ladder.Measurement).Count); // p0 to p3, p10, new1 and back
    }

    [Fact]
    public void LadderClimb_OneRises_IsGravityAndRates()
    {
        PersonId[] p = Known.People(5);
        Activity[] posts = [Example.Did("p0", Act.Post, -91), .. Enumerable.Range(0, 3).Select(week => Example.Did("p1", Act.Post, (7 * week) + 1))];
        SmallCommunity community = Example.Of(posts).WithRoster([.. p.Select(m => Example.Member(m.Text, -200))]);
        Reading reading = community.Read<LadderClimb>();
        Assert.Equal((49 - 1) / 5.0, reading.Measurement.Amount!.Value, 1e-12); // one of five from peripheral (1) to active (7), squared
        Assert.Equal([5, 53, 0.2, 0.8, 0], reading.Details.Take(5).Select(d => Math.Round(d.Number, 12)));
        Expected.Same(Expected.TooFew("weeks observed", 25, 26), Example.Of(Example.Did("p0", Act.Post, -90)).Read<LadderClimb>().Measurement is Measurement.InsufficientData little ? little with { EnoughOn = null } : null!);
    }
}
