using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.People;
using CommunityOfPractice.Core.Practices;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Health;

/// <summary>The numbers of a map where nothing has to be withheld, against loops; whose group somebody is; how many groups there are.</summary>
public sealed class SiloMapEdgesTests
{
    private static readonly DateTimeOffset From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeWindow Window = new(From, From.AddDays(91));

    [Property(MaxTest = 30)]
    public void Numbers_large_groups_are_those_of_loops(int seed)
    {
        Random random = new(seed);
        const int People = 60;
        bool[,] tied = new bool[People, People];
        List<Activity> acts = [];
        for (int i = 0; i < 400; i++)
        {
            (int a, int b) = (random.Next(People), random.Next(People));
            if (a != b)
            {
                acts.Add(Post(a, b));
                (tied[a, b], tied[b, a]) = (true, true);
            }
        }

        SiloMap map = SiloMaps.Of([Of(acts, i => $"d{i % 3}", People)], SiloBorder.Department, permutations: 9, seed: 5);
        Assert.Equal((SiloBorder.Department, Window, "suppression/1", 5, 5ul, 9), (map.Attribute, map.Window, map.Policy, map.SmallestGroup, map.Seed, map.Permutations));
        int[] all = [.. Enumerable.Range(0, People).Where(v => Enumerable.Range(0, People).Any(u => tied[v, u]))];
        double pairs = all.Length * (all.Length - 1) / 2.0;
        int Ties(Func<int, int, bool> fits) => (from a in all from b in all where a < b && tied[a, b] && fits(a, b) select 1).Count();
        int WithTies(Func<int, int, bool> fits) => all.Count(a => all.Any(b => tied[a, b] && fits(a, b)));
        Assert.Equal(0, map.WithheldCells);
        Assert.Equal((Ties((_, _) => true), Ties((a, b) => a % 3 == b % 3), Ties((a, b) => a % 3 != b % 3), 1.0), (map.Ties!.Value, map.Within!.Value, map.Across!.Value, map.Coverage!.Value));
        for (int g = 0; g < 3; g++)
        {
            Assert.Equal(
                ($"d{g}", all.Count(a => a % 3 == g), Ties((a, b) => a % 3 == g || b % 3 == g), WithTies((a, b) => a % 3 == g || b % 3 == g)),
                (map.Groups[g].Name, map.Groups[g].People!.Value, map.Groups[g].Ties!.Value, map.Groups[g].PeopleWithTies!.Value));
        }

        foreach (SiloCell cell in map.Cells)
        {
            (int g, int h) = (cell.First[1] - '0', cell.Second[1] - '0');
            bool Fits(int a, int b) => (a % 3 == g && b % 3 == h) || (a % 3 == h && b % 3 == g);
            double possible = (from a in all from b in all where a < b && Fits(a, b) select 1).Count();
            Assert.Equal((Ties(Fits), WithTies(Fits)), (cell.Ties!.Value, cell.People!.Value));
            Assert.Equal(Ties((_, _) => true) * possible / pairs, cell.Expected!.Value, 1e-9);
            Assert.Equal(cell.Ties / cell.Expected, cell.Ratio);
            Assert.Equal(cell.Finding == SiloFinding.NoDetectableDifference, cell.P >= 0.05);
        }

        Assert.Equal(["d0 d0", "d0 d1", "d0 d2", "d1 d1", "d1 d2", "d2 d2"], map.Cells.Select(c => $"{c.First} {c.Second}"));
    }

    [Theory]
    [InlineData(20, 20, false)]
    [InlineData(21, 20, true)]
    [InlineData(30, 20, true)]
    public void Groups_are_twenty_at_most(int departments, int groups, bool others)
    {
        int people = departments * 5;
        SiloMap map = SiloMaps.Of([Of([.. Enumerable.Range(0, people).SelectMany(a => Enumerable.Range(1, 12).Select(step => Post(a, (a + step) % people)))], i => $"d{i / 5:00}", people)], SiloBorder.Department, permutations: 1);
        Assert.Equal(groups, map.Groups.Count);
        Assert.Equal(others, map.Groups.Any(g => g.Name == "(others)"));
        Assert.Equal(Enumerable.Range(0, others ? 19 : 20).Select(d => $"d{d:00}"), map.Groups.Select(g => g.Name).Take(others ? 19 : 20));
        Assert.Equal(others ? (departments - 19) * 5 : 5, map.Groups[^1].People);
    }

