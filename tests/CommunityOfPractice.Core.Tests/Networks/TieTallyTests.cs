using CommunityOfPractice.Core.Networks;
using FsCheck;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Networks;

[Properties(MaxTest = 300)]
public class TieTallyTests
{
    [Property]
    public void Law21_OneByOne_IsTheGraph_AtEveryStep(byte[] ends, sbyte[] labels)
    {
        int[] groups = [.. Enumerable.Range(0, 7).Select(v => v < labels.Length ? labels[v] % 4 : v % 3)];
        TieTally tally = new(groups);
        List<int> from = [], to = [];
        HashSet<(int, int)> seen = [];
        for (int i = 0; i + 1 < ends.Length; i += 2)
        {
            int a = ends[i] % 7, b = ends[i + 1] % 7;
            from.Add(a);
            to.Add(b);
            Assert.Equal(a != b && seen.Add((a, b)), tally.Add(a, b));
            DirectedGraph graph = DirectedGraph.FromEdges(7, [.. from], [.. to]);
            Assert.Equal(Reciprocity.Of(graph), tally.Reciprocity);
            Assert.Equal(GroupTies.Of(graph.ToUndirected(), groups), tally.GroupTies());
            Assert.Equal(graph.EdgeCount, tally.ToGraph().EdgeCount);
        }

        DirectedGraph whole = tally.ToGraph();
        Assert.All(seen, edge => Assert.True(whole.HasEdge(edge.Item1, edge.Item2)));
    }

    [Property]
    public void Law22_TalliesOfParts_MergeToTheWhole(byte[] ends, byte[] parts)
    {
        int[] groups = [.. Enumerable.Range(0, 40).Select(v => (v % 5) - 1)];
        TieTally whole = new(groups), one = new(groups), other = new(groups);
        for (int i = 0; i + 1 < ends.Length; i += 2)
        {
            whole.Add(ends[i] % 40, ends[i + 1] % 40);
            (parts.Length > 0 && parts[i % parts.Length] % 2 == 0 ? one : other).Add(ends[i] % 40, ends[i + 1] % 40);
        }

        TieTally left = TieTally.FromBytes(one.ToBytes());
        left.Merge(other);
        left.Merge(left);
        other.Merge(one);
        foreach (TieTally merged in (TieTally[])[left, other, TieTally.FromBytes(whole.ToBytes())])
        {
            Assert.Equal(whole.ToBytes(), merged.ToBytes());
            Assert.Equal(whole.Reciprocity, merged.Reciprocity);
            Assert.Equal(whole.GroupTies(), merged.GroupTies());
        }
    }

    [Property]
    public void Law22_ShardsThatNumberInTheirOwnWay_MergeToTheWhole(byte[] ends, sbyte[] labels, int seed)
    {
        int[] groups = [.. Enumerable.Range(0, 9).Select(v => v < labels.Length ? labels[v] % 3 : v % 3)], here = [.. Enumerable.Range(0, 9)];
        new Random(seed).Shuffle(here);
        TieTally whole = new(groups), grown = new(), shard = new();
        Array.ForEach(groups, g => grown.AddVertex(g));
        int[] there = new int[9];
        for (int v = 0; v < 9; v++)
        {
            there[here[v]] = shard.AddVertex(groups[here[v]]);
        }

        for (int i = 0; i + 1 < ends.Length; i += 2)
        {
            int from = ends[i] % 9, to = ends[i + 1] % 9;
            whole.Add(from, to);
            (int a, int b, TieTally into) = i % 4 == 0 ? (from, to, grown) : (there[from], there[to], shard);
            into.Add(a, b);
        }

        grown.Merge(shard, here);
        Assert.Equal(whole.ToBytes(), grown.ToBytes());
        Assert.Equal(whole.GroupTies(), grown.GroupTies());
        Assert.Equal(whole.Reciprocity, grown.Reciprocity);
    }

    [Fact]
    public void Misuse_Throws()
    {
        TieTally tally = new([0, 0, 1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => tally.Add(3, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => tally.Add(0, -1));
        Assert.Throws<ArgumentException>(() => tally.Merge(new TieTally([0, 1, 1])));
        Assert.Throws<ArgumentException>(() => tally.Merge(new TieTally([0, 0, 1, 1])));
        Assert.Throws<ArgumentException>(() => tally.Merge(new TieTally([0, 0, 1]), [0, 1]));
        Assert.False(tally.Add(1, 1));
        Assert.Equal(0, tally.Edges);
        Assert.Equal(0, new TieTally([]).GroupTies().Groups);
    }
}
