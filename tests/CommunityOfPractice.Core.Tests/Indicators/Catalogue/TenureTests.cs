using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Indicators;

/// <summary>How members come, stay and go (domain C), against the obvious computation.</summary>
[Properties(Arbitrary = [typeof(SmallCommunities)])]
public sealed class TenureTests
{
    private const double Tick = 1.0 / TimeSpan.TicksPerDay;

    [Property]
    public void EarlyReturn_AnyCommunity_IsTheShareOfTheCohort(SmallCommunity community) => Expected.Same<NewcomerEarlyReturn>(
        community,
        t => t.AsOf - t.From <= TimeSpan.FromDays(7) ? Expected.No("window.short")
            : Expected.Share(t.CohortOf(7).Count(n => Seen(n.Then, n.Start, 1, 7)), t.CohortOf(7).Count, 5, "newcomers with 7 days since they started"));

    [Property, Trait("Law", "16")]
    public void Law16_NewcomerStay_AnyCommunity_IsTheShareOfCompleteBrackets(SmallCommunity community, byte days)
    {
        Expected.Same<NewcomerStay>(
            community,
            t => Expected.Share(Complete(t).Count(n => Seen(n.Then, n.Start, 30, 90)), Complete(t).Count, 5, "newcomers with 90 days since they started"));
        SmallCommunity later = community with { Window = new(community.Window.From, community.AsOf.AddDays(days)) };
        if (new Truth(later).MembersKnown == new Truth(community).MembersKnown)
        {
            Assert.True(Size(later) >= Size(community));
        }

        static double Size(SmallCommunity c) => c.Read<NewcomerStay>().Measurement.Match(v => v.Count, few => few.Have, _ => -1, _ => -1);
    }

    /// <summary>Five members who joined 45 days before the window; the fifth is seen once, so many days after joining.</summary>
    [Theory]
    [InlineData(30 - Tick, 0)]
    [InlineData(30, 1)]
    [InlineData(90 - Tick, 1)]
    [InlineData(90, 0)]
    public void NewcomerStay_AtTheEdgesOfItsBracket_IsHalfOpen(double days, int stayed) =>
        Assert.Equal(stayed / 5.0, Five(Example.Did("guest", Act.View, -50), Example.Did("m4", Act.View, 0) with { At = At(-45 + days) }).Read<NewcomerStay>().Measurement.Amount);

    /// <summary>The fifth goes before their ninetieth day ends: on leave or with the organisation they count no more, by choice they do.</summary>
    [Theory]
    [InlineData(MembershipStatus.Paused, null, 44, 4)]
    [InlineData(MembershipStatus.Lapsed, null, 44, 5)]
    [InlineData(null, LeaveReason.OrganisationExit, 44, 4)]
    [InlineData(null, LeaveReason.OrganisationExit, 45, 5)]
    [InlineData(null, LeaveReason.CommunityClosed, 44, 4)]
    [InlineData(null, LeaveReason.Choice, 44, 5)]
    [InlineData(null, null, 44, 5)]
    public void NewcomerStay_SomebodyWhoGoes_LeavesTheDenominatorUnlessByChoice(MembershipStatus? away, LeaveReason? reason, double day, int complete)
    {
        SmallCommunity five = Five(Example.Did("m0", Act.View, -44));
        five = five.WithRoster(
        [
            .. five.Roster!.Periods.Where(p => p.Person != new PersonId("m4")),
            new(SmallCommunity.Id, new("m4"), At(-45), At(day)) { Reason = reason },
            .. away is { } status ? [new(SmallCommunity.Id, new("m4"), At(day)) { Status = status }] : Array.Empty<MembershipPeriod>(),
        ]);
        Reading reading = five.Read<NewcomerStay>();
        Assert.Equal(complete, reading.Measurement.Match(v => v.Count, few => few.Have, _ => -1, _ => -1));
        Assert.Equal(5 - complete, reading.Details.Single().Number);
    }

    [Fact]
    public void NewcomerStay_LogThatBeginsLater_CountsNobodyWhoWasNotObserved()
    {
        Assert.Equal(Expected.TooFew("newcomers with 90 days since they started", 0, 5), Five(Example.Did("m0", Act.View, 10)).Read<NewcomerStay>().Measurement);
        Assert.Equal(Expected.TooFew("newcomers with 90 days since they started", 0, 5), Five().Read<NewcomerStay>().Measurement);
    }

