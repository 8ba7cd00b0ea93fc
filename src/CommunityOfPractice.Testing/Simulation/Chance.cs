using CommunityOfPractice.Core.Statistics;

namespace CommunityOfPractice.Testing;

/// <summary>A sequence of random draws with the same bits on every machine.</summary>
internal sealed class Chance(SplitMix64 source)
{
    private long place;

    /// <summary>A number from 0 to below 1.</summary>
    public double Unit() => source.Unit(place++);

    public int Below(int bound) => source.Below(place++, bound);

    public bool Happens(double probability) => Unit() < probability;

    /// <summary>How often something happens that happens so often on average (Knuth's method, ten at a time).</summary>
    public int Poisson(double mean)
    {
        int count = 0;
        for (; mean > 10; mean -= 10)
        {
            count += Small(10);
        }

        return count + Small(mean);

        int Small(double mean)
        {
            double least = PortableMath.Exp(-mean), product = Unit();
            int count = 0;
            for (; product > least; count++)
            {
                product *= Unit();
            }

            return count;
        }
    }

    /// <summary>Hours of an exponential wait that is cut off at <see cref="Waiting.Longest"/>.</summary>
    public double Wait(double mean)
    {
        double all = 1 - PortableMath.Exp(-Waiting.Longest / mean);
        return Math.Min(Waiting.Longest, -mean * PortableMath.Log(1 - (Unit() * all)));
    }
}

/// <summary>The wait for a response.</summary>
internal static class Waiting
{
    /// <summary>Hours after which nobody responds any more.</summary>
    public const double Longest = 168;

    /// <summary>The probability that a wait is over within some hours.</summary>
    public static double Within(double hours, double mean) =>
        hours <= 0 ? 0 : hours >= Longest ? 1 : (1 - PortableMath.Exp(-hours / mean)) / (1 - PortableMath.Exp(-Longest / mean));
}
