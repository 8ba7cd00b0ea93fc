using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Tests.Generators;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Indicators;

/// <summary>Reciprocity, isolates and ties across departments against loops over pairs of people.</summary>
[Properties(Arbitrary = [typeof(SmallCommunities)])]
public sealed class TieTests
{
    [Property]
    public void Reciprocity_AnyCommunity_IsTheShareOfTiesWithTheirOpposite(SmallCommunity community) => Expected.Same<TieReciprocity>(
        community,
        t =>
        {
            HashSet<(PersonId, PersonId)> ties = [.. t.Ties.Select(x => (x.From, x.To))];
            return !t.TiesKnown ? Expected.No("ties.unknown")
                : ties.Count == 0 ? Expected.TooFew("ties", 0, 1)
                : Expected.Value(ties.Count(x => ties.Contains((x.Item2, x.Item1))) / (double)ties.Count, ties.Count);
        },
        ("interactions", t => t.Ties.Count),
        ("withOthers", t => t.Turns.Count - t.Ties.Count));

    [Property]
    public void Isolates_AnyCommunity_AreThoseInNoTie(SmallCommunity community) => Expected.Same<Isolates>(
        community,
        t => t.TiesKnown
            ? Expected.Share(t.Population.Count(p => t.Ties.TrueForAll(x => x.From != p && x.To != p)), t.Population.Count, 5, "people")
            : Expected.No("ties.unknown"));

    [Property]
    public void CrossDepartmentTies_AnyCommunity_AreComparedWithAllPairs(SmallCommunity community) => Expected.Same<CrossDepartmentTies>(community, CrossDepartments);

    [Property]
    public void Population_AnyCommunity_IsTheSame(SmallCommunity community) =>
        Assert.Equal(new Truth(community).Population.Order(), community.Evidence.Population.Order());

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void Isolates_AroundFivePeople_HaveAValueFromFive(int people, bool enough)
    {
        SmallCommunity community = Example.Of([.. Enumerable.Range(2, people - 2).Select(i => Example.Did($"p{i}", Act.View, 1)), Example.Did("p0", Act.Post, 1) with { To = [new("p1")] }]);
        Assert.Equal(enough, community.Read<Isolates>().Measurement.Amount == 0.6);
    }

    /// <summary>Ten ties, of which as many as given have a known department at both ends.</summary>
    [Theory]
    [InlineData(6, false)]
    [InlineData(7, true)]
    public void CrossDepartmentTies_AroundSeventyPercentKnown_HaveAValueFromThere(int known, bool enough)
    {
        SmallCommunity community = Example.Of(Enumerable.Range(0, 10).Select(i => Example.Did("hub", Act.Post, i) with { To = [new($"p{i}")] })) with
        {
            People = [Of("hub", "x"), .. Enumerable.Range(0, known).Select(i => Of($"p{i}", "y"))],
        };
        Assert.Equal(enough, community.Read<CrossDepartmentTies>().Measurement is Measurement.Value);
        Assert.Equal(!enough, community.Read<CrossDepartmentTies>().Measurement.Equals(Expected.TooFew("per cent of ties with known departments", 60, 70)));
    }

    [Fact]
    public void CrossDepartmentTies_SomebodyMoved_CountsWhereTheyWereAtTheirLastTie()
    {
        SmallCommunity community = Example.Of(Example.Did("a", Act.Post, 1) with { To = [new("b")] }, Example.Did("a", Act.View, 50)) with
        {
            People = [new(new("a"), [new() { Until = Example.Start.AddDays(40), Department = "y" }, new() { From = Example.Start.AddDays(40), Department = "x" }]), Of("b", "x"), Of("c", "x")],
        };
        Assert.Equal(1, community.Read<CrossDepartmentTies>().Details.Single(d => d.Name == "ei").Number);
    }

