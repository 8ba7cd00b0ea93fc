using System.Numerics;
using CommunityOfPractice.Core.Statistics;
using FsCheck;
using FsCheck.Xunit;

namespace CommunityOfPractice.Core.Tests.Statistics;

[Properties(MaxTest = 300)]
public sealed class HypergeometricTests
{
    [Fact]
    public void GoldenVector() => Assert.Equal(0.0013075925370006818, Hypergeometric.UpperTail(8, 500, 40, 30), 1e-17);

    [Fact]
    public void SmallCases_AreExact()
    {
        for (int population = 0; population <= 12; population++)
        {
            for (int marked = 0; marked <= population; marked++)
            {
                for (int drawn = 0; drawn <= population; drawn++)
                {
                    for (int k = -1; k <= population + 1; k++)
                    {
                        Assert.Equal(Exact(k, population, marked, drawn), Hypergeometric.UpperTail(k, population, marked, drawn), 1e-14);
                    }
                }
            }
        }
    }

    [Property]
    public void LargerCases_AgreeWithExactFractions(byte extra, byte marked, byte drawn, byte k)
    {
        int population = Math.Max(marked, drawn) + extra;
        double exact = Exact(k, population, marked, drawn);

        Assert.Equal(1, exact == 0 ? 1 + Hypergeometric.UpperTail(k, population, marked, drawn) : Hypergeometric.UpperTail(k, population, marked, drawn) / exact, 1e-11);
    }

    [Property]
    public void MarkedAndDrawn_ChangePlaces(byte extra, byte marked, byte drawn, byte k)
    {
        int population = Math.Max(marked, drawn) + extra;

        Assert.Equal(Hypergeometric.UpperTail(k, population, marked, drawn), Hypergeometric.UpperTail(k, population, drawn, marked), 1e-12);
    }

    [Property]
    public void MoreInCommon_IsNeverMoreProbable(byte extra, byte marked, byte drawn)
    {
        int population = Math.Max(marked, drawn) + extra;
        double before = 1;
        for (int k = 0; k <= Math.Min(marked, drawn) + 1; k++)
        {
            double tail = Hypergeometric.UpperTail(k, population, marked, drawn);
            Assert.InRange(tail, 0, before + 1e-15);
            before = tail;
        }

        Assert.Equal(0, before);
    }

    [Fact]
    public void FarTails_StayFiniteInLogarithms()
    {
        double log = Hypergeometric.LogUpperTail(1000, 1_000_000, 1000, 1000);
        double exact = -Enumerable.Range(0, 1000).Sum(i => Math.Log((1_000_000.0 - i) / (1000.0 - i)));

        Assert.Equal(0, Hypergeometric.UpperTail(1000, 1_000_000, 1000, 1000));
        Assert.Equal(1, log / exact, 1e-12);
        Assert.Equal(double.NegativeInfinity, Hypergeometric.LogUpperTail(6, 100, 5, 50));
        Assert.Equal(0, Hypergeometric.LogUpperTail(0, long.MaxValue, 5, 50));
    }

    [Theory]
    [InlineData(-1, 0, 0)]
    [InlineData(5, 6, 0)]
    [InlineData(5, 0, 6)]
    [InlineData(5, -1, 0)]
    [InlineData(5, 0, -1)]
    public void Misuse_Throws(long population, long marked, long drawn) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Hypergeometric.UpperTail(1, population, marked, drawn));

    private static double Exact(int k, int population, int marked, int drawn)
    {
        BigInteger ways = 0;
        for (int i = Math.Max(k, 0); i <= Math.Min(marked, drawn); i++)
        {
            ways += Choose(marked, i) * Choose(population - marked, drawn - i);
        }

        BigInteger all = Choose(population, drawn);
        return ways.IsZero ? 0 : Math.Exp(BigInteger.Log(ways) - BigInteger.Log(all));
    }

    private static BigInteger Choose(int n, int k)
    {
        if (k < 0 || k > n)
        {
            return 0;
        }

        BigInteger ways = 1;
        for (int i = 0; i < k; i++)
        {
            ways = ways * (n - i) / (i + 1);
        }

        return ways;
    }
}
