using CommunityOfPractice.Core.Statistics;
using CommunityOfPractice.Core.Vocabulary;

namespace CommunityOfPractice.Core.Indicators;

/// <summary>Reads the burstiness of days by their numbers in the calendar.</summary>
internal static class Bursts
{
    private const int MinimumGaps = 4;

    public static Reading Read(IEnumerable<long> days)
    {
        long[] sorted = [.. days.Distinct().Order()];
        double[] gaps = [.. sorted.Skip(1).Zip(sorted, (later, earlier) => (double)(later - earlier))];
        return gaps.Length < MinimumGaps
            ? Reading.Insufficient("gaps between days", gaps.Length, MinimumGaps)
            : Of(gaps);
    }

    /// <summary>The reading of four gaps or more, none of them zero.</summary>
    private static Reading Of(double[] gaps)
    {
        double burstiness = Burstiness.OfFew(gaps)!.Value;
        return new(new Measurement.Value(burstiness, gaps.Length))
        {
            Details = [new("raw", Burstiness.Of(gaps)!.Value), new("rhythm", (1 - burstiness) / 2), new("medianDays", Median.Of(gaps)!.Value)],
        };
    }
}
