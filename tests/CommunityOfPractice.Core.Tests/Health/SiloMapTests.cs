using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Health;

public sealed class SiloMapTests
{
    private static readonly DateTimeOffset From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeWindow Window = new(From, From.AddDays(91));

    /// <summary>Law 44 on what is published, read from the map alone: a second set of hidden numbers agrees with everything shown.</summary>
    [Property(MaxTest = 100), Trait("Law", "44")]
    public void Law44_APublishedMap_ShowsNothingSmallAndLetsNothingBeDerived(int seed)
    {
        Random random = new(seed);
        SiloMap map = SiloMaps.Of([Evidence(random, random.Next(8, 60), random.Next(2, 6))], SiloBorder.Department, permutations: 9);
        Assert.All(map.Groups, g => Assert.False(g.People is > 0 and < 5 || g.PeopleWithTies is > 0 and < 5));
        Assert.All(map.Cells, c => Assert.False(c.People is > 0 and < 5));
        Assert.All(map.Cells.Where(c => c.Finding == SiloFinding.Withheld), c => Assert.Equal((null, null, null, null, null), (c.Ties, c.Expected, c.Ratio, c.P, c.People)));
        if (map.Cells.Count > 0)
        {
            (bool[] hidden, CellSum[] sums) = Published(map);
            Assert.Empty(CellSuppression.Derivable(hidden, sums));
            Assert.NotEqual(1, map.Groups.Count(g => g.People is null));
        }
    }

    [Property(MaxTest = 30)]
    public void Of_OrderOfTheInput_DoesNotShow(int seed)
    {
        Random random = new(seed);
        HealthEvidence[] two = [.. new[] { "a", "b" }.Select(c => Of([.. Enumerable.Range(0, 90).Select(_ => Post(random.Next(30), random.Next(30), c))], i => $"d{i % 3}", 30, c))];
        Assert.Equal(SiloMaps.Of(two, SiloBorder.Department, permutations: 19), SiloMaps.Of([two[1], two[0]], SiloBorder.Department, permutations: 19));
    }

    [Fact]
    public void Of_TwoSilos_SaysMoreInsideAndFewerAcross()
    {
        Activity[] acts = [.. from a in Enumerable.Range(0, 20) from b in Enumerable.Range(0, 20) where a != b && a % 2 == b % 2 select Post(a, b)];
        SiloMap map = SiloMaps.Of([Of(acts, i => i % 2 == 0 ? "it" : "hr", 20)], SiloBorder.Department);
        Assert.Equal([("hr", "hr", SiloFinding.More), ("hr", "it", SiloFinding.Fewer), ("it", "it", SiloFinding.More)], map.Cells.Select(c => (c.First, c.Second, c.Finding)));
        Assert.Equal((90, 90, 0, 1.0), (map.Ties, map.Within, map.Across, map.Coverage));
        // E-I is -1; by chance (100 - 90) of 190 pairs
        Assert.Equal(-1 - (10.0 / 190), Assert.IsType<Measurement.Value>(map.Crossing).Number, 12);
        Assert.Equal(90.0 * 100 / 190, map.Cells[1].Expected!.Value, 12);
    }

    /// <summary>A simulated organisation: sales and it do not talk to each other, ops talks to both, hr to everybody a little.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Of_AnOrganisationWithTwoSilosAndABridge_FindsThemAndNoOthers(int seed)
    {
        string[] departments = ["sales", "it", "ops", "hr"];
        Random random = new(seed);
        string DepartmentOf(int person) => departments[person % 4];
        double Chance(string a, string b) => (a, b) is ("sales", "it") or ("it", "sales") ? 0 : a == "hr" || b == "hr" ? 0.25 : 0.3;
        Activity[] acts = [.. from a in Enumerable.Range(0, 72) from b in Enumerable.Range(a + 1, 71 - a) where random.NextDouble() < Chance(DepartmentOf(a), DepartmentOf(b)) select Post(a, b)];
        SiloMap map = SiloMaps.Of([Of(acts, DepartmentOf, 72)], SiloBorder.Department);
        Assert.Equal([("it", "sales")], map.Cells.Where(c => c.Finding == SiloFinding.Fewer).Select(c => (c.First, c.Second)));
        SiloCell[] bridge = [.. map.Cells.Where(c => (c.First, c.Second) is ("it", "ops") or ("ops", "sales"))];
        Assert.Equal(2, bridge.Count(c => c.Ties > c.Expected));
    }

