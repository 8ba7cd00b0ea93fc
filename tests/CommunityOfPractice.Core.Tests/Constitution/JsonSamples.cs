using CommunityOfPractice.Core.Communities;
using CommunityOfPractice.Core.Domains;
using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Interchange;
using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.Memberships;
using CommunityOfPractice.Core.Networks;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Records;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Tests.Health;
using CommunityOfPractice.Core.Vocabulary;
using static CommunityOfPractice.Core.Tests.Constitution.JsonSample;

namespace CommunityOfPractice.Core.Tests.Constitution;

/// <summary>
/// Some values of every exported record and value type; together they fill every member with something that is not its default. A new
/// record needs no line here: <see cref="RecordSamples"/> makes some up; where its constructor has rules that chance does not find, add <c>Of(new X(…))</c> to its room's method.
/// </summary>
internal static class JsonSamples
{
    private static readonly DateTimeOffset Noon = new DateTimeOffset(2024, 2, 29, 12, 0, 0, TimeSpan.Zero).AddTicks(1_234_567);

    private static readonly DateTimeOffset Later = new(2024, 3, 1, 1, 30, 0, TimeSpan.FromHours(5.5));

    private static readonly Reason Reason = new("a.b", "Grüße, \"x\" <😀> \\ \u2028.");

    /// <summary>Written down here: types whose constructors have rules, and closed unions.</summary>
    private static readonly JsonSample[] Written =
        [.. Vocabulary(), .. People(), .. Domains(), .. Communities(), .. Memberships(), .. Practices(), .. Records(), .. Interchange(), .. Statistics(), .. Networks(), .. Indicators(), .. Health()];

    /// <summary>Every sample there is: those that are written down, and made-up ones of all other types.</summary>
    public static IReadOnlyList<JsonSample> All { get; } = [.. Written, .. JsonRoundTripTests.Types.Where(t => Written.All(s => s.Definition != t)).SelectMany(MadeUp)];

    private static IEnumerable<JsonSample> Vocabulary()
    {
        Measurement.Value value = new(0.1 + 0.2, long.MaxValue, new Interval(-1e-300, double.MaxValue));
        Measurement.InsufficientData few = new("questions", 0.5, 20) { EnoughOn = Noon };
        Measurement.NotApplicable none = new(Reason);
        Measurement.Suppressed small = new(Reason);
        yield return Of(new Score(63.9));
        yield return Of(new Interval(-0.25, 1 / 3.0));
        yield return Of(new TimeWindow(Noon, Later));
        yield return Of(default(TimeWindow));
        yield return Of(Reason);
        yield return Of(new Refusal([Reason, new("c", "d")]));
        yield return Of(new Share("isolates/v1", -1.5));
        yield return Of(value);
        yield return Of(few);
        yield return Of(none);
        yield return Of(small);
        yield return Of<Measurement>(value);
        yield return Of<Measurement>(new Measurement.Value(0, 0));
        yield return Of<Measurement>(few);
        yield return Of<Measurement>(new Measurement.InsufficientData("things", 0, double.Epsilon));
        yield return Of<Measurement>(none);
        yield return Of<Measurement>(small);
        yield return Of(Decision<Share>.Accept(new Share("x", 2)));
        yield return Of(Decision<Share>.Refuse(Reason, new("c", "d")));
        yield return Of(Decision<int>.Accept(3));
        yield return Of(Decision<int>.Refuse(Reason));
        yield return Of(new Decision<Share>.Accepted(new Share("x", 2)));
        yield return Of(new Decision<Share>.Refused(new Refusal([Reason])));
    }

    private static IEnumerable<JsonSample> People()
    {
        PersonAttributes attributes = new()
        {
            From = Noon,
            Until = Later,
            Department = "R&D",
            Location = "Köln",
            TimeZone = "Europe/Berlin",
            Languages = ["de", "en"],
            Manager = new PersonId("boss"),
            Seniority = "senior",
        };
        yield return Of(new PersonId("Grüße, \"x\" 😀 =1"));
        yield return Of(attributes);
        yield return Of(new PersonAttributes());
        yield return Of(new Person(new("ann"), [attributes, new() { Until = Noon, Department = "Sales" }]));
        yield return Of(new Person(new("ben"), []));
        yield return Of(Actor.Of(new("ann")));
        yield return Of(Actor.Host("intranet"));
        yield return Of(Actor.Policy("lapse-inactive/1"));
    }

    private static IEnumerable<JsonSample> Domains()
    {
        yield return Of(new TopicId("c#"));
    }

    private static IEnumerable<JsonSample> Communities()
    {
        yield return Of(new CommunityId("data-people"));
    }

