using CommunityOfPractice.Core.Statistics;
using FsCheck;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Statistics.Tallies;

[Properties(MaxTest = 300)]
public class CountTallyTests
{
    [Property]
    public void Law21_OneByOne_IsTheBatch_AtEveryStep(byte[] holders, PositiveInt silent)
    {
        CountTally tally = new();
        int[] counts = new int[8];
        foreach (byte drawn in holders)
        {
            tally.Add(drawn % 8);
            counts[drawn % 8]++;
            int[] some = [.. counts.Where(count => count > 0)];
            int among = some.Length + (silent.Get % 5);
            int[] all = [.. some, .. new int[among - some.Length]];
            Assert.Equal(Gini.Of<int>(some), tally.Gini());
            Assert.Equal(Gini.Of<int>(all), tally.Gini(among));
            Assert.Equal(Gini.Corrected<int>(some), tally.CorrectedGini());
            Assert.Equal(Gini.Corrected<int>(all), tally.CorrectedGini(among));
            foreach (double share in (double[])[0.001, 0.1, 0.5, 0.8, 1])
            {
                Assert.Equal(AbsenceFactor.Of<int>(some, share), tally.AbsenceFactor(share));
                Assert.Equal(TopShare.Of<int>(some, share), tally.TopShare(share));
            }

            Assert.Equal(some.Length, tally.Holders);
            Assert.Equal(some.Sum(), tally.Total);
        }
    }

    [Property]
    public void Law22_TalliesOfParts_MergeToTheWhole(byte[] holders, byte[] parts, NonNegativeInt turn)
    {
        CountTally whole = new();
        CountTally[] shards = [new(), new(), new()];
        for (int i = 0; i < holders.Length; i++)
        {
            whole.Add(holders[i]);
            shards[parts.Length == 0 ? 0 : parts[i % parts.Length] % 3].Add(holders[i]);
        }

        CountTally[] order = [.. Enumerable.Range(0, 3).Select(i => shards[(i + turn.Get) % 3])];
        CountTally left = Sum(Sum(order[0], order[1]), order[2]), right = Sum(order[0], Sum(order[1], order[2]));
        foreach (CountTally merged in (CountTally[])[left, right, Sum(new(), whole), Sum(whole, new())])
        {
            Assert.Equal(whole.ToBytes(), merged.ToBytes());
            Assert.Equal(whole.Gini(), merged.Gini());
            Assert.Equal(whole.AbsenceFactor(), merged.AbsenceFactor());
            Assert.Equal(whole.TopShare(0.1), merged.TopShare(0.1));
            Assert.Equal((whole.Holders, whole.Total), (merged.Holders, merged.Total));
        }

        left.Add(3);
        whole.Add(3);
        Assert.Equal(whole.Gini(300), left.Gini(300));
    }

    [Property]
    public void Law22_ShardsThatNumberInTheirOwnWay_MergeToTheWhole(byte[] holders, byte[] others)
    {
        CountTally whole = new(), one = new(), other = new();
        Array.ForEach(holders, h => whole.Add(h));
        Array.ForEach(others, h => whole.Add(h));
        Array.ForEach(holders, h => one.Add(h));
        Array.ForEach(others, h => other.Add(255 - h));
        one.Merge(other, [.. Enumerable.Range(0, 256).Select(h => 255 - h)]);
        Assert.Equal(whole.ToBytes(), one.ToBytes());
        if (others.Any(h => h < 250))
        {
            Assert.Throws<ArgumentException>(() => one.Merge(other, [0, 1, 2, 3, 4, 5]));
            Assert.Equal(whole.ToBytes(), one.ToBytes());
        }
    }

    [Property]
    public void WrittenAndRead_IsEqual_AndGoesOn(byte[] holders)
    {
        CountTally tally = new();
        foreach (byte holder in holders)
        {
            tally.Add(holder);
        }

        CountTally back = CountTally.FromBytes(tally.ToBytes());
        back.Add(5);
        tally.Add(5);
        Assert.Equal(tally.ToBytes(), back.ToBytes());
        Assert.Equal(tally.Gini(), back.Gini());
    }

    /// <summary>Whatever byte of whatever tally was changed: it is refused, or read as a tally that writes those very bytes; and never takes more memory than was allowed beside a multiple of their length.</summary>
    [Property(MaxTest = 60)]
    public void AnyChangedByte_IsRefusedOrReadBack_AndTakesNoMoreThanIsAllowed(int seed)
    {
        const long Allowed = 1 << 16;
        Random random = new(seed);
        CountTally tally = new();
        foreach (int holder in Enumerable.Range(0, 1 + random.Next(40)))
        {
            for (int left = random.Next(4) == 0 ? random.Next(400) : random.Next(3); left >= 0; left--)
            {
                tally.Add(holder);
            }
        }

        byte[] bytes = tally.ToBytes();
        for (int at = 0; at < bytes.Length; at++)
        {
            for (int bit = 0; bit < 8; bit++)
            {
                byte[] changed = [.. bytes];
                changed[at] ^= (byte)(1 << bit);
                long before = GC.GetAllocatedBytesForCurrentThread(), taken;
                CountTally? back = null;
                try
                {
                    back = CountTally.FromBytes(changed, Allowed);
                    taken = GC.GetAllocatedBytesForCurrentThread() - before;
                }
                catch (FormatException)
                {
                    taken = GC.GetAllocatedBytesForCurrentThread() - before;
                }

                Assert.InRange(taken, 0, Allowed + (4 * changed.Length) + 20_000); // an exception takes a few thousand itself
                if (back is not null)
                {
                    Assert.Equal(changed, back.ToBytes());
                    Assert.Equal(tally.Counts.TrimEnd(0).Length, back.Counts.Length); // no holder is lost, and none comes
                }
            }
        }
    }

    [Fact]
    public void Empty_SaysNothing()
    {
        CountTally tally = new();
        Assert.Null(tally.Gini());
        Assert.Null(tally.Gini(10));
        Assert.Null(tally.CorrectedGini());
        Assert.Null(tally.AbsenceFactor());
        Assert.Null(tally.TopShare(0.1));
        Assert.Equal(0, tally.Holders);
    }

    [Fact]
    public void Misuse_Throws_AndChangesNothing()
    {
        CountTally tally = new();
        tally.Add(0);
        tally.Add(1);
        Assert.Throws<ArgumentOutOfRangeException>(() => tally.Add(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => tally.Gini(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => tally.AbsenceFactor(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => tally.TopShare(1.1));
        Assert.Throws<ArgumentNullException>(() => tally.Merge(null!));
        Assert.Equal(0, tally.Gini());
    }

    private static CountTally Sum(CountTally one, CountTally other)
    {
        CountTally sum = CountTally.FromBytes(one.ToBytes());
        sum.Merge(other);
        return sum;
    }
}
