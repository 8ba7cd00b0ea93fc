using CommunityOfPractice.Core.Networks;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Networks;

[Properties(Arbitrary = [typeof(EdgeLists)])]
public sealed class GroupTiesTests
{
    [Property]
    [Trait("Law", "7")]
    public void Ei_index_lies_between_minus_one_and_one(EdgeList list) => Assert.InRange(Of(list).EiIndex ?? 0, -1, 1);

    [Property]
    [Trait("Law", "7")]
    public void Ei_index_changes_sign_when_internal_and_external_change_places(bool[] crosses)
    {
        Assert.Equal(Pairs(crosses).EiIndex, -Pairs([.. crosses.Select(cross => !cross)]).EiIndex);

        // Edge i joins 2i and 2i+1, of the same group or of two.
        static GroupTies Pairs(bool[] crosses)
        {
            int[] from = [.. Enumerable.Range(0, crosses.Length).Select(edge => 2 * edge)];
            int[] to = [.. from.Select(vertex => vertex + 1)];
            int[] groups = [.. crosses.SelectMany(cross => new[] { 0, cross ? 1 : 0 })];
            return GroupTies.Of(UndirectedGraph.FromEdges(2 * crosses.Length, from, to), groups);
        }
    }

    [Property]
    [Trait("Law", "7")]
    public void Ei_index_is_minus_one_in_one_group_and_one_among_singletons(EdgeList list)
    {
        bool any = list.Undirected.EdgeCount > 0;
        Assert.Equal(any ? -1 : null, Of(list.Grouped(_ => 7)).EiIndex);
        Assert.Equal(any ? 1 : null, Of(list.Grouped(vertex => int.MaxValue - vertex)).EiIndex);
    }

    [Property]
    [Trait("Law", "8")]
    public void Distance_to_the_degree_null_is_minus_twice_the_modularity(EdgeList list)
    {
        GroupTies ties = Of(list);
        Close.To(-2 * ties.Modularity, ties.EiIndex - ties.EiExpectedByDegrees);
    }

    [Property(MaxTest = 40, Arbitrary = [typeof(SmallEdgeLists)])]
    [Trait("Law", "8")]
    public void Expected_ei_index_is_the_mean_over_all_permutations_of_the_labels(EdgeList list)
    {
        EdgeList labelled = list.Grouped(vertex => Math.Max(0, list.Groups[vertex]));
        double[] all = [.. Permutations(labelled.Groups).Select(groups => Of(labelled with { Groups = groups }).EiIndex).OfType<double>()];
        if (all.Length > 0)
        {
            Assert.Equal(all.Average(), Of(labelled).EiExpected!.Value, 1e-12);
        }
    }

    [Property(MaxTest = 40, Arbitrary = [typeof(SmallEdgeLists)])]
    public void Rescaled_index_runs_from_the_lowest_to_the_highest_that_any_graph_of_the_size_has(EdgeList list)
    {
        // All graphs with the same labels and as many edges, 32 768 at most.
        EdgeList labelled = list.Grouped(vertex => Math.Max(0, list.Groups[vertex]));
        (int U, int V)[] pairs = [.. labelled.Pairs];
        int edges = labelled.Undirected.EdgeCount;
        int[] crossing = [.. Enumerable.Range(0, 1 << pairs.Length).Where(set => int.PopCount(set) == edges)
            .Select(set => pairs.Where((pair, i) => (set >> i & 1) == 1 && labelled.Groups[pair.U] != labelled.Groups[pair.V]).Count()).Distinct()];
        double? expected = edges == 0 || crossing.Length == 1
            ? null
            : (Of(labelled).External - (double)crossing.Min()) / (crossing.Max() - crossing.Min());
        Close.To(expected, Of(labelled).EiRescaled);
    }

    [Property]
    public void Assortativity_is_modularity_over_its_largest_value(EdgeList list)
    {
        GroupTies ties = Of(list);
        double? most = 1 - ((1 - ties.EiExpectedByDegrees) / 2);
        Close.To(most == 0 ? null : ties.Modularity / most, ties.Assortativity);
        Assert.True(ties.Assortativity is null or <= 1);
    }

