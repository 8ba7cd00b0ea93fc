using CommunityOfPractice.Core.Networks;
using CommunityOfPractice.Core.Statistics;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Networks;

[Properties(Arbitrary = [typeof(EdgeLists)])]
public sealed class EiPermutationTests
{
    [Property]
    public void Equals_a_naive_count_over_the_same_permutations(EdgeList list, ulong seed)
    {
        int[] known = [.. Enumerable.Range(0, list.Vertices).Where(vertex => list.Groups[vertex] >= 0)];
        GroupTies observed = GroupTies.Of(list.Undirected, list.Groups);
        EiPermutation? expected = null;
        if (observed.EiIndex is not null && observed.Groups > 1)
        {
            int[] external = [.. Enumerable.Range(0, 25).Select(b =>
            {
                int[] dealt = [.. known.Select(vertex => list.Groups[vertex])];
                new SplitMix64(seed).Split(b).Shuffle<int>(dealt);
                return GroupTies.Of(list.Undirected, list.Grouped(vertex => Array.IndexOf(known, vertex) is >= 0 and int place ? dealt[place] : -1).Groups).External;
            })];
            expected = new(external.Count(count => count >= observed.External), external.Count(count => count <= observed.External), 25);
        }

        Assert.Equal(expected, EiPermutation.Of(list.Undirected, list.Groups, new(seed), permutations: 25));
    }

    [Property]
    public void Does_not_depend_on_the_names_of_the_groups(EdgeList list, ulong seed) =>
        Assert.Equal(
            EiPermutation.Of(list.Undirected, list.Groups, new(seed), 9),
            EiPermutation.Of(list.Undirected, list.Grouped(vertex => list.Groups[vertex] < 0 ? -5 : 1_000_000 - list.Groups[vertex]).Groups, new(seed), 9));

    /// <summary>Path 0 - 1 - 2 - 3 - 4 with groups {0, 1, 2} and {3, 4}: of the ten ways to choose the two, one has one external edge at the far end and one at the near end.</summary>
    [Fact]
    [Trait("Law", "8")]
    public void Comes_close_to_the_full_enumeration()
    {
        UndirectedGraph path = UndirectedGraph.FromEdges(5, [0, 1, 2, 3], [1, 2, 3, 4]);
        int[] groups = [0, 0, 0, 1, 1];
        (int First, int Second)[] pairs = [.. from first in Enumerable.Range(0, 5) from second in Enumerable.Range(first + 1, 4 - first) select (first, second)];
        int[] external = [.. pairs.Select(pair => GroupTies.Of(path, [.. Enumerable.Range(0, 5).Select(v => v == pair.First || v == pair.Second ? 1 : 0)]).External)];
        EiPermutation found = EiPermutation.Of(path, groups, new(3), permutations: 20_000)!.Value;
        Assert.Equal(external.Count(count => count <= 1) / 10.0, found.PAtMost, 0.015);
        Assert.Equal(1, found.PAtLeast);
        Assert.Equal(0.2, external.Average(count => (2.0 * count / 4) - 1), 1e-12);
    }

    [Fact]
    public void P_counts_the_observation_itself()
    {
        EiPermutation test = new(AtLeast: 0, AtMost: 999, Permutations: 999);
        Assert.Equal((0.001, 1), (test.PAtLeast, test.PAtMost));
        Assert.Equal(1, default(EiPermutation).PAtLeast);
    }

    [Fact]
    public void Two_cliques_of_two_groups_are_silos()
    {
        (int U, int V)[] pairs = [.. new EdgeList(12, [], [], []).Pairs.Where(pair => pair.U / 6 == pair.V / 6)];
        UndirectedGraph graph = UndirectedGraph.FromEdges(12, [.. pairs.Select(pair => pair.U)], [.. pairs.Select(pair => pair.V)]);
        EiPermutation test = EiPermutation.Of(graph, [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1], new(1))!.Value;
        Assert.Equal(9999, test.Permutations);
        Assert.InRange(test.PAtMost, 0.0001, 0.005); // 2 of 924 ways to choose six
    }

    [Fact]
    public void Misuse_throws()
    {
        UndirectedGraph graph = UndirectedGraph.FromEdges(2, [0], [1]);
        Assert.Throws<ArgumentException>(() => EiPermutation.Of(graph, [0], default));
        Assert.Throws<ArgumentOutOfRangeException>(() => EiPermutation.Of(graph, [0, 1], default, 0));
        Assert.Throws<ArgumentNullException>(() => EiPermutation.Of(null!, [], default));
    }
}
