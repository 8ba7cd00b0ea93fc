using CommunityOfPractice.Core.Networks;
using FsCheck;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Networks;

public class TieTallyBoundaryTests
{
    /// <summary>Groups are what the host calls them, however large: the same everywhere, whoever came first.</summary>
    [Property(MaxTest = 200)]
    public void Law22_GroupsOfAnyNumber_AreTheSameHoweverTheTallyCameAbout(byte[] ends, int[] names)
    {
        int[] groups = [.. Enumerable.Range(0, 8).Select(v => names.Length == 0 ? int.MaxValue - (v % 3) : names[v % names.Length])];
        TieTally whole = new(groups), grown = new();
        Array.ForEach(groups, g => grown.AddVertex(g));
        for (int i = 0; i + 1 < ends.Length; i += 2)
        {
            whole.Add(ends[i] % 8, ends[i + 1] % 8);
            grown.Add(ends[i] % 8, ends[i + 1] % 8);
        }

        TieTally back = TieTally.FromBytes(grown.ToBytes()), turned = new([.. groups.Reverse()]);
        Assert.Equal(whole.ToBytes(), grown.ToBytes());
        back.Merge(whole);
        turned.Merge(whole, [7, 6, 5, 4, 3, 2, 1, 0]);
        Assert.Equal(GroupTies.Of(whole.ToGraph().ToUndirected(), groups), whole.GroupTies());
        foreach (TieTally tally in (TieTally[])[whole, back, turned])
        {
            tally.Add(0, tally.AddVertex(groups[0]));
            tally.Add(7, tally.AddVertex(groups[7]));
        }

        Assert.Equal(whole.ToBytes(), back.ToBytes());
        Assert.Equal(whole.GroupTies(), back.GroupTies());
        Assert.Equal(turned.GroupTies() with { }, GroupTies.Of(turned.ToGraph().ToUndirected(), [.. groups.Reverse(), groups[0], groups[7]]));
    }

    [Fact]
    public void Merge_ComparesGroupsByTheirNumbers()
    {
        TieTally tally = new([500, 700]);
        Assert.Equal("other", Assert.Throws<ArgumentException>(() => tally.Merge(new TieTally([700, 500]))).ParamName);
        Assert.Equal("other", Assert.Throws<ArgumentException>(() => tally.Merge(new TieTally([500, -1]))).ParamName);
        TieTally other = new([700, 500]);
        other.Add(0, 1);
        tally.Merge(other, [1, 0]);
        Assert.Equal([(1, 0)], Edges(tally));
        tally.Merge(new TieTally([500]));
        Assert.Equal(1, tally.Edges);
    }

    [Fact]
    public void Merge_Misuse_ChangesNothing()
    {
        TieTally tally = new([0, 0, 1]), other = new([0, 0, 1]);
        other.Add(0, 1);
        Assert.Equal("other", Assert.Throws<ArgumentNullException>(() => tally.Merge(null!)).ParamName);
        Assert.Equal("numbers", Assert.Throws<ArgumentException>(() => tally.Merge(other, [0, 1])).ParamName);
        Assert.Equal("other", Assert.Throws<ArgumentException>(() => tally.Merge(other, [0, 1, 3])).ParamName);
        Assert.Equal("other", Assert.Throws<ArgumentException>(() => tally.Merge(other, [0, -1, 2])).ParamName);
        Assert.Equal(0, tally.Edges);
    }

    [Fact]
    public void Edges_OfManyTies_SurviveTheGrowingTable()
    {
        TieTally tally = new(new int[60]);
        List<(int, int)> expected = [];
        for (int from = 0; from < 60; from++)
        {
            for (int to = 0; to < 60; to += 7)
            {
                if (from != to)
                {
                    Assert.True(tally.Add(from, to));
                    Assert.False(tally.Add(from, to));
                    expected.Add((from, to));
                    Assert.Equal(expected.Count, tally.Edges);
                }
            }
        }

        Assert.Equal(expected, Edges(tally));
        Assert.Equal(expected.Count(edge => expected.Contains((edge.Item2, edge.Item1))), tally.Reciprocity.Mutual);
        Assert.Equal(expected, Edges(TieTally.FromBytes(tally.ToBytes())));
    }