    [Property, Trait("Law", "12")]
    public void Law12_FirstContribution_AnyCommunity_IsTheMedianOfKaplanMeier(SmallCommunity community) => Expected.Same<FirstContributionMedian>(
        community,
        t =>
        {
            if (!t.MembersKnown)
            {
                return Expected.No("members.unknown");
            }

            List<(double, bool)> waits = [];
            foreach ((PersonId person, DateTimeOffset start, List<Activity> then) in t.Newcomers.Where(n => n.Start >= t.From))
            {
                DateTimeOffset end = t.WatchedUntil(person) is { } until ? until < start ? start : until : t.AsOf;
                DateTimeOffset? first = then.Where(a => a.Act.IsContribution() && a.At <= end).Select(a => (DateTimeOffset?)a.At).Min();
                waits.Add((((first ?? end) - start).TotalDays, first is not null));
            }

            Waits all = new(waits);
            return waits.Count < 10 ? Expected.TooFew("newcomers", waits.Count, 10)
                : all.Answered < 3 ? Expected.TooFew("first contributions", all.Answered, 3)
                : all.Median is { } median ? Expected.Value(median, waits.Count)
                : Expected.No("median.not-reached");
        });

    /// <summary>Days of tenure by the definition: on each day of the window, who of those there at some tenure left at it.</summary>
    [Property, Trait("Law", "13")]
    public void Law13_Tenure_AnyRoster_IsTheAreaUnderTheProductOfThoseAtRisk(SmallCommunity community)
    {
        Truth t = new(community);
        if (!t.MembersKnown)
        {
            Assert.Equal("members.unknown", ((Measurement.NotApplicable)community.Read<MemberTenure>().Measurement).Reason.Code);
            return;
        }

        List<(double Entry, double End, bool Left)> cases = Cases(t);
        Assert.Equal(cases.Order(), community.Evidence.Tenures.Cases.Order());
        if (community.Read<MemberTenure>().Measurement is Measurement.Value value)
        {
            Assert.True(cases.Count >= 10 && cases.Count(c => c.Left) >= 3 && cases.Max(c => c.End) >= 365);
            Assert.Equal(Area(cases, 365), value.Number, 1e-6);
        }
    }

    /// <summary>
    /// Twelve members for two years; three of them left after 100, 200 and 300 days, all within the window because all joined at other times:
    /// S = 11/12 at 100, 10/11 of that at 200, 9/10 of that at 300, when nobody came in late.
    /// </summary>
    [Fact]
    public void Tenure_ThreeOfTwelveLeave_IsTheHandWorkedArea()
    {
        SmallCommunity community = (Example.Of(Example.Did("m", Act.View, 1)) with { Window = new(Example.Start, Example.Start.AddDays(730)) }).WithRoster(
            [.. Enumerable.Range(0, 12).Select(i => Example.Member($"m{i}", 0, i < 3 ? 100 * (i + 1) : null))]);
        Reading reading = community.Read<MemberTenure>();
        Assert.Equal(100 + (100 * 11 / 12.0) + (100 * 10 / 12.0) + (65 * 9 / 12.0), reading.Measurement.Amount!.Value, 1e-9);
        Assert.Equal("median not reached", reading.Finding);
        Assert.Equal([12, 3, 1, 0.75], reading.Details.Select(d => Math.Round(d.Number, 12)));
    }

    [Theory]
    [InlineData(LeaveReason.Choice, 3)]
    [InlineData(null, 3)]
    [InlineData(LeaveReason.OrganisationExit, 2)]
    [InlineData(LeaveReason.CommunityClosed, 2)]
    [InlineData(LeaveReason.TermEnded, 2)]
    [InlineData(LeaveReason.Erased, 2)]
    public void Tenure_Reasons_AreChurnOnlyByChoice(LeaveReason? reason, int left)
    {
        SmallCommunity community = Example.Of().WithRoster([.. Enumerable.Range(0, 12).Select(i => i == 0
            ? new MembershipPeriod(SmallCommunity.Id, new("m0"), At(-400), At(10)) { Reason = reason }
            : Example.Member($"m{i}", -400, i < 3 ? 10 : null))]);
        Measurement measurement = community.Read<MemberTenure>().Measurement;
        Assert.Equal(left >= 3, measurement is Measurement.Value);
        Assert.Equal(left < 3, measurement.Equals(Expected.TooFew("members who left or lapsed", 2, 3)));
    }

    [Theory]
    [InlineData(9, 3, 400, false)]
    [InlineData(10, 3, 400, true)]
    [InlineData(10, 2, 400, false)]
    [InlineData(10, 3, 273, false)]
    [InlineData(10, 3, 274, true)]
    public void Tenure_AroundItsMinima_HasAValueFromThere(int members, int left, double since, bool enough) => Assert.Equal(
        enough,
        Example.Of().WithRoster([.. Enumerable.Range(0, members).Select(i => Example.Member($"m{i}", -since, i < left ? 10 : null))]).Read<MemberTenure>().Measurement is Measurement.Value);

    [Property]
    public void Inactive_AnyCommunity_AreTheContributorsOfTheYearBeforeWhoAreSilent(SmallCommunity community) => Expected.Same<InactiveContributors>(
        community,
        t =>
        {
            DateTimeOffset from = t.From.UtcTicks > TimeSpan.FromDays(365).Ticks ? t.From.AddDays(-365) : DateTimeOffset.MinValue;
            HashSet<PersonId> earlier = [.. t.History.Where(a => a.Act.IsContribution() && a.At >= from && a.At < t.From).Select(a => a.Person)];
            earlier.IntersectWith(t.MembersKnown ? t.Population : [.. earlier]);
            return earlier.Count == 0 ? Expected.TooFew("contributors in the year before the window", 0, 1)
                : Expected.Value(earlier.Count(p => t.Contributors.All(g => g.Key != p)), earlier.Count);
        });

