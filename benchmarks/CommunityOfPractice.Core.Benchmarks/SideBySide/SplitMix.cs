namespace CommunityOfPractice.Core.Benchmarks.SideBySide;

/// <summary>SplitMix64 with whole-number draws only: the same data on every machine.</summary>
internal struct SplitMix(ulong seed)
{
    public ulong Next()
    {
        seed += 0x9E3779B97F4A7C15;
        return Mix(seed);
    }

    /// <summary>A number from 0 to n, without it.</summary>
    public int Below(int n) => (int)Math.BigMul(Next(), (ulong)n, out _);

    /// <summary>As <see cref="Below"/>, low numbers more often; the higher the power, the steeper.</summary>
    public int Skewed(int n, int power)
    {
        ulong t = Next() >> 32;
        for (int i = 0; i < power; i++)
        {
            t = t * t >> 32;
        }

        return (int)(t * (ulong)n >> 32);
    }

    public static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
