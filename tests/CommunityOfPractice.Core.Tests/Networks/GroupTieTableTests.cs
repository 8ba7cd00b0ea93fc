using CommunityOfPractice.Core.Networks;
using CommunityOfPractice.Core.Statistics;
using FsCheck;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Networks;

public sealed class GroupTieTableTests
{
    /// <summary>The null of the silo map: the mean over every order of the labels, counted one by one.</summary>
    [Property(MaxTest = 40)]
    public void Expected_IsTheMeanOverAllPermutations(int seed)
    {
        (UndirectedGraph graph, int[] labels) = Random(seed, 6);
        GroupTieTable table = GroupTieTable.Of(graph, labels);
        int[] known = [.. Enumerable.Range(0, labels.Length).Where(v => labels[v] >= 0)];
        int groups = table.Sizes.Count, all = 0;
        double[,] sum = new double[groups, groups];
        foreach (int[] order in Orders([.. known.Select(v => labels[v])]))
        {
            int[] dealt = [.. labels];
            for (int i = 0; i < known.Length; i++)
            {
                dealt[known[i]] = order[i];
            }

            GroupTieTable drawn = GroupTieTable.Of(graph, dealt);
            Each(groups, (i, j) => sum[i, j] += drawn.Observed(i, j));
            all++;
        }

        Each(groups, (i, j) => Assert.Equal(known.Length < 2 ? 0 : sum[i, j] / all, table.Expected(i, j) ?? 0, 9));
    }

    [Property]
    public void Of_AgreesWithGroupTiesAndCountsEachEdgeOnce(int seed)
    {
        (UndirectedGraph graph, int[] labels) = Random(seed, 12);
        GroupTieTable table = GroupTieTable.Of(graph, labels);
        GroupTies ties = GroupTies.Of(graph, labels);
        int within = 0, across = 0;
        Each(table.Sizes.Count, (i, j) =>
        {
            within += i == j ? table.Observed(i, j) : 0;
            across += i == j ? 0 : table.Observed(i, j);
            HashSet<int> people = [.. Enumerable.Range(0, labels.Length).Where(v => graph.Neighbours(v).ToArray().Any(n => (labels[v], labels[n]) == (i, j) || (labels[v], labels[n]) == (j, i)))];
            Assert.Equal(people.Count, table.People(j, i));
        });
        Assert.Equal((ties.Internal, ties.External, ties.Unknown, ties.Coverage), (within, across, table.Unknown, table.Coverage));
    }

    [Fact]
    public void PValues_ASilo_AreSmallInsideAndOutside()
    {
        (int, int)[] pairs = [.. from a in Enumerable.Range(0, 16) from b in Enumerable.Range(0, 16) where a < b && a / 8 == b / 8 && (a + b) % 2 == 0 select (a, b)];
        UndirectedGraph graph = UndirectedGraph.FromEdges(16, [.. pairs.Select(p => p.Item1)], [.. pairs.Select(p => p.Item2)]);
        int[] labels = [.. Enumerable.Range(0, 16).Select(v => v / 8)];
        GroupTieTable table = GroupTieTable.Of(graph, labels);
        double[,] p = table.PValues(graph, labels, new SplitMix64(1), 499);
        Assert.Equal(p, table.PValues(graph, labels, new SplitMix64(1), 499));
        Assert.True(p[0, 1] < 0.02 && table.Observed(0, 1) == 0, $"{p[0, 1]}");
        Assert.Equal(p[0, 1], p[1, 0]);
    }

    /// <summary>Seeded draws against every order of the labels.</summary>
    [Property(MaxTest = 10)]
    public void PValues_AreNearThoseOfAllPermutations(int seed)
    {
        (UndirectedGraph graph, int[] labels) = Random(seed, 6);
        GroupTieTable table = GroupTieTable.Of(graph, labels);
        int[] known = [.. Enumerable.Range(0, labels.Length).Where(v => labels[v] >= 0)];
        double[,] p = table.PValues(graph, labels, new SplitMix64(3), 1999);
        int[][] orders = [.. Orders([.. known.Select(v => labels[v])])];
        GroupTieTable[] tables = [.. orders.Select(o =>
        {
            int[] dealt = [.. labels];
            for (int i = 0; i < known.Length; i++)
            {
                dealt[known[i]] = o[i];
            }

            return GroupTieTable.Of(graph, dealt);
        })];
        Each(table.Sizes.Count, (i, j) =>
        {
            double more = tables.Count(t => t.Observed(i, j) >= table.Observed(i, j)), fewer = tables.Count(t => t.Observed(i, j) <= table.Observed(i, j));
            Assert.Equal(Math.Min(1, 2 * Math.Min(more, fewer) / orders.Length), p[i, j], 0.12);
        });
    }