    private static IEnumerable<JsonSample> Memberships()
    {
        MembershipPeriod held = new(new("c"), new("ann"), Noon, Later, Role.MeetingFacilitator);
        yield return Of(held);
        yield return Of(new MembershipPeriod(new("c"), new("ben"), Later));
        yield return Of(new MembershipPeriod(new("c"), new("ben"), Noon, Later) { Status = MembershipStatus.Paused, Reason = LeaveReason.TermEnded });
        yield return Of(new Roster(new("c"), [held, new(new("c"), new("ben"), Noon)]));
        yield return Of(new Roster(new("empty"), []));
    }

    private static IEnumerable<JsonSample> Practices()
    {
        yield return Of(new ActivityId("m/1"));
        yield return Of(new ThreadId("t 1"));
        yield return Of(new BrokenReply(7, "reply.cycle"));
        yield return Of(new Activity(new("c"), new("ann"), Later, Act.Ask));
        yield return Of(new Activity(new("c"), new("ann"), Noon, Act.Reply)
        {
            Id = new ActivityId("m2"),
            InReplyTo = new ActivityId("m1"),
            To = [new("ben"), new("cem")],
            Thread = new ThreadId("t"),
            Topics = [new("c#"), new("f#")],
            Accepted = new ActivityId("m3"),
            Formality = Formality.Formal,
            Actor = ActorKind.Bot,
        });
        yield return Of(default(Recurrence));
        yield return Of(new Recurrence(RecurrenceFrequency.Yearly) { Interval = 2, ByMonth = [3, 9], ByMonthDay = [-1, 13], Until = Noon, WeekStart = DayOfWeek.Sunday });
        yield return Of(new Recurrence(RecurrenceFrequency.Monthly) { ByDay = [new(DayOfWeek.Friday, -1), new(DayOfWeek.Tuesday, 2)], BySetPos = [1, -1], Count = 5 });
        yield return Of(new RecurrenceDay(DayOfWeek.Tuesday, 2));
        yield return Of(default(RecurrenceDay));
    }

    private static IEnumerable<JsonSample> Records()
    {
        AppendOutcome.Conflict conflict = new(new("c"), 7);
        yield return Of(conflict);
        yield return Of<AppendOutcome>(conflict);
        yield return Of(new AppendOutcome.Appended());
        yield return Of<AppendOutcome>(new AppendOutcome.Appended());
    }

    private static IEnumerable<JsonSample> Interchange()
    {
        yield return Of(new PersonEntry(new("ann"), Noon, Later)
        {
            Department = "R&D",
            Location = "Köln",
            TimeZone = "Europe/Berlin",
            Languages = ["de", "en"],
            Manager = new PersonId("boss"),
            Seniority = "senior",
            Topics = [new("c#")],
        });
        yield return Of(new PersonEntry(new("ben")));
        yield return Of(new CommunityEntry(new("c")) { Name = "C", Description = "About c.", Topics = [new("c#")], Chartered = Noon, Status = "active" });
        yield return Of(new CommunityEntry(new("d")));
        yield return Of(new MeetingEntry(Later, [new("ben"), new("ann")]) { Met = true, Useful = 5, Host = new("ben") });
        yield return Of(new MeetingEntry(Noon, [new("ann")]) { Met = false, Useful = 0 });
        yield return Of(new GatheringEntry(new("c"), "g", "Talk", Noon, Later)
        {
            TimeZone = "Europe/Berlin", Type = "talk", Formality = Formality.Formal, Series = "s", RRule = "FREQ=WEEKLY", Except = [Later, Noon], Place = "Room 5", Link = "https://x",
            Hosts = [new("ann")], Capacity = 12, Topics = [new("c#")], Status = GatheringEntryStatus.Cancelled, Reason = "ill",
        });
        yield return Of(new GatheringEntry(new("c"), "h", "Tea", Noon, Later));
        yield return Of(new AttendanceEntry(new("c"), "g", new("ann")) { Rsvp = RsvpAnswer.No, RsvpAt = Later, Attended = true, Host = true });
        yield return Of(new AttendanceEntry(new("c"), "g", new("ben")));
        yield return Of(new ArtifactEntry(new("c"), "a", "guide", "How")
        {
            Steward = new("ann"), Version = "2", Published = Noon, Confirmed = Later, ReviewDue = Later, Status = "published", SupersededBy = "b", Topics = [new("c#")], Links = ["https://x"], Authors = [new("ben")],
        });
        yield return Of(new ArtifactEntry(new("c"), "b", "tool", "It"));
        yield return Of(new StoryClaimEntry(ValueCycle.Reframed, "Better") { Evidence = ["3 days"], Contributors = [new("ann")] });
        yield return Of(new StoryClaimEntry(ValueCycle.Immediate, "Fun"));
        yield return Of(new StoryEntry(new("c"), "s", "Saved") { ToldBy = new("ann"), At = Noon, Published = Later, Consents = [new("ben"), new("ann")], Claims = [new(ValueCycle.Applied, "Used")] });
        yield return Of(new StoryEntry(new("c"), "t", "Told"));
        yield return Of(new HeadcountEntry(new("c"), Later, 7) { Source = "list" });
        yield return Of(new HeadcountEntry(new("c"), Noon, 0));
        yield return Of(new PersonAliases([new(new("U2"), new("ada")), new(new("ada"), new("ada.l"))]));
        yield return Of(new PersonAlias(new("U2"), new("ada")));
        yield return Of(new InterchangeProblem(InterchangeSeverity.Warning, "a.csv", 12, "person", "value.missing", "It is missing."));
        yield return Of(new InterchangeProblem(InterchangeSeverity.Error, "a.csv", 0, null, "file.empty", string.Empty));
    }