    /// <summary>Where departments do not matter, a map with any finding is a false alarm; Holm keeps that at or below one in twenty.</summary>
    [Fact, Trait("Category", "Slow")]
    public void Of_RandomMixing_RaisesFalseAlarmsAboutAsOftenAsItSays()
    {
        const int Maps = 600;
        int alarms = 0;
        for (int seed = 1; seed <= Maps; seed++)
        {
            Random random = new(seed);
            int[] department = [.. Enumerable.Range(0, 40).Select(i => i % 3)];
            random.Shuffle(department);
            Activity[] acts = [.. Enumerable.Range(0, 160).Select(_ => Post(random.Next(40), random.Next(40)))];
            SiloMap map = SiloMaps.Of([Of(acts, i => $"d{department[i]}", 40)], SiloBorder.Department, seed: (ulong)seed);
            alarms += map.Cells.Any(c => c.Finding is SiloFinding.More or SiloFinding.Fewer) ? 1 : 0;
        }

        // 600 at 5 %: mean 30, three standard deviations above 46; far below would mean that it can find nothing
        Assert.InRange(alarms, 8, 46);
    }

    /// <summary>Small departments are taken together, so that everybody is in every map of a report and no two maps differ by a few.</summary>
    [Fact]
    public void Of_GroupsThatAreTooSmall_AreTakenTogether()
    {
        Assert.Equal("hr 10 it 10 (others) 6", Groups(26, i => i < 3 ? "law" : i < 6 ? "art" : i % 2 == 0 ? "it" : "hr"));
        Assert.Equal("it 15 (others) 12", Groups(27, i => i < 3 ? "law" : i < 12 ? "hr" : "it"));
        Assert.Equal(string.Empty, Groups(15, i => i < 3 ? "law" : "it"));

        static string Groups(int people, Func<int, string> of) =>
            string.Join(" ", SiloMaps.Of([Of(Everybody(people), of, people)], SiloBorder.Department, permutations: 9).Groups.Select(g => $"{g.Name} {g.People}"));
    }

    /// <summary>Six of twelve change departments in between: every tie was made inside one, and the map says so, of people and not of places they held.</summary>
    [Fact]
    public void Of_PeopleWhoMoved_CountsTiesAsWhenTheyWereMade()
    {
        DateTimeOffset moved = From.AddDays(45);
        string Team(int person, bool after) => (person % 2 == 0) != (after && person < 6) ? "it" : "hr";
        Activity[] acts =
        [
            .. from after in new[] { false, true } from a in Enumerable.Range(0, 12) from b in Enumerable.Range(0, 12)
               where a < b && Team(a, after) == Team(b, after) select Post(a, b) with { At = From.AddDays(after ? 60 : 30) },
        ];
        HealthEvidence evidence = new(
            new("a"),
            ActivityLog.Of(acts.ToValueList()).OrThrow(),
            Window,
            people: Enumerable.Range(0, 12).ToDictionary(
                i => new PersonId($"p{i:00}"),
                i => new Person(new($"p{i:00}"), [new PersonAttributes { Until = moved, Department = Team(i, false) }, new PersonAttributes { From = moved, Department = Team(i, true) }])));
        SiloMap map = SiloMaps.Of([evidence], SiloBorder.Department, permutations: 19);
        Assert.Equal((0, acts.Select(a => (a.Person, a.To[0])).Distinct().Count()), (map.Across, map.Ties));
        Assert.All(map.Cells.Where(c => c.First == c.Second), c => Assert.Equal(9, c.People)); // six who were there, and three who came
        Assert.Equal([9, 9], map.Groups.Select(g => g.People!.Value));
    }

