using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Tests.Health;

/// <summary>What a map with withheld numbers still shows, and when there is none; who is taken together; whose group is asked for where nobody has a tie.</summary>
public sealed class WithheldSiloMapTests
{
    private static readonly DateTimeOffset From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeWindow Window = new(From, From.AddDays(91));

    /// <summary>Two more in one department than in the map before, of three departments: its size and another one are withheld, and with them every number that tells of them.</summary>
    [Fact]
    public void Held_departments_show_no_number()
    {
        SiloMap before = Map(Everybody(30), i => i % 3, 30), free = Map(Everybody(32), i => i >= 30 ? 0 : i % 3, 32), now = Map(Everybody(32), i => i >= 30 ? 0 : i % 3, 32, before);
        Assert.IsType<Measurement.Value>(free.Crossing);
        Assert.Equal([("d0", 12, 32), ("d1", 10, 32), ("d2", 10, 32)], free.Groups.Select(g => (g.Name, g.People!.Value, g.PeopleWithTies!.Value)));
        Assert.Equal(2, now.Groups.Count(g => g.People is null));
        Assert.Null(now.Groups[0].People);
        Assert.IsType<Measurement.Suppressed>(now.Crossing);
        string[] hidden = [.. now.Groups.Where(g => g.People is null).Select(g => g.Name)];
        Assert.All(now.Cells.Where(c => hidden.Contains(c.First) || hidden.Contains(c.Second)), c => Assert.Equal(new SiloCell(c.First, c.Second, SiloFinding.Withheld), c));
        Assert.All(now.Groups.Where(g => g.People is null), g => Assert.Equal((null, null), (g.Ties, g.PeopleWithTies)));
        Assert.Equal(free.Groups.Single(g => g.Name == now.Groups.Single(x => x.People is not null).Name).People, now.Groups.Single(g => g.People is not null).People);
    }

    /// <summary>One tie inside a department, all others across: that it is one would tell of two people.</summary>
    [Fact]
    public void Few_ties_inside_withhold_what_is_across_as_well()
    {
        Activity[] across = [.. Everybody(30).Where(a => Number(a.Person) % 3 != Number(a.To[0]) % 3)], acts = [.. across, Alone(0) with { To = [Name(3)] }];
        SiloMap map = Map(acts, i => i % 3, 30), without = Map(across, i => i % 3, 30);
        Assert.Equal((null, null), (map.Within, map.Across));
        Assert.IsType<Measurement.Suppressed>(map.Crossing);
        Assert.Equal((0, 300, 300), (without.Within!.Value, without.Across!.Value, without.Ties!.Value));
        Assert.IsType<Measurement.Value>(without.Crossing);
    }

    /// <summary>Ten people have no tie, four have: whatever could be told would be about the four.</summary>
    [Fact]
    public void Ties_of_few_people_are_no_map()
    {
        Activity[] acts = [.. Everybody(4), .. Enumerable.Range(4, 10).Select(Alone)];
        SiloMap map = Map(acts, i => i % 2, 14);
        Assert.Equal((0, 0, null, null), (map.Groups.Count, map.Cells.Count, map.Ties, map.Coverage));
        Assert.IsType<Measurement.Suppressed>(map.Crossing);
        Assert.Equal(2, Map([.. Everybody(5), .. Enumerable.Range(5, 9).Select(Alone)], i => i % 2, 14).Groups.Count);
    }

    /// <summary>A map of the others alone would say that everybody belongs to one group, which they do not.</summary>
    [Fact]
    public void Others_alone_are_withheld()
    {
        Assert.IsType<Measurement.Suppressed>(Map(Everybody(15), i => i < 3 ? 1 : 0, 15).Crossing);
        Assert.IsType<Measurement.NotApplicable>(Map(Everybody(15), _ => 0, 15).Crossing);
    }

    [Theory]
    [InlineData(5, "d0 10 d1 10 (others) 5")] // enough by themselves
    [InlineData(4, "d0 10 (others) 14")]
    public void Small_departments_are_taken_together_until_they_are_enough(int small, string groups) => Assert.Equal(
        groups,
        string.Join(" ", Map(Everybody(20 + small), i => i < 20 ? i % 2 : i, 20 + small).Groups.Select(g => $"{g.Name} {g.People}")));

    /// <summary>Whoever has no tie is of the group they are in at the end.</summary>
    [Fact]
    public void Somebody_without_a_tie_is_where_they_are_at_the_end()
    {
        Person Moved(int i) => new(Name(i), [new PersonAttributes { Until = From.AddDays(50), Department = "d0" }, new PersonAttributes { From = From.AddDays(50), Department = "d1" }]);
        HealthEvidence evidence = new(new("a"), ActivityLog.Of([.. Everybody(12), Alone(12)]).OrThrow(), Window, people: Enumerable.Range(0, 13).ToDictionary(Name, i => i == 12 ? Moved(i) : In(i, $"d{i % 2}")));
        SiloTies ties = SiloTies.Of([evidence], SiloBorder.Department, 5);
        Assert.Equal(["d0", "d1"], ties.Names);
        Assert.Equal([0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1], ties.Groups); // numbered by their ids
    }

    private static SiloMap Map(Activity[] acts, Func<int, int> department, int people, SiloMap? previous = null) => SiloMaps.Of(
        [new(new("a"), ActivityLog.Of(acts.ToValueList()).OrThrow(), Window, people: Enumerable.Range(0, people).ToDictionary(Name, i => In(i, $"d{department(i)}")))],
        SiloBorder.Department,
        previous: previous,
        permutations: 9);

    private static Person In(int person, string department) => new(Name(person), [new PersonAttributes { Department = department }]);

    private static Activity[] Everybody(int people) => [.. from a in Enumerable.Range(0, people) from b in Enumerable.Range(0, people) where a < b select Alone(a) with { To = [Name(b)] }];

    private static Activity Alone(int person) => new(new("a"), Name(person), From.AddHours(1 + person), Act.Post);

    private static int Number(PersonId person) => int.Parse(person.Text[1..], System.Globalization.CultureInfo.InvariantCulture);

    private static PersonId Name(int person) => new($"p{person:00}");
}