    [Property, Trait("Law", "16")]
    public void Law16_Stickiness_AnyCommunity_IsBetweenAQuarterAndOne(SmallCommunity community)
    {
        Expected.Same<WeeklyStickiness>(
            community,
            t =>
            {
                int observed = t.History.Count == 0 ? 0 : (int)((t.AsOf - t.History[0].At).TotalDays / 7);
                (PersonId Person, int Day)[] days = [.. t.History.Select(a => (a.Person, Day: (int)Math.Min(99, (t.AsOf - a.At - TimeSpan.FromTicks(1)).TotalDays))).Where(d => d.Day < 28).Distinct()];
                int monthly = days.Select(d => d.Person).Distinct().Count();
                return t.AsOf - t.From < TimeSpan.FromDays(28) ? Expected.No("window.short")
                    : observed < 4 ? Expected.TooFew("whole weeks observed", observed, 4)
                    : monthly == 0 ? Expected.TooFew("people active in the last 28 days", 0, 1)
                    : Expected.Value(days.Select(d => (d.Person, d.Day / 7)).Distinct().Count() / (4.0 * monthly), monthly);
            });
        Assert.InRange(community.Read<WeeklyStickiness>().Measurement.Amount ?? 1, 0.25, 1);
    }

    private static DateTimeOffset At(double day) => Example.Start + TimeSpan.FromTicks((long)Math.Round(day * TimeSpan.TicksPerDay));

    private static SmallCommunity Five(params Activity[] activities) =>
        Example.Of(activities).WithRoster([.. Enumerable.Range(0, 5).Select(i => Example.Member($"m{i}", -45))]);

    private static bool Seen(List<Activity> then, DateTimeOffset start, int from, int until) =>
        then.Any(a => a.At - start >= TimeSpan.FromDays(from) && a.At - start < TimeSpan.FromDays(until));

    private static List<(PersonId Person, DateTimeOffset Start, List<Activity> Then)> Complete(Truth t)
    {
        TimeSpan days = TimeSpan.FromDays(90);
        return [.. t.Newcomers.Where(n => t.AsOf - n.Start >= days && n.Start - t.From > -days && !(t.WatchedUntil(n.Person) - n.Start < days) && t.History.Count > 0 && t.History[0].At - n.Start <= TimeSpan.FromDays(30))];
    }

    /// <summary>From one change of standing to the next, for each person.</summary>
    private static List<(double Entry, double End, bool Left)> Cases(Truth t)
    {
        List<(double, double, bool)> cases = [];
        foreach (PersonId person in t.Roster!.Periods.Select(p => p.Person).Distinct())
        {
            DateTimeOffset[] changes = t.ChangesOf(person);
            DateTimeOffset joined = default;
            for (int i = 0; i < changes.Length; i++)
            {
                MembershipStatus? before = i == 0 ? null : t.StandingAt(person, changes[i - 1]), now = t.StandingAt(person, changes[i]);
                joined = now is MembershipStatus.Active or MembershipStatus.Paused && before is null or MembershipStatus.Lapsed ? changes[i] : joined;
                DateTimeOffset until = i + 1 < changes.Length ? changes[i + 1] : t.AsOf;
                MembershipStatus? next = i + 1 < changes.Length ? t.StandingAt(person, until) : now;
                DateTimeOffset entry = changes[i] > t.From ? changes[i] : t.From;
                if (now == MembershipStatus.Active && next == now && i + 1 < changes.Length)
                {
                    // A change that changes nothing: two periods that overlap.
                    int end = i + 1;
                    while (end < changes.Length && t.StandingAt(person, changes[end]) == now)
                    {
                        end++;
                    }

                    until = end < changes.Length ? changes[end] : t.AsOf;
                    next = end < changes.Length ? t.StandingAt(person, until) : now;
                    i = end - 1;
                }

                if (now == MembershipStatus.Active && entry < until)
                {
                    cases.Add(((entry - joined).TotalDays, (until - joined).TotalDays, next == MembershipStatus.Lapsed || (next is null && !t.TakenAt(person, until))));
                }
            }
        }

        return cases;
    }

    private static double Area(List<(double Entry, double End, bool Left)> cases, double until)
    {
        double area = 0, level = 1, from = 0;
        foreach (double time in cases.Where(c => c.Left && c.End <= until).Select(c => c.End).Distinct().Order())
        {
            area += level * (time - from);
            double atRisk = cases.Count(c => (c.Entry < time || c.Entry == 0) && c.End >= time);
            (level, from) = (level * (1 - (cases.Count(c => c.Left && c.End == time) / atRisk)), time);
        }

        return area + (level * (until - from));
    }
}
