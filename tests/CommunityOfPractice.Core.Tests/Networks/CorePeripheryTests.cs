using CommunityOfPractice.Core.Networks;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Networks;

[Properties(Arbitrary = [typeof(EdgeLists)])]
public sealed class CorePeripheryTests
{
    [Property]
    [Trait("Law", "9")]
    public void Has_no_more_exceptions_than_the_best_of_all_splits(EdgeList list)
    {
        bool[,] ties = list.Ties;
        var best = Enumerable.Range(0, 1 << list.Vertices).Select(set => (Exceptions: Exceptions(list, ties, set), Size: int.PopCount(set))).Min();
        CorePeriphery found = CorePeriphery.Of(list.Undirected);
        Assert.Equal(best, ((int)found.Exceptions, found.Size));
        Assert.Equal(best.Exceptions, Exceptions(list, ties, CorePeriphery.Members(list.Undirected).Sum(vertex => 1 << vertex)));
    }

    [Property]
    public void Counts_the_edges_of_its_blocks(EdgeList list)
    {
        bool[,] ties = list.Ties;
        int[] core = CorePeriphery.Members(list.Undirected);
        (int U, int V)[] edges = [.. list.Pairs.Where(pair => ties[pair.U, pair.V])];
        int Ends((int U, int V) pair) => (core.Contains(pair.U) ? 1 : 0) + (core.Contains(pair.V) ? 1 : 0);
        CorePeriphery expected = new(list.Vertices, core.Length, edges.Count(pair => Ends(pair) == 2), edges.Count(pair => Ends(pair) == 1), edges.Count(pair => Ends(pair) == 0));
        CorePeriphery found = CorePeriphery.Of(list.Undirected);
        Assert.Equal(expected, found);

        Close.To(edges.Length == 0 ? null : (double)core.Length / list.Vertices, found.SizeShare);
        Close.To(Density(2), found.CoreDensity);
        Close.To(Density(1), found.BetweenDensity);
        Close.To(Density(0), found.PeripheryDensity);
        Close.To(Correlate([.. list.Pairs.Select(pair => (ties[pair.U, pair.V], Ends(pair) > 0))]), found.Correlation);
        Close.To(Correlate([.. list.Pairs.Where(pair => Ends(pair) != 1).Select(pair => (ties[pair.U, pair.V], Ends(pair) == 2))]), found.BlockCorrelation);

        double? Density(int ends) => list.Pairs.Where(pair => Ends(pair) == ends).Select(pair => ties[pair.U, pair.V] ? 1.0 : 0).ToArray() is { Length: > 0 } block ? block.Average() : null;
    }

    [Property]
    [Trait("Law", "1")]
    public void Size_and_exceptions_do_not_depend_on_names(EdgeList list, int seed)
    {
        CorePeriphery one = CorePeriphery.Of(list.Undirected), other = CorePeriphery.Of(list.Shuffled(seed).Undirected);
        Assert.Equal((one.Size, one.Exceptions), (other.Size, other.Exceptions));
    }

    [Property]
    public void Jaccard_compares_the_core_with_a_group(EdgeList list, byte[] some)
    {
        int[] appointed = list.Vertices == 0 ? [] : [.. some.Select(vertex => vertex % list.Vertices)];
        int[] core = CorePeriphery.Members(list.Undirected);
        double? expected = core.Union(appointed).Any() ? (double)core.Intersect(appointed).Count() / core.Union(appointed).Count() : null;
        Assert.Equal(expected, CorePeriphery.Jaccard(list.Undirected, appointed));
    }

    [Fact]
    public void Of_a_star_is_its_centre_and_a_perfect_pattern()
    {
        CorePeriphery star = CorePeriphery.Of(UndirectedGraph.FromEdges(9, [0, 0, 0, 0, 0, 0, 0, 0], [1, 2, 3, 4, 5, 6, 7, 8]));
        Assert.Equal(new CorePeriphery(9, 1, 0, 8, 0), star);
        Assert.Equal((0, 1.0, null), (star.Exceptions, star.Correlation!.Value, star.BlockCorrelation));
    }

    [Fact]
    public void Agrees_with_the_example()
    {
        CorePeriphery found = CorePeriphery.Of(UndirectedGraph.FromEdges(5, [0, 1, 2, 2, 1], [1, 2, 0, 3, 4]));
        Assert.Equal(new CorePeriphery(5, 2, 1, 4, 0), found);
        Assert.Equal(0, CorePeriphery.Jaccard(UndirectedGraph.FromEdges(5, [0, 1, 2, 2, 1], [1, 2, 0, 3, 4]), [0, 3]));
    }

    [Fact]
    public void Misuse_throws()
    {
        Assert.Throws<ArgumentNullException>(() => CorePeriphery.Of(null!));
        Assert.Throws<IndexOutOfRangeException>(() => CorePeriphery.Jaccard(UndirectedGraph.FromEdges(2, [0], [1]), [2]));
    }

    private static int Exceptions(EdgeList list, bool[,] ties, int set) => list.Pairs.Count(pair => (In(set, pair.U), In(set, pair.V)) switch
    {
        (true, true) => !ties[pair.U, pair.V],
        (false, false) => ties[pair.U, pair.V],
        _ => false,
    });

    private static bool In(int set, int vertex) => (set >> vertex & 1) == 1;

    private static double? Correlate((bool X, bool Y)[] pairs)
    {
        double[] x = [.. pairs.Select(pair => pair.X ? 1.0 : 0)], y = [.. pairs.Select(pair => pair.Y ? 1.0 : 0)];
        if (x.Distinct().Count() < 2 || y.Distinct().Count() < 2)
        {
            return null;
        }

        double mx = x.Average(), my = y.Average();
        return x.Zip(y).Sum(pair => (pair.First - mx) * (pair.Second - my)) / Math.Sqrt(x.Sum(one => (one - mx) * (one - mx)) * y.Sum(one => (one - my) * (one - my)));
    }
}
