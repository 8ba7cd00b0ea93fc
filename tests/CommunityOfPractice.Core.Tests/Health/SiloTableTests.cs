using CommunityOfPractice.Core.Health;
using CommunityOfPractice.Core.Networks;
using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Health;

/// <summary>Whom each number of a map is about, what readers can add up, and what an earlier map holds back; by loops.</summary>
public sealed class SiloTableTests
{
    private const int Smallest = 5;
    private static readonly string[] Names = ["a", "b", "c", "d"];

    [Fact]
    public void Sums_of_three_groups() => Assert.Equal(
        ["6 = 0 + 1 + 2", "7 = 1 + 3 + 4", "8 = 2 + 4 + 5", "10 = 0 + 3 + 5", "9 = 10 + 11", "11 = 1 + 2 + 4"],
        Drawn(Ring(30), v => v % 3, 3).Sums().Select(s => $"{s.Total} = {string.Join(" + ", s.Parts)}"));

    /// <summary>One group has nothing between groups.</summary>
    [Fact]
    public void Sums_of_one_group() => Assert.Equal(["1 = 0", "3 = 0", "2 = 3 + 4"], Drawn(Ring(30), _ => 0, 1).Sums().Select(s => $"{s.Total} = {string.Join(" + ", s.Parts)}"));

    /// <summary>Three people of c, of whom two have ties, and these with four of a: a cell of c is about the three of c.</summary>
    [Fact]
    public void Cells_of_a_small_group_are_about_its_people()
    {
        SiloTable table = Drawn([(0, 1), (1, 2), (2, 3), (3, 4), (12, 0), (12, 1), (13, 2), (13, 3), (6, 7)], v => v < 6 ? 0 : v < 12 ? 1 : 2, 3, 15);
        Assert.Equal([5, 0, 3, 2, 3, 3], Enumerable.Range(0, 6).Select(cell => (int)table.Populations[cell])); // aa, ab, ac, bb, bc, cc
        Assert.Equal([7, 2, 3], Enumerable.Range(0, 3).Select(g => (int)table.Populations[table.RowTotal(g)]));
        Assert.Equal((7, 6, 9), ((int)table.Populations[table.Within], (int)table.Populations[table.Across], (int)table.Populations[table.Total]));
        Assert.True(table.HidesSize(2));
        Assert.All([2, 3, 4, 5], cell => Assert.True(table.Hides(cell)));
    }

    /// <summary>Everything that is withheld, by hand: sizes, then rows and cells that are of a small group or that an earlier map holds, and what protects them.</summary>
    [Property(MaxTest = 40)]
    public void Withheld_is_what_is_small_or_held_and_what_protects_it(int seed)
    {
        Random random = new(seed);
        int people = random.Next(12, 50), n = random.Next(1, 5);
        int[] groups = [.. Enumerable.Range(0, people).Select(v => v < n ? v : random.Next(-1, n))];
        (int, int)[] edges = [.. Enumerable.Range(0, random.Next(people, 4 * people)).Select(_ => (random.Next(people), random.Next(people))).Where(e => e.Item1 != e.Item2)];
        SiloTies ties = Ties(edges, v => groups[v], n, people);
        int WithTies(Func<int, int, bool> fits) => Enumerable.Range(0, people).Count(v => edges.Any(e =>
            (e.Item1 == v || e.Item2 == v) && groups[e.Item1] >= 0 && groups[e.Item2] >= 0 && (fits(groups[e.Item1], groups[e.Item2]) || fits(groups[e.Item2], groups[e.Item1]))));
        int[] sizes = [.. Enumerable.Range(0, n).Select(g => groups.Count(x => x == g))];
        bool Small(int size) => size is > 0 and < Smallest;
        (int First, int Second)[] cells = [.. from i in Enumerable.Range(0, n) from j in Enumerable.Range(i, n - i) select (i, j)];
        long[] populations =
        [
            .. cells.Select(c => Math.Min(sizes[c.First], sizes[c.Second]) is var smaller && Small(smaller) ? smaller : (long)WithTies((g, h) => g == c.First && h == c.Second)),
            .. Enumerable.Range(0, n).Select(g => Small(sizes[g]) ? sizes[g] : (long)WithTies((x, y) => x == g || y == g)),
            WithTies((_, _) => true),
            WithTies((g, h) => g == h),
            WithTies((g, h) => g != h),
        ];
        SiloMap before = Map(
            Names.Take(n).Where(_ => random.Next(4) > 0).Select(name => new SiloGroup(name) { People = Near(sizes[name[0] - 'a']), PeopleWithTies = Near(populations[cells.Length + name[0] - 'a']) }),
            cells.Where(_ => random.Next(4) > 0).Select(c => new SiloCell(Names[c.First], Names[c.Second], SiloFinding.Fewer) { People = Near(populations[Array.IndexOf(cells, c)]) }));
        int? Near(long now) => random.Next(8) switch { 0 => (int)now + 4, 1 => (int)now + 5, 2 => null, _ => (int)now };
        bool Held(int? then, long now) => then is { } t && t != now && Math.Abs(t - now) < Smallest;
        SiloGroup? Then(int g) => before.Groups.SingleOrDefault(x => x.Name == Names[g]);
        bool[] hiddenSizes = CellSuppression.Hide([.. sizes, sizes.Sum()], [new(n, [.. Enumerable.Range(0, n)])], Smallest, [.. Enumerable.Range(0, n).Select(g => Held(Then(g)?.People, sizes[g])), false]);
        bool[] withheld =
        [
            .. cells.Select((c, at) => hiddenSizes[c.First] || hiddenSizes[c.Second] || Held(before.Cells.SingleOrDefault(x => (x.First, x.Second) == (Names[c.First], Names[c.Second]))?.People, populations[at])),
            .. Enumerable.Range(0, n).Select(g => hiddenSizes[g] || Held(Then(g)?.PeopleWithTies, populations[cells.Length + g])),
            false, false, false,
        ];

        SiloTable table = new(ties, GroupTieTable.Of(ties.Graph, ties.Groups), new(), before);
        Assert.Equal(populations, table.Populations);
        Assert.Equal(hiddenSizes.Take(n), Enumerable.Range(0, n).Select(table.HidesSize));
        Assert.Equal(CellSuppression.Hide(populations, [.. table.Sums()], Smallest, withheld), Enumerable.Range(0, populations.Length).Select(table.Hides));
    }

    private static SiloTable Drawn(IEnumerable<(int, int)> edges, Func<int, int> group, int groups, int people = 30)
    {
        SiloTies ties = Ties(edges, group, groups, people);
        return new(ties, GroupTieTable.Of(ties.Graph, ties.Groups), new(), null);
    }

    private static SiloTies Ties(IEnumerable<(int From, int To)> edges, Func<int, int> group, int groups, int people) => new(
        UndirectedGraph.FromEdges(people, [.. edges.Select(e => e.From)], [.. edges.Select(e => e.To)]), [.. Enumerable.Range(0, people).Select(group)], Names[..groups], [.. Enumerable.Range(0, people)]);

    private static IEnumerable<(int, int)> Ring(int people) => Enumerable.Range(0, people).Select(v => (v, (v + 1) % people));

    private static SiloMap Map(IEnumerable<SiloGroup> groups, IEnumerable<SiloCell> cells) => new()
    {
        Attribute = SiloBorder.Department,
        Window = Stub.Enough().Window,
        Policy = "suppression/1",
        SmallestGroup = Smallest,
        Seed = 1,
        Permutations = 1,
        Crossing = Stub.None,
        Groups = groups.ToValueList(),
        Cells = cells.ToValueList(),
    };
}