    [Property]
    public void Counts_equal_naive_counts(EdgeList list)
    {
        bool[,] joined = list.Ties;
        int[] group = list.Groups;
        (int U, int V)[] pairs = [.. list.Pairs.Where(pair => group[pair.U] >= 0 && group[pair.V] >= 0)];
        (int U, int V)[] edges = [.. pairs.Where(pair => joined[pair.U, pair.V])];
        GroupTies ties = Of(list);
        Assert.Equal(group.Where(label => label >= 0).Distinct().Count(), ties.Groups);
        Assert.Equal(edges.Count(pair => group[pair.U] != group[pair.V]), ties.External);
        Assert.Equal(edges.Count(pair => group[pair.U] == group[pair.V]), ties.Internal);
        Assert.Equal(list.Undirected.EdgeCount - edges.Length, ties.Unknown);
        Assert.Equal(pairs.Count(pair => group[pair.U] != group[pair.V]), ties.ExternalPairs);
        Assert.Equal(pairs.Count(pair => group[pair.U] == group[pair.V]), ties.InternalPairs);
        Assert.Equal(list.Undirected.EdgeCount == 0 ? null : (double)edges.Length / list.Undirected.EdgeCount, ties.Coverage);
        if (edges.Length > 0)
        {
            double m = edges.Length;
            double modularity = group.Where(label => label >= 0).Distinct().Sum(label =>
                (edges.Count(pair => group[pair.U] == label && group[pair.V] == label) / m)
                - Math.Pow(edges.Sum(pair => (group[pair.U] == label ? 1 : 0) + (group[pair.V] == label ? 1 : 0)) / (2 * m), 2));
            Assert.Equal(modularity, ties.Modularity!.Value, 1e-12);
        }
    }

    [Property(MaxTest = 40, Arbitrary = [typeof(LargerEdgeLists)])]
    public void Counts_equal_naive_counts_in_larger_graphs(EdgeList list) => Counts_equal_naive_counts(list);

    [Property]
    public void Do_not_depend_on_names_of_vertices_or_groups(EdgeList list, int seed)
    {
        EdgeList other = list.Shuffled(seed);
        Assert.Equal(Of(list), Of(other.Grouped(vertex => other.Groups[vertex] < 0 ? -9 : 1_000_000 - other.Groups[vertex])));
    }

    [Theory]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(600)]
    public void Tell_few_and_many_groups_apart(int groupCount)
    {
        // A ring in which each group has two vertices side by side, and those of unknown group stand together.
        int[] groups = [.. Enumerable.Range(0, 3 * groupCount).Select(vertex => vertex < 2 * groupCount ? vertex / 2 : -9)];
        int[] from = [.. Enumerable.Range(0, groups.Length)];
        int[] to = [.. from.Select(vertex => (vertex + 1) % groups.Length)];
        GroupTies ties = GroupTies.Of(UndirectedGraph.FromEdges(groups.Length, from, to), groups);
        Assert.Equal(groupCount, ties.Groups);
        Assert.Equal((groupCount - 1, groupCount, groupCount + 1), (ties.External, ties.Internal, ties.Unknown));
    }

    [Fact]
    public void Agree_with_the_golden_vector()
    {
        GroupTies ties = GroupTies.Of(UndirectedGraph.FromEdges(5, [0, 1, 2, 3], [1, 2, 3, 4]), [0, 0, 0, 1, 1]);
        Assert.Equal(0.2, ties.EiExpected);
        Assert.Equal(-0.5, ties.EiIndex);
        Assert.Equal(0.21875, ties.Modularity);
    }

    [Fact]
    public void Need_a_label_for_each_vertex() =>
        Assert.Throws<ArgumentException>(() => GroupTies.Of(UndirectedGraph.FromEdges(2, [0], [1]), [0]));

    [Fact]
    public void Default_is_the_graph_without_vertices() => Assert.Equal(default, GroupTies.Of(UndirectedGraph.FromEdges(0, [], []), []));

    private static GroupTies Of(EdgeList list) => GroupTies.Of(list.Undirected, list.Groups);

    private static IEnumerable<int[]> Permutations(int[] items) =>
        items.Length == 0
            ? [[]]
            : Enumerable.Range(0, items.Length).SelectMany(first =>
                Permutations([.. items[..first], .. items[(first + 1)..]]).Select(rest => (int[])[items[first], .. rest]));

    private static class SmallEdgeLists
    {
        public static FsCheck.Arbitrary<EdgeList> Any() => EdgeLists.Sized(2, 6);
    }
}
