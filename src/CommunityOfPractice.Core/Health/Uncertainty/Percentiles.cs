using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Health;

/// <summary>Percentile intervals of draws, taken outward and widened to contain what was found (law 34).</summary>
internal static class Percentiles
{
    // 1 − 0.8 is a little less than a fifth.
    private const double Rounding = 1e-9;

    /// <summary>How many of so many sorted draws lie below an interval, and as many above.</summary>
    public static int Outside(int draws, double confidence) => (int)(((draws - 1) * (1 - confidence) / 2) + Rounding);

    public static Interval Of(double[] draws, double found, double confidence)
    {
        double[] sorted = [.. draws.Order()];
        int outside = Outside(sorted.Length, confidence);
        return new(Math.Min(sorted[outside], found), Math.Max(sorted[^(1 + outside)], found));
    }
}