    /// <summary>Two teams of four talk among themselves only; then half of each change over, and talk among themselves only again.</summary>
    [Fact]
    public void CrossDepartmentTies_AReorganisationInTheWindow_RewritesNoTie()
    {
        string[] before = ["a0", "a1", "a2", "a3"], other = ["b0", "b1", "b2", "b3"], after = ["b0", "b1", "a2", "a3"];
        SmallCommunity community = Example.Of([.. Talk(before, 1), .. Talk(other, 2), .. Talk(after, 50)]) with
        {
            People =
            [
                .. before.Concat(other).Select(name => name[1] > '1' ? Of(name, Team(name)) : new Person(new(name), [new() { Until = Example.Start.AddDays(40), Department = Team(name) }, new() { From = Example.Start.AddDays(40), Department = name[0] == 'a' ? "b" : "a" }])),
            ],
        };
        Reading reading = community.Read<CrossDepartmentTies>();
        double Told(string detail) => reading.Details.Single(d => d.Name == detail).Number;
        Assert.Equal(-1, Told("ei"));
        // b0 and b1 stand in both teams: six in a (three ties anew of b0 and b1 each, a2 to a3 as before), four in b
        Assert.Equal((24 - 21) / 45.0, Told("expected"), 12);
        Assert.Equal(16, Assert.IsType<Measurement.Value>(reading.Measurement).Count);
        Assert.Equal(-2 * community.Read<DepartmentModularity>().Measurement.Amount!.Value, Told("ei") - Told("expectedByDegrees"), 12);
        Assert.True(Told("pFewer") < 0.05);

        static string Team(string name) => name[..1];
        static IEnumerable<Activity> Talk(string[] team, int day) =>
            from first in team from second in team where string.CompareOrdinal(first, second) < 0 select Example.Did(first, Act.Post, day) with { To = [new(second)] };
    }

    /// <summary>Whoever is met again elsewhere has bridged to both departments.</summary>
    [Fact]
    public void BridgingMembers_PeopleWhoMove_CountByWhereTheOthersStoodThen()
    {
        SmallCommunity community = Example.Of(
            Example.Did("hub", Act.Post, 1) with { To = [new("p1")] },
            Example.Did("hub", Act.Post, 2) with { To = [new("p2")] },
            Example.Did("hub", Act.Post, 3) with { To = [new("p3")] },
            Example.Did("p3", Act.Post, 60) with { To = [new("p1")] }) with
        {
            People =
            [
                Of("hub", "x"), Of("p1", "x"), Of("p2", "y"),
                new(new("p3"), [new() { Until = Example.Start.AddDays(40), Department = "z" }, new() { From = Example.Start.AddDays(40), Department = "x" }]),
            ],
        };
        Assert.Equal(1, community.Read<BridgingMembers>().Measurement.Amount);
    }

    private static Person Of(string name, string department) => new(new(name), [new() { Department = department }]);

    private static Measurement CrossDepartments(Truth t)
    {
        if (!t.PeopleKnown)
        {
            return Expected.No("departments.unknown");
        }

        if (!t.TiesKnown)
        {
            return Expected.No("ties.unknown");
        }

        (PersonId Person, string? Department, PersonId Other, string? Their)[] ties = [.. t.DepartmentTies.Where(x => x.Person.CompareTo(x.Other) < 0)];
        int unknown = ties.Count(x => x.Department is null || x.Their is null), within = ties.Count(x => x.Department is not null && x.Department == x.Their);
        int external = ties.Length - unknown - within, pairsExternal = 0, pairsWithin = 0;
        string[] departments = [.. t.Stints.Select(s => s.Department).OfType<string>()];
        for (int i = 0; i < departments.Length; i++)
        {
            int same = departments.Skip(i + 1).Count(d => d == departments[i]);
            pairsWithin += same;
            pairsExternal += departments.Length - i - 1 - same;
        }

        int known = external + within, all = known + unknown;
        return all == 0 ? Expected.TooFew("ties", 0, 1)
            : 10 * known < 7 * all ? Expected.TooFew("per cent of ties with known departments", 100 * known / all, 70)
            : departments.Distinct().Count() < 2 ? Expected.No("departments.one")
            : Expected.Value(((double)(external - within) / known) - ((double)(pairsExternal - pairsWithin) / (pairsExternal + pairsWithin)), known);
    }
}