    [Fact]
    public void Labels_StayWhatTheyAre_HoweverFewVertices()
    {
        UndirectedGraph graph = UndirectedGraph.FromEdges(4, [0, 0, 1], [1, 2, 3]);
        GroupTieTable table = GroupTieTable.Of(graph, [5, 0, 0, -1]);
        Assert.Equal([2, 0, 0, 0, 0, 1], table.Sizes);
        Assert.Equal((2, 0, 3), (table.Observed(5, 0), table.Observed(0, 0), table.People(0, 5)));
        Assert.Equal((2, 1, 2.0 / 3), (table.Edges, table.Unknown, table.Coverage!.Value));
        Assert.Equal(4.0 / 3, table.Expected(0, 5));
        Assert.Equal(2.0 / 3, table.Expected(0, 0));
        Assert.Equal(0, table.Expected(5, 5));
        Assert.Equal(6, table.PValues(graph, [5, 0, 0, -1], default, 9).GetLength(0));
    }

    [Fact]
    public void Example_WithoutKnownVertices()
    {
        GroupTieTable none = GroupTieTable.Of(UndirectedGraph.FromEdges(2, [0], [1]), [-1, -4]);
        Assert.Empty(none.Sizes);
        Assert.Equal((0, 1, 0), (none.Edges, none.Unknown, none.Coverage));
        Assert.Null(GroupTieTable.Of(UndirectedGraph.FromEdges(1, [], []), [0]).Expected(0, 0));
        Assert.Null(GroupTieTable.Of(UndirectedGraph.FromEdges(2, [], []), [0, 1]).Coverage);
    }

    [Fact]
    public void Misuse_NamesWhatIsWrong()
    {
        UndirectedGraph graph = UndirectedGraph.FromEdges(2, [0], [1]);
        GroupTieTable table = GroupTieTable.Of(graph, [0, 1]);
        Assert.Equal("graph", Assert.Throws<ArgumentNullException>(() => GroupTieTable.Of(null!, [])).ParamName);
        Assert.Equal("groups", Assert.Throws<ArgumentException>(() => GroupTieTable.Of(graph, [0])).ParamName);
        Assert.Equal("groups", Assert.Throws<ArgumentOutOfRangeException>(() => GroupTieTable.Of(graph, [0, GroupTieTable.LargestLabel + 1])).ParamName);
        Assert.Equal(GroupTieTable.LargestLabel + 1, GroupTieTable.Of(graph, [0, GroupTieTable.LargestLabel]).Sizes.Count);
        Assert.Equal("graph", Assert.Throws<ArgumentNullException>(() => table.PValues(null!, [], default)).ParamName);
        Assert.Equal("groups", Assert.Throws<ArgumentException>(() => table.PValues(graph, [0, 1, 2], default)).ParamName);
        Assert.Equal("permutations", Assert.Throws<ArgumentOutOfRangeException>(() => table.PValues(graph, [0, 1], default, 0)).ParamName);
        Assert.Equal(1, table.PValues(graph, [0, 1], default, 1)[0, 1]);
    }

    private static (UndirectedGraph Graph, int[] Labels) Random(int seed, int most)
    {
        Random random = new(seed);
        int n = random.Next(1, most + 1), m = random.Next(0, 2 * n);
        int[] from = [.. Enumerable.Range(0, m).Select(_ => random.Next(n))], to = [.. Enumerable.Range(0, m).Select(_ => random.Next(n))];
        return (UndirectedGraph.FromEdges(n, from, to), [.. Enumerable.Range(0, n).Select(_ => random.Next(-1, Math.Min(3, n)))]);
    }

    private static void Each(int groups, Action<int, int> act)
    {
        for (int i = 0; i < groups; i++)
        {
            for (int j = i; j < groups; j++)
            {
                act(i, j);
            }
        }
    }

    private static IEnumerable<int[]> Orders(int[] items) => items.Length == 0
        ? [[]]
        : Enumerable.Range(0, items.Length).SelectMany(i => Orders([.. items[..i], .. items[(i + 1)..]]).Select(rest => (int[])[items[i], .. rest]));
}