    private static IEnumerable<JsonSample> Statistics()
    {
        yield return Of(new SurvivalStep(1.5, 10, 2, 0.8));
        yield return Of(MannKendall.Of([5, 5, 6, 7, 7, 8, 6, 9])!.Value);
        yield return Of(default(MannKendall));
        yield return Of(new BootstrapInterval(0.5, 0.25, 0.75, 499, 1));
        yield return Of(new LadderMomentum(3, 4, 5));
        yield return Of(new ParticipationProfile(90, 9, 1));
        yield return Of(new Retention(5, 9, 2));
        yield return Of(new SplitMix64(ulong.MaxValue));
    }

    private static IEnumerable<JsonSample> Networks()
    {
        UndirectedGraph graph = UndirectedGraph.FromEdges(7, [0, 1, 2, 2, 3], [1, 2, 0, 3, 5]);
        yield return Of(new InnermostCore(2, 3, 7));
        yield return Of(new Components(3, 4));
        yield return Of(new Transitivity(1, 5));
        yield return Of(new TalliedActivity(1, 2, 3, 4));
        yield return Of(new Reciprocity(2, 3, 4));
        yield return Of(GroupTies.Of(graph, [0, 0, 1, 1, 1, -1, 1]));
        yield return Of(default(GroupTies));
        yield return Of(CorePeriphery.Of(graph));
        yield return Of(new EiPermutation(400, 600, 999));
        yield return Of(new RemovalRobustness(1, 6, 3, 1L << 40, 200));
    }

    private static IEnumerable<JsonSample> Indicators()
    {
        yield return Of(new Detail("answered", 1e-300));
        yield return Of(new IndicatorInfo("x/v1", "X", "share", "Means x.") { Chaoss = "X", NextStep = "Do x." });
        yield return Of(new Reading(new Measurement.Value(1, 2)) { Finding = "rising", Details = [new("one", 1), new("two", -2)] });
        yield return Of(new Reading(new Measurement.Suppressed(Reason)));
        yield return Of(new WeeklyActivity(Noon, 3, 5));
    }

    private static IEnumerable<JsonSample> Health()
    {
        HealthReport report = new HealthAssessor().Assess(GoldenCommunity.Known.Evidence, new() { Uncertainty = new() { Draws = 40 } });
        yield return Of(report);
        yield return Of(report with { BaselineUsed = new(HealthBaseline.LastYear, HealthBaseline.LastYear) { Window = new(Noon, Later), Why = Reason } });
        yield return Of(new NextStep("x", "Do it.", 3.1) { Acts = 4, Available = 9, Wanted = 7, Value = 0.7, Reaches = true });
        yield return Of(report with { Verdict = HealthVerdict.TooEarlyToTell, Score = null, Baseline = null, Band = null, BetweenBands = ["Low", "High"], Label = "Fine", Missing = [Reason] });
        yield return Of(report.Activity with { Bots = 2, RepliesToOneself = 3, Before = 4 });
        yield return Of(report.Dimensions[0]);
        yield return Of(report.NextSteps[0]);
        foreach (IndicatorResult result in report.Indicators)
        {
            yield return Of(result);
        }

        yield return Of(HealthModel.Activity);
        yield return Of(HealthModels.Shipped);
        yield return Of(HealthModel.Activity.Dimensions[0]);
        yield return Of(HealthModel.Activity.Dimensions[0].Indicators[0]);
        yield return Of(new HealthBand("Steady", 60));
        yield return Of(new Goalposts(GoalpostShape.Band, [-1, 0, 1, 2.5]));
        yield return Of(Goalposts.Logarithmic(8, 1));
        yield return Of(new MinimumData { RequiredDimension = "x", DimensionCoverage = 0.7, Dimensions = 3, People = 5, Contributors = 4, Contributions = 6, ObservedDays = 7 });
    }

    private static IEnumerable<JsonSample> MadeUp(Type type)
    {
        RecordSamples samples = new(type.Name.Length);
        try
        {
            return [.. new[] { Filling.Full, Filling.Full, Filling.Least, Filling.Some }.Select(filling => new JsonSample(type, samples.Value(type, filling)))];
        }
        catch (InvalidOperationException)
        {
            // Said by the test that asks for a sample, not by all of them.
            return [];
        }
    }
}
