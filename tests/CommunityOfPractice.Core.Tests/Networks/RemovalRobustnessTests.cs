using CommunityOfPractice.Core.Networks;
using CommunityOfPractice.Core.Statistics;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Networks;

[Properties(Arbitrary = [typeof(EdgeLists)])]
public sealed class RemovalRobustnessTests
{
    [Property]
    public void Is_the_largest_component_of_the_rest_beside_random_removals(EdgeList list, byte[] some, ulong seed)
    {
        int[] removed = list.Vertices == 0 ? [] : [.. some.Take(3).Select(vertex => vertex % list.Vertices)];
        int count = removed.Distinct().Count();
        RemovalRobustness? found = RemovalRobustness.Of(list.Undirected, removed, new(seed), draws: 7);
        if (count == 0 || list.Vertices - count < 4)
        {
            Assert.Null(found);
            return;
        }

        long random = Enumerable.Range(0, 7).Sum(draw =>
        {
            int[] vertices = [.. Enumerable.Range(0, list.Vertices)];
            new SplitMix64(seed).Split(draw).Draw<int>(vertices, count);
            return (long)LargestWithout(list, vertices[^count..]);
        });
        Assert.Equal(new RemovalRobustness(count, list.Vertices - count, LargestWithout(list, removed), random, 7), found);
    }

    [Fact]
    public void Of_a_star_without_its_centre_is_far_below_random()
    {
        UndirectedGraph star = UndirectedGraph.FromEdges(6, [0, 0, 0, 0, 0], [1, 2, 3, 4, 5]);
        RemovalRobustness found = RemovalRobustness.Of(star, [0, 0], new(1), draws: 4000)!.Value;
        Assert.Equal((1, 5, 0.2), (found.Removed, found.Remaining, found.Share));
        Assert.Equal((5.0 / 6) + (0.2 / 6), found.RandomShare!.Value, 0.03);
    }

    [Fact]
    public void Default_says_nothing() => Assert.Equal((null, null), (default(RemovalRobustness).Share, default(RemovalRobustness).RandomShare));

    [Fact]
    public void Misuse_throws()
    {
        UndirectedGraph graph = UndirectedGraph.FromEdges(6, [0], [1]);
        Assert.Throws<ArgumentNullException>(() => RemovalRobustness.Of(null!, [], default));
        Assert.Throws<ArgumentOutOfRangeException>(() => RemovalRobustness.Of(graph, [0], default, 0));
        Assert.Throws<IndexOutOfRangeException>(() => RemovalRobustness.Of(graph, [6], default));
    }

    private static int LargestWithout(EdgeList list, int[] gone)
    {
        int[] left = [.. Enumerable.Range(0, list.Vertices).Except(gone)];
        (int From, int To)[] edges = [.. list.From.Zip(list.To).Where(edge => !gone.Contains(edge.First) && !gone.Contains(edge.Second))
            .Select(edge => (Array.IndexOf(left, edge.First), Array.IndexOf(left, edge.Second)))];
        return Components.Of(UndirectedGraph.FromEdges(left.Length, [.. edges.Select(edge => edge.From)], [.. edges.Select(edge => edge.To)])).Largest;
    }
}