    /// <summary>Half a year in sales, then it: whoever had their last tie before the move counts where they were.</summary>
    [Theory]
    [InlineData(10, 12, 8)]
    [InlineData(60, 10, 10)]
    public void Somebody_is_of_the_group_of_their_last_tie(double lastTie, int sales, int it)
    {
        Dictionary<PersonId, Person> people = Enumerable.Range(0, 20).ToDictionary(i => Name(i), i => i < 2
            ? new Person(Name(i), [new PersonAttributes { Until = From.AddDays(30), Department = "sales" }, new PersonAttributes { From = From.AddDays(30), Department = "it" }])
            : new Person(Name(i), [new PersonAttributes { Department = i < 12 ? "sales" : "it", Location = i % 2 == 0 ? "north" : "south" }]));
        Activity[] acts = [.. from a in Enumerable.Range(2, 18) from b in Enumerable.Range(2, 18) where a < b select Post(a, b), .. Enumerable.Range(2, 8).SelectMany(b => Enumerable.Range(0, 2).Select(a => Post(a, b) with { At = From.AddDays(lastTie) }))];
        HealthEvidence evidence = new(new("a"), ActivityLog.Of(acts.ToValueList()).OrThrow(), Window, people: people);
        SiloMap map = SiloMaps.Of([evidence], SiloBorder.Department, permutations: 1);
        Assert.Equal([("it", it), ("sales", sales)], map.Groups.Select(g => (g.Name, g.People!.Value)));
        Assert.Equal(["north", "south"], SiloMaps.Of([evidence], SiloBorder.Location, permutations: 1).Groups.Select(g => g.Name));
    }

    /// <summary>Of two communities the one with the later tie says where somebody is; a tie in both is one tie.</summary>
    [Fact]
    public void Two_communities_are_one_graph()
    {
        Activity[] acts = [.. from a in Enumerable.Range(0, 12) from b in Enumerable.Range(0, 12) where a < b select Post(a, b)];
        HealthEvidence first = Of(acts, i => i < 6 ? "it" : "hr", 12), second = Of([.. acts.Select(a => a with { Community = new("b"), At = a.At.AddDays(1) })], i => i < 5 ? "it" : "hr", 12, "b");
        SiloMap map = SiloMaps.Of([first, second], SiloBorder.Department, permutations: 1);
        Assert.Equal(66, map.Ties);
        Assert.Equal([("hr", 7), ("it", 5)], map.Groups.Select(g => (g.Name, g.People!.Value)));
        Assert.Equal(map, SiloMaps.Of([second, first], SiloBorder.Department, permutations: 1));
    }

    /// <summary>Ties with unknown ends: seven of ten known are enough.</summary>
    [Theory]
    [InlineData(7, true)]
    [InlineData(6, false)]
    public void Seven_tenths_of_the_ties_have_to_be_known(int known, bool enough)
    {
        // ten rings of ties between p and q, of which as many as given are between people of known departments
        Activity[] acts = [.. Enumerable.Range(0, 10).SelectMany(ring => Enumerable.Range(0, 10).Select(i => Post((10 * ring) + i, (10 * ring) + ((i + 1) % 10))))];
        SiloMap map = SiloMaps.Of([Of(acts, i => i / 10 < known ? i % 2 == 0 ? "it" : "hr" : null, 100)], SiloBorder.Department, permutations: 1);
        Assert.Equal(enough, map.Groups.Count > 0);
        if (!enough)
        {
            Assert.Equal(new Measurement.InsufficientData("per cent of ties with known groups", 60, 70), map.Crossing);
        }
        else
        {
            Assert.Equal(0.7, map.Coverage);
        }
    }

    /// <summary>Nothing across, in 119 permutations never again: two sides and three cells make one in twenty, which is no finding; one permutation more is.</summary>
    [Theory]
    [InlineData(119, SiloFinding.NoDetectableDifference, SiloFinding.NoDetectableDifference)]
    [InlineData(120, SiloFinding.More, SiloFinding.Fewer)]
    public void A_p_at_the_level_is_no_finding(int permutations, SiloFinding within, SiloFinding across)
    {
        Activity[] acts = [.. from a in Enumerable.Range(0, 20) from b in Enumerable.Range(0, 20) where a < b && a % 2 == b % 2 select Post(a, b)];
        SiloMap map = SiloMaps.Of([Of(acts, i => i % 2 == 0 ? "it" : "hr", 20)], SiloBorder.Department, permutations: permutations);
        Assert.All(map.Cells, c => Assert.Equal(6.0 / (permutations + 1), c.P!.Value, 1e-12));
        Assert.Equal([within, across, within], map.Cells.Select(c => c.Finding));
    }

    private static PersonId Name(int person) => new($"p{person:000}");

    private static Activity Post(int from, int to) => new(new("a"), Name(from), From.AddHours(1 + ((from * 31) + to) % 2000), Act.Post) { To = [Name(to)] };

    private static HealthEvidence Of(IEnumerable<Activity> acts, Func<int, string?> department, int people, string community = "a") => new(
        new(community),
        ActivityLog.Of(acts.ToValueList()).OrThrow(),
        Window,
        people: Enumerable.Range(0, people).ToDictionary(Name, i => new Person(Name(i), [new PersonAttributes { Department = department(i) }])));
}
