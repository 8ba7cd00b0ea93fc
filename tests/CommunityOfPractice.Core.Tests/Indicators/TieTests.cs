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

        PersonId[] people = [.. t.Population];
        string?[] departments = [.. people.Select(p => t.DepartmentOf(p, t.Ties.Where(x => x.From == p || x.To == p).Select(x => (DateTimeOffset?)x.At).Max() ?? t.LastMoment))];
        int external = 0, within = 0, unknown = 0, pairsExternal = 0, pairsWithin = 0;
        for (int i = 0; i < people.Length; i++)
        {
            for (int j = i + 1; j < people.Length; j++)
            {
                bool tied = t.Ties.Exists(x => (x.From == people[i] && x.To == people[j]) || (x.From == people[j] && x.To == people[i]));
                if (departments[i] is null || departments[j] is null)
                {
                    unknown += tied ? 1 : 0;
                    continue;
                }

                bool crosses = departments[i] != departments[j];
                pairsExternal += crosses ? 1 : 0;
                pairsWithin += crosses ? 0 : 1;
                external += tied && crosses ? 1 : 0;
                within += tied && !crosses ? 1 : 0;
            }
        }

        int known = external + within, all = known + unknown;
        return all == 0 ? Expected.TooFew("ties", 0, 1)
            : 10 * known < 7 * all ? Expected.TooFew("per cent of ties with known departments", 100 * known / all, 70)
            : departments.OfType<string>().Distinct().Count() < 2 ? Expected.No("departments.one")
            : Expected.Value(((double)(external - within) / known) - ((double)(pairsExternal - pairsWithin) / (pairsExternal + pairsWithin)), known);
    }
}
