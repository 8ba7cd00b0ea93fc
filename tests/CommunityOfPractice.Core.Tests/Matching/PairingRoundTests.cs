using CommunityOfPractice.Core.Matching;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Matching;

public sealed class PairingRoundTests
{
    private static readonly DateTimeOffset At = PairingWorld.At;

    private static readonly PersonId Ann = new("ann"), Bob = new("bob"), Cem = new("cem");

    [Theory]
    [InlineData("Europe/Berlin", "Africa/Lagos", true)]
    [InlineData("Europe/Berlin", "America/Lima", true)] // six hours apart in November: 15 to 17 o'clock
    [InlineData("Europe/Berlin", "America/Los_Angeles", false)]
    [InlineData("Pacific/Auckland", "America/Los_Angeles", true)] // 21 hours apart is three hours apart, on another day
    [InlineData("Europe/Berlin", "nowhere", true)]
    public void WorkingHours_AreComparedByTheClocksOfTheDay(string one, string other, bool together)
    {
        PairingRound round = PairingPlanner.Plan(new([In(Ann, zone: one), In(Bob, zone: other)], At, 1));

        Assert.Equal(together ? 1 : 0, round.Groups.Count);
        if (!together)
        {
            Assert.Equal(["pair.no-common-hours"], round.Conflict);
            Assert.All(round.Unmatched, u => Assert.Equal(["pair.no-common-hours"], u.Relaxation));
        }
    }

