using CommunityOfPractice.Core.Statistics;
using FsCheck;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Statistics;

[Properties(Arbitrary = [typeof(Samples)], MaxTest = 300)]
public class RepresentativenessTests
{
    [Property]
    public void Law17_LiesBetweenZeroAndOne_AndIsOneForTheSameSharesOnly(Counts one, Counts other)
    {
        (long[] p, long[] q) = Cut(one, other);
        if (Representativeness.Of<long>(p, q) is { } value)
        {
            Assert.InRange(value, 0, 1);
            bool same = p.Zip(q).All(pair => (Int128)pair.First * Total(q) == (Int128)pair.Second * Total(p));
            Assert.True(same ? value == 1 : (double)Total(p) * Total(q) > 1e15 || value < 1);
        }
        else
        {
            Assert.True(Total(p) == 0 || Total(q) == 0);
        }
    }

    [Property]
    public void FollowsItsDefinition(Counts one, Counts other)
    {
        (long[] p, long[] q) = Cut(one, other);
        if (Representativeness.Of<long>(p, q) is { } value)
        {
            double distance = p.Zip(q).Sum(pair => Math.Abs((pair.First / (double)Total(p)) - (pair.Second / (double)Total(q))));
            Assert.Equal(1 - (distance / 2), value, 1e-14);
            Assert.Equal(value, Representativeness.Of<long>(q, p)!.Value, 1e-15);
        }
    }

    [Property]
    public void Law3_ScalingEitherSide_ChangesNothing(Counts one, Counts other, PositiveInt factor)
    {
        (long[] p, long[] q) = Cut(one, other);
        long scale = (factor.Get % 100) + 1;
        Assert.Equal(Representativeness.Of<long>(p, q) ?? -1, Representativeness.Of<long>([.. p.Select(count => count * scale)], q) ?? -1, 1e-15);
    }

    [Fact]
    public void Examples()
    {
        Assert.Equal(0.75, Representativeness.Of([5, 5], [300, 100]));
        Assert.Equal(0, Representativeness.Of([5, 0], [0, 3]));
        Assert.Equal(1, Representativeness.Of([long.MaxValue, 0], [long.MaxValue, 0]));
        Assert.Equal(0.5, Representativeness.Of([long.MaxValue, 0], [long.MaxValue / 2, (long.MaxValue / 2) + 1])!.Value, 1e-15);
        Assert.Null(Representativeness.Of([0, 0], [1, 2]));
        Assert.Null(Representativeness.Of([1, 2], [0, 0]));
    }

    [Fact]
    public void Misuse_Throws()
    {
        Assert.Throws<ArgumentException>(() => Representativeness.Of([1], [1, 2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Representativeness.Of([-1], [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Representativeness.Of([1], [-1]));
        Assert.Throws<OverflowException>(() => Representativeness.Of([long.MaxValue, 1], [1, 1]));
    }

    private static (long[] P, long[] Q) Cut(Counts one, Counts other)
    {
        int groups = Math.Min(one.Values.Length, other.Values.Length);
        return (one.Values[..groups], other.Values[..groups]);
    }

    private static long Total(long[] counts) => counts.Sum();
}
