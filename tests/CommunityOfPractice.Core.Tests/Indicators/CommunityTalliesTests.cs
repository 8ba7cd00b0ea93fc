using System.Reflection;
using CommunityOfPractice.Core.Indicators;
using CommunityOfPractice.Core.Networks;
using CommunityOfPractice.Core.Statistics;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Indicators;

/// <summary>Tallies of many communities are, bit for bit, what the statistics and networks say of the finished lists (laws 21 to 24).</summary>
[Properties(MaxTest = 200)]
public sealed class CommunityTalliesTests
{
    private const int Periods = 4, Communities = 3;
    private static readonly int[] Groups = [5, 5, 0, 9, -1, 0, 9];

    [Property]
    public void Law21_InAnyPieces_TheyAreThoseOfTheFinishedLists(byte[] draws, byte piece)
    {
        TalliedActivity[] all = Activities(draws);
        Same(all, Fed(all, 1 + (piece % 80)));
    }

    [Fact]
    public void Law21_ThroughGrowingTables()
    {
        SplitMix64 random = SplitMix64.FromText("tallies");
        int[] groups = [.. Enumerable.Range(0, 400).Select(p => p % 7)];
        TalliedActivity[] all = [.. Enumerable.Range(0, 20_000).Select(i =>
            new TalliedActivity(random.Below(4 * i, Communities), random.Below((4 * i) + 1, 400), random.Below((4 * i) + 2, Periods), random.Below((4 * i) + 3, 500) is < 400 and int to ? to : -1))];
        CommunityTallies tallies = new(Periods, groups);
        tallies.Add(all);
        Same(all, tallies, groups);
        Same(all, CommunityTallies.FromBytes(tallies.ToBytes()), groups);
    }

    [Property]
    public void Law22_PartsMerge_InAnyOrderAndGrouping(byte[] one, byte[] two, byte[] three)
    {
        TalliedActivity[] a = Activities(one), b = Activities(two), c = Activities(three);
        byte[] whole = Fed([.. a, .. b, .. c], 64).ToBytes();
        CommunityTallies left = Fed(a, 3), right = Fed(b, 5), back = Fed(c, 7);
        left.Merge(right);
        left.Merge(Fed(c, 2));
        right.Merge(Fed(c, 4));
        right.Merge(Fed(a, 8));
        back.Merge(new(Periods, Groups));
        back.Merge(left);
        Assert.Equal(whole, left.ToBytes());
        Assert.Equal(whole, right.ToBytes());
        Same([.. a, .. b, .. c], left);
        Same([.. c, .. a, .. b, .. c], back);
    }

    [Property]
    public void Law23_TheyTravel(byte[] draws, byte[] more)
    {
        TalliedActivity[] all = Activities(draws), later = Activities(more);
        CommunityTallies tallies = Fed(all, 9), back = CommunityTallies.FromBytes(tallies.ToBytes());
        Assert.Equal(tallies.ToBytes(), back.ToBytes());
        Same(all, back);
        back.Add(later);
        Same([.. all, .. later], back);
        Assert.Equal(Fed([.. later.Reverse(), .. all], 6).ToBytes(), back.ToBytes());
    }

    [Property]
    public void Law24_DamagedBytes_AreRefused_OrReadAsWhatTheySay(byte[] draws, ushort place, byte value)
    {
        byte[] bytes = Fed(Activities(draws), 8).ToBytes();
        bytes[place % bytes.Length] = value;
        try
        {
            CommunityTallies read = CommunityTallies.FromBytes(bytes);
            Assert.Equal(read.ToBytes(), CommunityTallies.FromBytes(read.ToBytes()).ToBytes());
        }
        catch (FormatException)
        {
        }

        Assert.Throws<FormatException>(() => CommunityTallies.FromBytes(bytes.AsSpan(..(place % bytes.Length))));
    }

    [Property]
    public void Law23_SparseCommunities_Travel(ushort[] numbers)
    {
        CommunityTallies tallies = new(Periods, Groups);
        tallies.Add([.. numbers.Select((n, i) => new TalliedActivity(n, i % Groups.Length, i % Periods, (i / 2 % (Groups.Length + 1)) - 1))]);
        CommunityTallies back = CommunityTallies.FromBytes(tallies.ToBytes());
        Assert.Equal(numbers.Length == 0 ? 0 : numbers.Max() + 1, back.Communities);
        Assert.Equal(tallies.ToBytes(), back.ToBytes());
        Assert.All(numbers, n => Assert.Equal((tallies[n].Activities, tallies[n].Gini(), tallies[n].Reciprocity), (back[n].Activities, back[n].Gini(), back[n].Reciprocity)));
    }