    [Fact]
    public void Vertices_AreThoseAdded()
    {
        TieTally tally = new([3, -8]);
        Assert.Equal(2, tally.AddVertex());
        Assert.Equal(3, tally.AddVertex(3));
        Assert.Equal("from", Assert.Throws<ArgumentOutOfRangeException>(() => tally.Add(4, 0)).ParamName);
        Assert.Equal("to", Assert.Throws<ArgumentOutOfRangeException>(() => tally.Add(0, 4)).ParamName);
        Assert.Equal("from", Assert.Throws<ArgumentOutOfRangeException>(() => tally.Add(-1, 0)).ParamName);
        Assert.Equal("to", Assert.Throws<ArgumentOutOfRangeException>(() => tally.Add(0, -1)).ParamName);
        Assert.False(tally.Add(3, 3));
        Assert.True(tally.Add(0, 3));
        Assert.True(tally.Add(1, 2));
        Assert.True(tally.Add(2, 0));
        Assert.Equal(new GroupTies(1, 0, 1, 2, 0, 1, 4), tally.GroupTies());
        Assert.Equal(new Reciprocity(0, 3, 4), tally.Reciprocity);
    }

    [Fact]
    public void Bytes_KeepTheirForm()
    {
        Assert.Equal([116, 1, 0, 0], new TieTally().ToBytes());
        TieTally tally = new([0, -1, 130]);
        tally.Add(2, 0); // back along (0, 2): 0 << 33 | 2 << 2 | 2
        tally.Add(0, 1); // forth along (0, 1): 1 << 2 | 1
        Assert.Equal([116, 1, 3, 1, 0, 131, 1, 2, 5, 5], tally.ToBytes());
        tally.Add(1, 0);
        Assert.Equal([116, 1, 3, 1, 0, 131, 1, 2, 7, 3], tally.ToBytes());
        Assert.Equal([(0, 1), (1, 0), (2, 0)], Edges(TieTally.FromBytes(tally.ToBytes())));
        byte[] largest = new TieTally([int.MaxValue]).ToBytes();
        Assert.Equal([116, 1, 1, 128, 128, 128, 128, 8, 0], largest);
        Assert.Equal(largest, TieTally.FromBytes(largest).ToBytes());
    }

    [Theory]
    [InlineData(new byte[] { 116, 1, 1, 129, 128, 128, 128, 8, 0 })] // a group above the largest
    [InlineData(new byte[] { 116, 1, 2, 0, 0, 1, 4 })] // a tie in no direction
    [InlineData(new byte[] { 116, 1, 2, 0, 0, 1, 9 })] // no such vertex
    [InlineData(new byte[] { 116, 1, 2, 0, 0, 1, 1 })] // a loop
    [InlineData(new byte[] { 116, 1, 2, 0, 0, 2, 5, 2 })] // the same pair twice
    [InlineData(new byte[] { 116, 1, 3, 0, 0, 0, 2, 5, 0 })] // not ascending
    [InlineData(new byte[] { 116, 1, 2, 0, 0, 1, 133, 128, 128, 128, 32 })] // the larger end first
    [InlineData(new byte[] { 116, 1, 2, 0, 0, 8, 5 })] // fewer ties than said
    public void Bytes_ThatNobodyWrote_AreRefused(byte[] bytes) => Assert.Throws<FormatException>(() => TieTally.FromBytes(bytes));

    [Fact]
    public void TheLastVertex_IsAllowedInBytes() => Assert.Equal([(0, 1), (1, 0)], Edges(TieTally.FromBytes([116, 1, 2, 0, 0, 1, 7])));

    private static (int, int)[] Edges(TieTally tally)
    {
        DirectedGraph graph = tally.ToGraph();
        return [.. Enumerable.Range(0, graph.VertexCount).SelectMany(v => graph.Successors(v).ToArray().Select(to => (v, to)))];
    }
}