    [Fact]
    public void Of_PopulationsThatChangedByAFew_AreHeld()
    {
        SiloMap before = SiloMaps.Of([Of(Everybody(24), i => i % 2 == 0 ? "it" : "hr", 24)], SiloBorder.Department, permutations: 9);
        HealthEvidence now = Of(Everybody(26), i => i % 2 == 0 ? "it" : "hr", 26);
        Assert.Equal(0, SiloMaps.Of([now], SiloBorder.Department, permutations: 9).WithheldCells);
        Assert.IsType<Measurement.Suppressed>(SiloMaps.Of([now], SiloBorder.Department, previous: before, permutations: 9).Crossing); // with both groups held nothing is left
        Assert.Equal(0, SiloMaps.Of([Of(Everybody(24), i => i % 2 == 0 ? "it" : "hr", 24)], SiloBorder.Department, previous: before, permutations: 9).WithheldCells);
    }

    [Fact]
    public void Of_NothingToShow_SaysWhy()
    {
        Assert.IsType<Measurement.NotApplicable>(SiloMaps.Of([Of(Everybody(12), _ => null, 12)], SiloBorder.Department).Crossing);
        Assert.IsType<Measurement.NotApplicable>(SiloMaps.Of([Of(Everybody(12), _ => "it", 12)], SiloBorder.Department).Crossing);
        Assert.IsType<Measurement.Suppressed>(SiloMaps.Of([Of(Everybody(4), _ => "it", 4)], SiloBorder.Department).Crossing);
        Assert.IsType<Measurement.InsufficientData>(SiloMaps.Of([Of(Everybody(12), i => i < 6 ? "it" : null, 12)], SiloBorder.Department).Crossing);
        Assert.IsType<Measurement.NotApplicable>(SiloMaps.Of([Of(Everybody(12), _ => "it", 12)], SiloBorder.Location).Crossing);
        Assert.Throws<ArgumentException>(() => SiloMaps.Of([], SiloBorder.Department));
    }

    /// <summary>The relations that a reader of the map can write down.</summary>
    private static (bool[] Hidden, CellSum[] Sums) Published(SiloMap map)
    {
        string[] names = [.. map.Groups.Select(g => g.Name)];
        int cells = map.Cells.Count, n = names.Length;
        bool[] hidden = [.. map.Cells.Select(c => c.Ties is null), .. map.Groups.Select(g => g.Ties is null), map.Ties is null, map.Within is null, map.Across is null];
        int[] Where(Func<SiloCell, bool> fits) => [.. Enumerable.Range(0, cells).Where(i => fits(map.Cells[i]))];
        CellSum[] sums =
        [
            .. names.Select((name, g) => new CellSum(cells + g, Where(c => c.First == name || c.Second == name))),
            new(cells + n, [cells + n + 1, cells + n + 2]),
            new(cells + n + 1, Where(c => c.First == c.Second)),
            new(cells + n + 2, Where(c => c.First != c.Second)),
        ];
        return (hidden, sums);
    }

    private static Activity[] Everybody(int people) => [.. from a in Enumerable.Range(0, people) from b in Enumerable.Range(0, people) where a < b select Post(a, b)];

    private static Activity Post(int from, int to, string community = "a") =>
        new(new(community), new($"p{from:00}"), From.AddHours(1 + ((from * 31) + to) % 2000), Act.Post) { To = [new PersonId($"p{to:00}")] };

    private static HealthEvidence Evidence(Random random, int people, int departments, string community = "a")
    {
        Activity[] acts = [.. Enumerable.Range(0, people * 3).Select(_ => Post(random.Next(people), random.Next(people), community))];
        int[] of = [.. Enumerable.Range(0, people).Select(_ => Math.Min(random.Next(departments), random.Next(departments)))];
        return Of(acts, i => $"d{of[i]}", people, community);
    }

    private static HealthEvidence Of(Activity[] acts, Func<int, string?> department, int people, string community = "a") => new(
        new(community),
        ActivityLog.Of(acts.ToValueList()).OrThrow(),
        Window,
        people: Enumerable.Range(0, people).ToDictionary(i => new PersonId($"p{i:00}"), i => new Person(new($"p{i:00}"), [new PersonAttributes { Department = department(i) }])));
}