    /// <summary>The kind, the version, periods, people with groups, members (key, activities, periods) and no ties; each would take gigabytes.</summary>
    [Theory]
    [InlineData(new byte[] { 67, 1, 4, 1, 0, 1, 1, 255, 255, 255, 255, 7, 1, 0 })] // 2^31 - 1 activities
    [InlineData(new byte[] { 67, 1, 4, 1, 0, 1, 129, 128, 128, 128, 128, 128, 128, 128, 64, 1, 1, 0 })] // community 2^30
    public void BytesThatAskForTooMuch_AreRefused(byte[] bytes)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<FormatException>(() => CommunityTallies.FromBytes(bytes));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void WhatBytesMayAskFor_GoesByCounts_Communities_AndGroups()
    {
        const int Each = 160 + 4; // one period
        CommunityTallies sound = new(1, [0, 1, 2]);
        sound.Add([new(0, 1, 0), new(0, 0, 0), new(0, 0, 0), new(9, 2, 0)]);
        const int All = (10 * Each) + (4 * (2 + 1)) + (16 * (2 + 3));
        Assert.Equal(sound.ToBytes(), CommunityTallies.FromBytes(sound.ToBytes(), All).ToBytes());
        Assert.Throws<FormatException>(() => CommunityTallies.FromBytes(sound.ToBytes(), All - 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => CommunityTallies.FromBytes(sound.ToBytes(), -1));
    }

    /// <summary>As many activities as a number holds, without adding each: the member is written where it stands.</summary>
    [Fact]
    public void ARefusedMerge_ChangesNothing()
    {
        CommunityTallies tallies = new(Periods, Groups), other = new(Periods, Groups);
        tallies.Add([new(0, 0, 0)]);
        other.Add([new(0, 0, 0), new(5, 1, 0)]);
        MemberTable table = (MemberTable)typeof(CommunityTallies).GetField("members", BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(tallies)!;
        ulong key = MemberTable.KeyOf(0, 0);
        table.Get(key, table.Home(key), out _).Activities = int.MaxValue;
        byte[] before = tallies.ToBytes();
        Assert.Throws<OverflowException>(() => tallies.Merge(other));
        Assert.Equal(before, tallies.ToBytes());
        Assert.Equal(1, tallies.Communities);
    }

    [Fact]
    public void WhatCannotBe_ChangesNothing()
    {
        CommunityTallies tallies = new(Periods, Groups);
        TalliedActivity sound = new(0, 0, 0);
        TalliedActivity[] wrong = [new(-1, 0, 0), new(0, -1, 0), new(0, 7, 0), new(0, 0, -1), new(0, 0, Periods), new(0, 0, 0, 7)];
        Assert.All(wrong, w => Assert.Throws<ArgumentOutOfRangeException>(() => tallies.Add([sound, w])));
        Assert.Equal(0, tallies.Communities);
        Assert.Throws<ArgumentOutOfRangeException>(() => tallies[0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => new CommunityTallies(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CommunityTallies(65));
        Assert.Throws<ArgumentNullException>(() => tallies.Merge(null!));
        Assert.Throws<ArgumentException>(() => tallies.Merge(new(Periods + 1, Groups)));
        Assert.Throws<ArgumentException>(() => tallies.Merge(new(Periods, [5, 0])));
        Assert.Throws<ArgumentException>(() => tallies.Merge(new(Periods, [.. Groups, 1])));
        Assert.Equal(new CommunityTallies(Periods, Groups).ToBytes(), tallies.ToBytes());
    }

    [Fact]
    public void PeopleWhoComeLater_HaveTheNextNumber()
    {
        CommunityTallies tallies = new(1);
        Assert.Equal((0, 1), (tallies.AddPerson(), tallies.AddPerson(3)));
        tallies.Add([new(2, 1, 0, 0)]);
        Assert.Equal((3, 2), (tallies.Communities, tallies.People));
        Assert.Equal((0, 1L, 1), (tallies[0].People, tallies[2].Activities, tallies[2].Reciprocity.Edges));
        Assert.Equal(1, tallies[2].GroupTies().Unknown);
    }

    private static TalliedActivity[] Activities(byte[] draws) => [.. Enumerable.Range(0, draws.Length / 2).Select(i =>
        new TalliedActivity(draws[2 * i] % Communities, draws[2 * i] / Communities % Groups.Length, draws[(2 * i) + 1] % Periods, (draws[(2 * i) + 1] / Periods % (Groups.Length + 2)) - 2))];

    private static CommunityTallies Fed(TalliedActivity[] all, int piece)
    {
        CommunityTallies tallies = new(Periods, Groups);
        foreach (TalliedActivity[] some in all.Chunk(piece))
        {
            tallies.Add(some);
        }

        return tallies;
    }

    private static void Same(TalliedActivity[] all, CommunityTallies tallies, int[]? groups = null)
    {
        groups ??= Groups;
        Assert.Equal(all.Length == 0 ? 0 : all.Max(a => a.Community) + 1, tallies.Communities);
        for (int c = 0; c < tallies.Communities; c++)
        {
            TalliedActivity[] here = [.. all.Where(a => a.Community == c)];
            TalliedCommunity tally = tallies[c];
            int[] counts = [.. here.CountBy(a => a.Person).Select(g => g.Value)];
            int[] vertices = [.. here.SelectMany(a => a.RepliesTo < 0 || a.RepliesTo == a.Person ? new[] { a.Person } : [a.Person, a.RepliesTo]).Distinct()];
            TalliedActivity[] replies = [.. here.Where(a => a.RepliesTo >= 0 && a.RepliesTo != a.Person)];
            Dictionary<int, int> place = vertices.Select((p, i) => (p, i)).ToDictionary(v => v.p, v => v.i);
            DirectedGraph graph = DirectedGraph.FromEdges(vertices.Length, [.. replies.Select(r => place[r.Person])], [.. replies.Select(r => place[r.RepliesTo])]);
            Assert.Equal((here.Length, counts.Length), ((int)tally.Activities, tally.People));
            Assert.Equal(Gini.Of<int>(counts), tally.Gini());
            Assert.Equal(Gini.Corrected<int>([.. counts, 0, 0]), tally.CorrectedGini(counts.Length + 2));
            Assert.Equal(AbsenceFactor.Of<int>(counts), tally.AbsenceFactor());
            Assert.Equal(TopShare.Of<int>(counts, 0.3), tally.TopShare(0.3));
            Assert.Equal(Enumerable.Range(0, Periods).Select(p => here.Where(a => a.Period == p).Select(a => a.Person).Distinct().Count()), tally.Present.ToArray());
            Assert.Equal(Reciprocity.Of(graph), tally.Reciprocity);
            Assert.Equal(GroupTies.Of(graph.ToUndirected(), [.. vertices.Select(v => groups[v])]), tally.GroupTies());
        }
    }
}