    /// <summary>Berlin and New York are 6 hours apart but for a few weeks in spring, when they are 5.</summary>
    [Fact]
    public void WorkingHours_FollowDaylightSaving()
    {
        PairingRules strict = PairingRules.Default with { SharedMinutes = 150 };
        Participant[] people = [In(Ann, zone: "Europe/Berlin"), In(Bob, zone: "America/New_York")];

        Assert.Empty(PairingPlanner.Plan(new(people, new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), 1) { Rules = strict }).Groups);
        Assert.Single(PairingPlanner.Plan(new(people, new(2026, 3, 20, 0, 0, 0, TimeSpan.Zero), 1) { Rules = strict }).Groups);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 0)]
    public void ReportingLine_ReachesAsFarAsItIsSet_AlsoThroughPeopleWhoAreNotThere(int depth, int groups)
    {
        PairingRequest request = new([In(Ann), In(Cem) with { Attributes = new() { Manager = Bob } }], At, 1)
        {
            Rules = PairingRules.Default with { ReportingDepth = depth },
            Managers = new Dictionary<PersonId, PersonId> { [Bob] = Ann },
        };
        Assert.Equal(groups, PairingPlanner.Plan(request).Groups.Count);
    }

    [Fact]
    public void NobodyTakesPart_WithoutHavingAgreed_OrInABreak_OrBeyondTheirLimit()
    {
        Participant[] people =
        [
            In(Ann), In(Bob), In(new("no")) with { OptedIn = false }, In(new("break")) with { PausedUntil = At.AddTicks(1) }, In(new("back")) with { PausedUntil = At },
            In(new("full")) with { MostMeetings = 1 }, In(new("again")) with { MostMeetings = 1 },
        ];
        PairingRound round = PairingPlanner.Plan(new(people, At, 1) { History = [new(At.AddDays(-27), [new("full"), new("x")]), new(At.AddDays(-28), [new("again"), new("x")])] });

        Assert.Equal(
            ["break person.paused", "full person.capacity-full", "no person.not-opted-in"],
            round.Unmatched.Select(u => $"{u.Person} {u.Reasons[0].Code}"));
        Assert.Equal(["again", "ann", "back", "bob"], round.Groups.SelectMany(g => g.People).Select(p => p.Text).Order());
    }

    [Fact]
    public void Repeats_AreAvoidedWhileThereAreAlternatives_AndTheOldestIsTakenAfterwards()
    {
        PairingRequest request = new([In(Ann), In(Bob), In(Cem), In(new("dee"))], At, 1)
        {
            History =
            [
                new(At.AddDays(-7), [Ann, Bob]), new(At.AddDays(-7), [Cem, new("dee")]),
                new(At.AddDays(-14), [Ann, Cem]), new(At.AddDays(-14), [Bob, new("dee")]),
            ],
        };
        Assert.Equal(["ann-dee", "bob-cem"], Pairs(PairingPlanner.Plan(request)));

        PastMeeting[] all = [.. request.History, new(At.AddDays(-400), [Ann, new("dee")]), new(At.AddDays(-400), [Bob, Cem])];
        Assert.Equal(["ann-dee", "bob-cem"], Pairs(PairingPlanner.Plan(request.With(history: all))));
    }

    [Fact]
    public void WhoDidNotMeet_MayTryAgainBeforeOthersRepeat()
    {
        PairingRequest request = new([In(Ann), In(Bob), In(Cem), In(new("dee"))], At, 1)
        {
            History =
            [
                new(At.AddDays(-7), [Ann, Bob]) { Met = false }, new(At.AddDays(-7), [Cem, new("dee")]) { Met = false },
                new(At.AddDays(-14), [Ann, Cem]), new(At.AddDays(-14), [Bob, new("dee")]), new(At.AddDays(-21), [Ann, new("dee")]), new(At.AddDays(-21), [Bob, Cem]),
            ],
        };
        Assert.Equal(["ann-bob", "cem-dee"], Pairs(PairingPlanner.Plan(request)));
    }

    [Fact]
    public void WhoFoundItUseful_IsPreferredAmongRepeats()
    {
        PastMeeting[] history = [.. new (int A, int B, int Useful)[] { (0, 1, 0), (2, 3, 0), (0, 2, 5), (1, 3, 5), (0, 3, 1), (1, 2, 1) }
            .Select(m => new PastMeeting(At.AddDays(-7), [PairingWorld.Id(m.A), PairingWorld.Id(m.B)]) { Useful = m.Useful })];
        PairingRound round = PairingPlanner.Plan(new(PairingWorld.FreePeople(4), At, 1) { History = history });

        Assert.Equal(["p000-p002", "p001-p003"], Pairs(round));
        Assert.All(round.Groups, g => Assert.Contains(g.Because, b => b.Contains("useful", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(13)]
    [InlineData(31)]
    public void AnOddNumber_MakesOneTrio_AndNobodyIsInItTwiceRunning(int count)
    {
        List<PastMeeting> history = [];
        HashSet<PersonId> last = [];
        for (int round = 0; round < 12; round++)
        {
            PairingRound made = PairingPlanner.Plan(new(PairingWorld.FreePeople(count), At.AddDays(7 * round), 1) { History = history });
            PairingGroup trio = Assert.Single(made.Groups, g => g.People.Count == 3);
            Assert.Empty(made.Unmatched);
            Assert.True(count < 6 || !trio.People.Any(last.Contains), $"round {round}: {trio.People.Count(last.Contains)} twice running");
            last = [.. trio.People];
            history.AddRange(made.ToHistory());
        }
    }

    [Fact]
    public void WithoutTrios_TheOneLeftOverChanges_AndIsTold()
    {
        List<PastMeeting> history = [];
        List<PersonId> left = [];
        for (int round = 0; round < 5; round++)
        {
            PairingRound made = PairingPlanner.Plan(new(PairingWorld.FreePeople(5), At.AddDays(7 * round), 1) { History = history, Rules = PairingRules.Default with { Trios = false } });
            UnmatchedPerson alone = Assert.Single(made.Unmatched);
            Assert.Equal("person.no-partner", alone.Reasons[0].Code);
            Assert.Equal(["trios"], alone.Relaxation);
            left.Add(alone.Person);
            history.AddRange(made.ToHistory());
        }

        Assert.Equal(5, left.Distinct().Count());
    }

    [Fact]
    public void Conflict_IsASmallestSetOfRulesThatDoIt()
    {
        // Ann and Bob: one department and no language in common. Either rule alone keeps them apart, so one of them is a smallest set.
        Participant[] people = [In(Ann) with { Attributes = new() { Department = "a", Languages = ["de"] } }, In(Bob) with { Attributes = new() { Department = "a", Languages = ["fr"] } }];
        PairingRound round = PairingPlanner.Plan(new(people, At, 1) { Rules = PairingRules.Default with { RequireOtherDepartment = true } });

        Assert.Single(round.Conflict);
        Assert.Equal(["pair.no-common-language", "pair.same-department"], round.Unmatched[0].Relaxation.Order());
        Assert.Equal(["person.no-partner", "pair.no-common-language", "pair.same-department"], round.Unmatched[0].Reasons.Select(r => r.Code));
    }

    /// <summary>What is said to help, helps; and no smaller set of rules would have.</summary>
    [Fact]
    public void Relaxation_Helps_WhenItIsDone()
    {
        Random random = new(11);
        int helped = 0;
        for (int i = 0; i < 150; i++)
        {
            PairingRequest request = PairingWorld.Request(random, 9, PairingRules.Default with { RequireOtherDepartment = random.Next(2) == 0, RequireOtherLocation = random.Next(2) == 0 });
            PairingRound round = PairingPlanner.Plan(request);
            int alone = Alone(round);
            foreach (UnmatchedPerson person in round.Unmatched.Where(u => u.Relaxation.Count > 0))
            {
                helped++;
                PairingPool pool = new(request);
                int self = Array.FindIndex(pool.People, p => p.Person == person.Person);
                bool May(int a, int b) => Array.TrueForAll(pool.Rules, r => ((a == self || b == self) && person.Relaxation.Contains(r.Id)) || !r.Excludes(pool.People[a], pool.People[b]));
                Assert.True(new PairSolver(pool, May, null).Solve().Alone.Count < alone || round.Groups.Any(g => g.People.Count == 2 && g.People.All(q => May(self, Array.FindIndex(pool.People, p => p.Person == q)))));
            }
        }

        Assert.True(helped > 50, $"{helped} relaxations");

        static int Alone(PairingRound round) => round.Unmatched.Count(u => u.Reasons[0].Code == "person.no-partner");
    }

    [Fact]
    public void HostsRulesAndCriteria_Count()
    {
        PairRule oneWay = new("host.rule", false, (a, b) => a.Person == Ann && b.Person == Bob ? "Not these two." : null);
        PairCriterion likes = new("host.likes", "likes", (a, b) => a.Person == Ann && b.Person == Cem ? 1 : b.Person == Ann && a.Person == Cem ? 1 : 0, (_, _) => "They asked for it.");
        PairingRequest request = new([In(Ann), In(Bob), In(Cem), In(new("dee"))], At, 5) { ExtraRules = [oneWay], ExtraCriteria = [new(likes, 1000)] };
        PairingRound round = PairingPlanner.Plan(request);

        Assert.Equal(["ann-cem", "bob-dee"], Pairs(round));
        Assert.Contains(round.Groups[0].Shares, s => s.Of == "host.likes" && s.Amount == 500);
        Assert.Contains("They asked for it.", round.Groups[0].Because);
    }

    [Fact]
    public void Lottery_DrawsFromThoseWhoWereDrawnLeast_AndSeatsFixedGuests()
    {
        PairingRules rules = PairingRules.Default with { Format = PairingFormat.Lottery, GroupSize = 4, FixedGuests = [PairingWorld.Id(0)] };
        List<PastMeeting> history = [];
        Dictionary<PersonId, int> drawn = [];
        for (int round = 0; round < 6; round++)
        {
            PairingRound made = PairingPlanner.Plan(new(PairingWorld.FreePeople(10), At.AddDays(round), 3) { Rules = rules, History = history });
            PairingGroup group = Assert.Single(made.Groups);
            Assert.Equal(4, group.People.Count);
            Assert.Contains(PairingWorld.Id(0), group.People);
            Assert.All(made.Unmatched, u => Assert.Equal("lottery.not-drawn", u.Reasons[0].Code));
            history.AddRange(made.ToHistory());
            foreach (PersonId person in group.People)
            {
                drawn[person] = drawn.GetValueOrDefault(person) + 1;
            }
        }

        Assert.All(drawn.Where(d => d.Key != PairingWorld.Id(0)), d => Assert.Equal(2, d.Value));
    }

    [Fact]
    public void Nonsense_IsRefused()
    {
        PairingRules bad = new()
        {
            Format = (PairingFormat)9, GroupSize = 9, FixedGuests = [Ann, Ann], ReportingDepth = -1, SharedMinutes = 2000, DayStart = 700, DayEnd = 600,
            NoRepeatWithin = TimeSpan.FromDays(-1), RepeatPenalty = -1, RepeatHalfLife = TimeSpan.Zero, CapacityWindow = TimeSpan.Zero, TopicWeight = 1001,
        };
        Assert.Equal(12, bad.Problems().Count);
        Assert.Empty(PairingRules.Default.Problems());
        Assert.Throws<ArgumentException>(() => PairingPlanner.Plan(new([], At, 1) { Rules = bad }));
        Assert.Throws<ArgumentException>(() => new PairingRequest([In(Ann), In(Ann)], At, 1));
        Assert.Throws<ArgumentException>(() => new PastMeeting(At, [Ann, Ann]));
        Assert.Throws<ArgumentException>(() => new PastMeeting(At, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PastMeeting(At, [Ann]) { Useful = 6 });
        Assert.Throws<ArgumentOutOfRangeException>(() => PairingPlanner.PlanSeveral(new([], At, 1), 0, TimeSpan.FromDays(1)));
        Assert.Empty(PairingPlanner.Plan(new([], At, 1)).Groups);
    }

    [Theory]
    [InlineData(540, 1020, "America/Los_Angeles", false)]
    [InlineData(840, 1320, "America/Los_Angeles", true)] // 14 to 22 o'clock in Berlin, 9 to 17 there: from 18 o'clock
    [InlineData(0, 1440, "Asia/Tokyo", true)]
    [InlineData(300, 480, "Asia/Tokyo", true)] // 5 to 8 o'clock in Berlin is 13 to 16 in Tokyo
    [InlineData(1380, 1440, "Asia/Tokyo", false)]
    public void WorkingDays_OfAPerson_CountInsteadOfTheUsualOnes_BothWaysRound(int start, int end, string other, bool together)
    {
        Participant own = In(Ann, zone: "Europe/Berlin") with { WorkingDay = new(start, end) };
        Assert.Equal(together ? 1 : 0, PairingPlanner.Plan(new([own, In(Bob, zone: other)], At, 1)).Groups.Count);
        Assert.Equal(together ? 1 : 0, PairingPlanner.Plan(new([own with { Person = Cem }, In(Bob, zone: other)], At, 1)).Groups.Count);
    }

    [Fact]
    public void WorkingDaysAndLimits_OutsideTheirRange_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new WorkingDay(-1, 60));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WorkingDay(60, 60));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WorkingDay(60, 1441));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WorkingDay(1, 2) { Start = 1440 });
        Assert.Throws<ArgumentOutOfRangeException>(() => In(Ann) with { MostMeetings = -1 });
    }

    [Fact]
    public void EveryReasonForTakingNoPart_IsNamed()
    {
        Participant gone = In(Ann) with { OptedIn = false, PausedUntil = At.AddDays(1), MostMeetings = 0 };
        Assert.Equal(
            ["person.not-opted-in", "person.paused", "person.capacity-full"],
            Assert.Single(PairingPlanner.Plan(new([gone], At, 1)).Unmatched).Reasons.Select(r => r.Code));
    }

    [Fact]
    public void ReasonsSayInWordsWhatIsInTheWay()
    {
        Participant[] people = [In(Ann) with { Attributes = new() { Languages = ["de"] } }, In(Bob) with { Attributes = new() { Languages = ["fr"] } }, In(Cem) with { Attributes = new() { Languages = ["fr"] } }];
        PairRule names = new("host.named", false, (a, b) => a.Person == Ann || b.Person == Ann ? $"Not {(a.Person == Ann ? b : a).Person}." : null);
        UnmatchedPerson alone = PairingPlanner.Plan(new(people, At, 1) { ExtraRules = [names] }).Unmatched[0];

        Assert.Equal(
            ["Nobody with whom they may meet was left for them.", "With 2 of 2 others: They have no language in common.", "With 2 of 2 others: the rule host.named forbids it."],
            alone.Reasons.Select(r => r.Text));
        Assert.Equal("Nobody else takes part.", PairingPlanner.Plan(new([In(Ann)], At, 1)).Unmatched[0].Reasons[0].Text);
    }

    [Fact]
    public void InATrio_SentencesSayWhomTheyAreAbout()
    {
        Participant[] people = [In(Ann) with { Topics = [new("go")], Attributes = new() { Department = "b" } }, In(Bob) with { Topics = [new("go")], Attributes = new() { Department = "a" } }, In(Cem) with { Attributes = new() { Department = "a" } }];
        PairingGroup trio = Assert.Single(PairingPlanner.Plan(new(people, At, 1)).Groups);
        Assert.Equal(["a and b get to know each other. (ann – bob, ann – cem)", "Both care about go. (ann – bob)"], trio.Because);
    }

    [Fact]
    public void TwoRulesOrCriteriaWithOneId_AreRefused()
    {
        PairRule rule = new("pair.same-department", false, (_, _) => null);
        PairCriterion criterion = new("host.x", "x", (_, _) => 1, (_, _) => "X.");
        Assert.Throws<ArgumentException>(() => PairingPlanner.Plan(new([In(Ann)], At, 1) { ExtraRules = [rule] }));
        Assert.Throws<ArgumentException>(() => PairingPlanner.Plan(new([In(Ann)], At, 1) { ExtraCriteria = [new(criterion, 1), new(criterion, 2)] }));
        Assert.Throws<ArgumentException>(() => MentoringMarket.FromRequest(new([In(Ann)], At, 1) { ExtraRules = [rule] }, new Dictionary<PersonId, int>(), new Dictionary<PersonId, int>()));
    }

    [Fact]
    public void Lottery_AFixedGuestWithoutASeat_IsToldWhy()
    {
        PairingRules rules = PairingRules.Default with { Format = PairingFormat.Lottery, GroupSize = 3, FixedGuests = [Ann, Bob] };
        Participant[] people = [In(Ann), In(Bob) with { Attributes = new() { Manager = Ann } }, In(Cem), In(new("dee")), In(new("eve"))];
        PairingRound round = PairingPlanner.Plan(new(people, At, 1) { Rules = rules });
        PersonId seated = round.Groups[0].People.Single(p => p == Ann || p == Bob), other = seated == Ann ? Bob : Ann;

        UnmatchedPerson without = round.Unmatched.Single(u => u.Person == other);
        Assert.Equal(["lottery.not-drawn", "pair.reporting-line"], without.Reasons.Select(r => r.Code));
        Assert.All(round.Unmatched.Where(u => u.Person != other), u => Assert.Equal("The seats of this round went to others.", Assert.Single(u.Reasons).Text));
        Assert.True(round.Certificate.Verified);
    }

    [Fact]
    public void Lottery_TheProof_FindsADrawThatPassedSomebodyOver()
    {
        PairingRules rules = PairingRules.Default with { Format = PairingFormat.Lottery, GroupSize = 3 };
        PairingPool pool = new(new(PairingWorld.FreePeople(5), At, 1) { Rules = rules, History = [new(At.AddDays(-7), [PairingWorld.Id(0), PairingWorld.Id(1)])] });
        int[] before = [.. Enumerable.Range(0, 5).OrderBy(p => pool.Memory.Groups(pool.People[p].Person))];
        Assert.Empty(Lottery.Proof(pool, [], [.. before[..3]], [.. before[3..]]).Faults);
        Assert.NotEmpty(Lottery.Proof(pool, [], [.. before[2..]], [.. before[..2]]).Faults);
    }

    /// <summary>More people than are compared with everybody: a partner for all, within the bound.</summary>
    [Fact]
    public void ManyPeople_AreMatched_WithABound()
    {
        List<Participant> people = [.. Enumerable.Range(0, 3001).Select(i => new Participant(new($"p{i}")) { OptedIn = true, Attributes = new() { Department = $"d{i % 7}", Languages = [i % 50 == 0 ? "fr" : "en"] } })];
        PairingRound round = PairingPlanner.Plan(new(people, At, 1));

        Assert.Empty(round.Unmatched);
        Assert.True(round.Certificate.Verified, string.Join(" ", round.Certificate.Faults));
        Assert.InRange(round.Certificate.Gap, 0, round.Certificate.Bound / 3);
    }

    private static Participant In(PersonId id, string? zone = null) => new(id) { OptedIn = true, Attributes = new() { TimeZone = zone } };

    private static IEnumerable<string> Pairs(PairingRound round) => round.Groups.Select(g => string.Join('-', g.People));
}
